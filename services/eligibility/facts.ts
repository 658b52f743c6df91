import type { Fact } from './fact.ts'
import { hospitalFacts } from './facts/hospital-facts.ts'
import { promotionFacts } from './facts/promotion-facts.ts'
import { universityFacts } from './facts/university-facts.ts'

const declared = { ...hospitalFacts, ...promotionFacts, ...universityFacts }

export type FactKey = keyof typeof declared

/** Every fact an applicant can be asked, by key. The same key is the same fact in every programme. */
export const facts: Readonly<Record<FactKey, Fact>> = declared

/** The keys of all facts, hospital facts first, each group in the order of its notice. */
export const factKeys = Object.keys(declared) as FactKey[]
