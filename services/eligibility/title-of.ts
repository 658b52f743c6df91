import type { Programme } from './programme.ts'

/** How a programme is named to people: its year and title. */
export const titleOf = ({ year, title }: Pick<Programme, 'year' | 'title'>): string => `${year}年${title}`
