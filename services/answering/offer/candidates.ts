import type { Catalogue, ProgrammeMention } from '../../../knowledge/finding/catalogue.ts'
import { partHeadings } from '../../../knowledge/finding/part-headings.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { nextQuestionTexts, partQuestionTexts, unitQuestionTexts } from '../../../prompts/known-questions.ts'
import { labelOf } from '../compose/topic.ts'
import type { Language } from '../compose/told.ts'

/** A question to go on with: `key` is the aspect that it asks for, or the clause of the part. */
export type Candidate = { key: string; label: string; send: string }

/** What the questions are of; `unit` stands in a list of the notice. */
export type Subject = {
  notice: Notice
  programme?: ProgrammeMention | undefined
  unit?: string | undefined
  language: Language
}

/** Parts of a notice that are offered at most, and characters of a heading that is a button. */
const mostParts = 4
const longestHeading = 16

/** The questions that may be asked of a subject, as far as its clauses speak of what they ask for. */
export function candidatesOf(catalogue: Catalogue, subject: Subject): Candidate[] {
  const { notice, programme, unit, language } = subject
  if (unit !== undefined)
    return Object.entries(unitQuestionTexts).map(([key, texts]) => asked(key, texts[language], unit))
  const own = catalogue.entries.filter(
    (entry) => entry.notice === notice && (!programme || !entry.programme || entry.programme.id === programme.id),
  )
  const name = labelOf(notice, programme, language)
  const aspects = Object.entries(nextQuestionTexts).filter(([key]) =>
    own.some((entry) => entry.aspects.has(key as keyof typeof nextQuestionTexts)),
  )
  return [...aspects.map(([key, texts]) => asked(key, texts[language], name)), ...partsOf(subject)]
}

const asked = (key: string, { label, ask }: { label: string; ask(name: string): string }, name: string): Candidate => ({
  key,
  label,
  send: ask(name),
})

/** The parts of a notice that opens no programme, by their headings. */
function partsOf({ notice, language }: Subject): Candidate[] {
  if (notice.programmes.length > 0 || language === 'en') return []
  return partHeadings(notice)
    .filter(({ heading }) => lengthOf(heading) > 1 && lengthOf(heading) <= longestHeading)
    .slice(0, mostParts)
    .map(({ id, heading }) => ({
      key: id,
      label: partQuestionTexts.zh.label(heading),
      send: partQuestionTexts.zh.ask(notice.shortTitle, heading),
    }))
}
