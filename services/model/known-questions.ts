import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { partHeadings } from '../../knowledge/finding/part-headings.ts'
import { keptFor } from '../../knowledge/kept.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { knownQuestionTexts as texts } from '../../prompts/known-questions.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { factAt } from '../eligibility/document-facts.ts'
import { factsRead } from '../eligibility/rule.ts'

/** How many questions are laid before a model, some twenty characters each. */
const mostOffered = 120

/** The notices, and the programmes that can be checked. */
export type KnownTo = { catalogue: Catalogue; programmes?: readonly ResolvedProgramme[] }

/** The questions that may be offered: for each point and each figure of each programme, and for each part of the other notices. */
export const knownQuestions = keptFor(({ catalogue, programmes = [] }: KnownTo): string[] => [
  ...new Set(catalogue.notices.flatMap((notice) => questionsOf(notice, programmes))),
])

function questionsOf(notice: Notice, programmes: readonly ResolvedProgramme[]): string[] {
  if (notice.programmes.length === 0)
    return partHeadings(notice).map(({ heading }) => texts.ofPart(notice.shortTitle, heading))
  return notice.programmes.flatMap(({ id, title }) => {
    const name = `${notice.year}年${title.replace(/^上海市/u, '')}`
    const { criteria, facts } = programmes.find((programme) => programme.id === id) ?? { criteria: [], facts: {} }
    const read = criteria.flatMap(({ condition }) => factsRead(condition)).map((key) => factAt(facts, key))
    const labels = new Set(read.filter((fact) => 'unit' in fact).map(({ label }) => label))
    return [
      ...texts.ofProgramme.map((rest) => `${name}${rest}`),
      ...[...labels].map((label) => texts.ofCondition(name, label)),
    ]
  })
}

/** Those most like what was asked, by the pairs of characters they share; where there are few, all, in their order. */
export function nearestKnown(asked: string, known: KnownTo): string[] {
  const questions = knownQuestions(known)
  if (questions.length <= mostOffered) return questions
  const pairs = new Set([...asked].map((_, at) => asked.slice(at, at + 2)))
  const shared = (question: string) => [...pairs].filter((pair) => question.includes(pair)).length
  return questions
    .map((question) => ({ question, count: shared(question) }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostOffered)
    .map(({ question }) => question)
}
