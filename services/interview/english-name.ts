import { factAt } from '../eligibility/document-facts.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { factsRead } from '../eligibility/rule.ts'

/** The words by which people name a programme in English: its title, or whom it is for where it has none; in small letters. */
export function englishNameOf({ english, facts, criteria: [first] }: ResolvedProgramme): string {
  const [key] = first ? factsRead(first.condition) : []
  const applicant = key === undefined ? '' : factTexts(factAt(facts, key), 'en').label
  return (english?.title ?? applicant).toLowerCase()
}

/** What somebody said, in the words of the titles: a hospital is medical. In small letters. */
export const inTitleWords = (said: string): string =>
  said
    .toLowerCase()
    .replace(/center/gu, 'centre')
    .replace(/hospital/gu, 'medical')
