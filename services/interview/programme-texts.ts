import type { Language } from '../../prompts/approximate-texts.ts'
import { windowTextsEnglish } from '../../prompts/assessment-texts-english.ts'
import { inEnglish } from '../answering/compose/english-day.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { factTexts } from '../eligibility/fact-texts.ts'
import type { FactKey } from '../eligibility/facts.ts'
import type { Programme } from '../eligibility/programme.ts'
import { englishProgrammes } from '../eligibility/programmes/english.ts'
import { titleOf } from '../eligibility/title-of.ts'
import { inChinese } from '../../knowledge/language/write-day.ts'

/** How a programme is named to people in their language. */
export function titleIn(language: Language | undefined, programme: Pick<Programme, 'id' | 'year' | 'title'>): string {
  const english = language === 'en' ? englishProgrammes[programme.id] : undefined
  return english ? `${programme.year} ${english.title}` : titleOf(programme)
}

export const dayIn = (language: Language | undefined, day: string): string =>
  language === 'en' ? inEnglish(day) : inChinese(day)

/** What is to be said of a window, in a person's language. */
export function windowNote(
  language: Language | undefined,
  { note, status, opens, closes, daysLeft }: Assessment['window'],
) {
  if (language !== 'en') return note
  if (status === 'closed') return windowTextsEnglish.closed(inEnglish(closes))
  if (status === 'not-yet-open') return windowTextsEnglish.notYetOpen(inEnglish(opens ?? closes))
  return windowTextsEnglish.open(inEnglish(closes), daysLeft ?? 0)
}

/** What facts are called, one after the other. */
export const labelsIn = (language: Language | undefined, keys: readonly FactKey[]): string =>
  keys.map((key) => factTexts(key, language).label).join(language === 'en' ? ', ' : '、')
