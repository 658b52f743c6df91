/** Who in a house usually knows a fact: who has the patents, who has the figures of a system, who has the money, who has the rules and the staff. */
export const knowers = ['patents', 'rates', 'money', 'organisation'] as const
export type Knower = (typeof knowers)[number]
