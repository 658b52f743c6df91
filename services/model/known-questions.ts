import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { partHeadings } from '../../knowledge/finding/part-headings.ts'
import { keptFor } from '../../knowledge/kept.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { knownQuestionTexts as texts } from '../../prompts/known-questions.ts'
import { labelOf } from '../answering/compose/topic.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { factAt } from '../eligibility/document-facts.ts'
import { factsRead } from '../eligibility/rule.ts'

/** The notices, and the programmes that can be checked. */
export type KnownTo = { catalogue: Catalogue; programmes?: readonly ResolvedProgramme[] }

/** The questions that may be offered: for each point and each figure of each programme, and for each part of the other notices. */
export const knownQuestions = keptFor(({ catalogue, programmes = [] }: KnownTo): string[] => [
  ...new Set(catalogue.notices.flatMap((notice) => questionsOf(notice, programmes))),
])

function questionsOf(notice: Notice, programmes: readonly ResolvedProgramme[]): string[] {
  if (notice.programmes.length === 0)
    return partHeadings(notice).map(({ heading }) => texts.ofPart(notice.shortTitle, heading))
  return notice.programmes.flatMap((programme) => {
    const name = labelOf(notice, programme)
    return [
      ...texts.ofProgramme.map((rest) => `${name}${rest}`),
      ...labelsOf(programme, programmes).map((label) => texts.ofCondition(name, label)),
    ]
  })
}

/** What the conditions of a programme count. */
function labelsOf({ id }: { id: string }, programmes: readonly ResolvedProgramme[]): string[] {
  const { criteria, facts } = programmes.find((programme) => programme.id === id) ?? { criteria: [], facts: {} }
  const read = criteria.flatMap(({ condition }) => factsRead(condition)).map((key) => factAt(facts, key))
  return [...new Set(read.filter((fact) => 'unit' in fact).map(({ label }) => label))]
}

/** The same of all programmes that are known. */
export const figureLabels = ({ catalogue, programmes = [] }: KnownTo): string[] => [
  ...new Set(catalogue.notices.flatMap((notice) => notice.programmes.flatMap((one) => labelsOf(one, programmes)))),
]

/**
 * Those most like what was asked, by the pairs of characters they share; where there are few, all, in their order.
 *
 * @param most How many at most, some twenty characters each.
 */
export function nearestKnown(asked: string, known: KnownTo, most: number): string[] {
  const questions = knownQuestions(known)
  if (questions.length <= most) return questions
  const pairs = new Set([...asked].map((_, at) => asked.slice(at, at + 2)))
  const shared = (question: string) => [...pairs].filter((pair) => question.includes(pair)).length
  return questions
    .map((question) => ({ question, count: shared(question) }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ question }) => question)
}
