import { inChinese, inEnglish } from '../../knowledge/language/write-day.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { windowTextsEnglish } from '../../prompts/assessment-texts-english.ts'
import { englishFrames as frames } from '../../prompts/english-frames.ts'
import { programmeChangeTexts } from '../../prompts/programme-changes.ts'
import { programmeChangeTextsEnglish } from '../../prompts/programme-changes-english.ts'
import type { Assessment } from './assessment.ts'
import { factTexts } from './fact-texts.ts'
import type { ProgrammeDocument } from './document.ts'
import { factAt, type FactKey, type Facts } from './document-facts.ts'
import type { ProgrammeChange, ResolvedProgramme } from './resolve-programmes.ts'
import { refusesLate, saysBefore } from './window.ts'
import { titleOf } from './title-of.ts'
import { changedParts, warningOf } from './warning.ts'

type Named = Pick<ProgrammeDocument, 'year' | 'title' | 'english'>

/** How a programme is named to people in their language; in its own words where it has no English ones. */
export function titleIn(language: Language | undefined, programme: Named): string {
  if (language !== 'en') return titleOf(programme)
  const { year, title, english } = programme
  return english ? `${year} ${english.title}` : frames.programme(year, title)
}

/** How a condition is named to people in their language. */
export function criterionTitleIn(
  language: Language | undefined,
  { criteria }: Pick<ResolvedProgramme, 'criteria'>,
  { id, title, source }: Pick<Assessment['criteria'][number], 'id' | 'title' | 'source'>,
): string {
  if (language !== 'en') return title
  if (id === `added-${source.clause}` || id.startsWith(`added-${source.notice}-`))
    return programmeChangeTextsEnglish.addedTitle(source.clause)
  return criteria.find((one) => one.id === id)?.english?.title ?? frames.condition(title)
}

/** What there is to prepare, in a person's language. */
export const preparationIn = (
  language: Language | undefined,
  { preparation, preparationInEnglish: english }: Pick<ResolvedProgramme, 'preparation' | 'preparationInEnglish'>,
): Assessment['preparation'] =>
  language === 'en'
    ? preparation.map((one) => ({ ...one, text: english[one.id] ?? frames.toPrepare(one.kind, one.text) }))
    : preparation

/** What is said of a notice that has changed, in a language. */
export const changeTextsIn = (language: Language | undefined) =>
  language === 'en' ? programmeChangeTextsEnglish : programmeChangeTexts

/** The parts of a programme that wait for somebody to look at them, by name. */
export function changedPartsIn(language: Language | undefined, programme: ResolvedProgramme): string {
  if (language !== 'en') return changedParts(programme)
  const { parts, addedTitle } = programmeChangeTextsEnglish
  const nameOf = ({ part, id, title }: ProgrammeChange): string => {
    if (part === 'added') return addedTitle(id)
    const ruled = part === 'criterion' ? programme.criteria : part === 'preference' ? programme.preferences : undefined
    if (ruled) return ruled.find((one) => one.id === id)?.english?.title ?? frames.condition(title)
    return id === 'restrictions' ? parts.restrictions : parts[part as keyof typeof parts]
  }
  return [...new Set((programme.changes ?? []).map(nameOf))].join(', ')
}

/** What is said above whatever rests on a programme whose notice has changed; undefined where nothing has. */
export const warningIn = (language: Language | undefined, programme: ResolvedProgramme): string | undefined =>
  language === 'en' && programme.changes
    ? programmeChangeTextsEnglish.warning(changedPartsIn('en', programme))
    : warningOf(programme)

export const dayIn = (language: Language | undefined, day: string): string =>
  language === 'en' ? inEnglish(day) : inChinese(day)

/** A day without its year where it is that of another day: 6月3日. Both are YYYY-MM-DD. */
export const shortDayIn = (language: Language | undefined, day: string, asOf: string): string =>
  day.slice(0, 4) === asOf.slice(0, 4) ? dayIn(language, day).replace(/^\d{4}年| \d{4}$/u, '') : dayIn(language, day)

/** What is to be said of a window, in a person's language. */
export function windowNote(
  language: Language | undefined,
  { note, status, opens, closes, daysLeft, repealed, source }: Assessment['window'],
) {
  if (language !== 'en') return note
  if (repealed) return windowTextsEnglish.repealed
  if (status === 'closed') return windowTextsEnglish.closed(inEnglish(closes), refusesLate(source.quote))
  if (status === 'not-yet-open') return windowTextsEnglish.notYetOpen(inEnglish(opens ?? closes))
  return windowTextsEnglish.open(inEnglish(closes), daysLeft ?? 0, saysBefore(source.quote, closes))
}

/** What facts are called, one after the other. */
export const labelsIn = (language: Language | undefined, facts: Facts, keys: readonly FactKey[]): string =>
  keys.map((key) => factTexts(factAt(facts, key), language).label).join(language === 'en' ? ', ' : '、')
