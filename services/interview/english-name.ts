import { factTexts } from '../eligibility/fact-texts.ts'
import { englishProgrammes } from '../eligibility/programmes/english.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { factsRead } from '../eligibility/rule.ts'

/** The words by which people name a programme in English: its title, or whom it is for where it has none; in small letters. */
export function englishNameOf({ id, criteria: [first] }: ResolvedProgramme): string {
  const [key] = first ? factsRead(first) : []
  const applicant = key === undefined ? '' : factTexts(key, 'en').label
  return (englishProgrammes[id]?.title ?? applicant).toLowerCase()
}

/** What somebody said, in the words of the titles: a hospital is medical. In small letters. */
export const inTitleWords = (said: string): string =>
  said
    .toLowerCase()
    .replace(/center/gu, 'centre')
    .replace(/hospital/gu, 'medical')
