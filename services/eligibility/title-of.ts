import type { ProgrammeDocument } from './document.ts'

/** How a programme is named to people: its year and title. */
export const titleOf = ({ year, title }: Pick<ProgrammeDocument, 'year' | 'title'>): string => `${year}年${title}`
