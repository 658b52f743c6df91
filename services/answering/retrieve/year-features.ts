import { subjectText } from '../understand/scope-evidence.ts'
import type { Passage } from './passages.ts'
import type { Reading } from './reading.ts'

/** Whether a passage is of a year asked about: its notice, its words, or neither. */
export const yearNames = ['year', 'otherYear', 'yearInText'] as const
export type YearName = (typeof yearNames)[number]

export function yearFeatures(
  { asked: { years } }: Reading,
  { entry: { notice, above }, own }: Passage,
): Record<YearName, number> {
  if (years.length === 0) return { year: 0, otherYear: 0, yearInText: 0 }
  const ofYear = years.includes(notice.year) || years.some((year) => subjectText(notice).includes(String(year)))
  const inText = years.some((year) => own.includes(String(year)) || above.includes(`${year}年`))
  return { year: Number(ofYear), otherYear: Number(!ofYear && !inText), yearInText: Number(!ofYear && inText) }
}
