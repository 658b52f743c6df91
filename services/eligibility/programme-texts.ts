import { inChinese, inEnglish } from '../../knowledge/language/write-day.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { windowTextsEnglish } from '../../prompts/assessment-texts-english.ts'
import { englishFrames as frames } from '../../prompts/english-frames.ts'
import { programmeChangeTexts } from '../../prompts/programme-changes.ts'
import { programmeChangeTextsEnglish } from '../../prompts/programme-changes-english.ts'
import type { Assessment } from './assessment.ts'
import { factTexts } from './fact-texts.ts'
import type { FactKey } from './facts.ts'
import type { Programme } from './programme.ts'
import { englishProgrammes } from './programmes/english.ts'
import type { ProgrammeChange, ResolvedProgramme } from './resolve-programmes.ts'
import { titleOf } from './title-of.ts'
import { changedParts, warningOf } from './warning.ts'

/** How a programme is named to people in their language; in its own words where it has no English ones. */
export function titleIn(language: Language | undefined, programme: Pick<Programme, 'id' | 'year' | 'title'>): string {
  if (language !== 'en') return titleOf(programme)
  const english = englishProgrammes[programme.id]
  return english ? `${programme.year} ${english.title}` : frames.programme(programme.year, programme.title)
}

/** How a condition is named to people in their language. */
export function criterionTitleIn(
  language: Language | undefined,
  { id: programme }: Pick<Programme, 'id'>,
  { id, title, source }: Pick<Assessment['criteria'][number], 'id' | 'title' | 'source'>,
): string {
  if (language !== 'en') return title
  if (id === `added-${source.clause}`) return programmeChangeTextsEnglish.addedTitle(source.clause)
  return englishProgrammes[programme]?.parts[id] ?? frames.condition(title)
}

/** What there is to prepare, in a person's language. */
export const preparationIn = (
  language: Language | undefined,
  { id, preparation }: Pick<ResolvedProgramme, 'id' | 'preparation'>,
): ResolvedProgramme['preparation'] =>
  language === 'en'
    ? preparation.map((one) => ({
        ...one,
        text: englishProgrammes[id]?.preparation[one.id] ?? frames.toPrepare(one.kind, one.text),
      }))
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
    if (part === 'criterion' || part === 'preference')
      return englishProgrammes[programme.id]?.parts[id] ?? frames.condition(title)
    return id === 'restrictions' ? parts.restrictions : parts[part]
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
