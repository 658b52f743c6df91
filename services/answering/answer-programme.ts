import { fold } from '../../knowledge/finding/catalogue.ts'
import type { Step } from './answer.ts'
import { statement } from './frame.ts'
import { noticesMeant, scopeOf } from './scopes.ts'
import { subjectUnits, totalWeight } from './question.ts'

/** Answers what a programme is with what it is for, or who carries it, when that is all that is asked. */
export const answerProgramme: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  const [notice] = noticesMeant(catalogue, question)
  const content = totalWeight(subjectUnits(question))
  if ([...question.aspects].some((aspect) => aspect !== 'definition')) return undefined
  if (!question.wishes.has('definition') || !notice || question.programmes.size === 0 || content > 4) return undefined
  const [programme] = notice.programmes
    .filter(({ id }) => question.programmes.has(id))
    .sort((a, b) => firstNamed(question.text, a.names) - firstNamed(question.text, b.names))
  const own = catalogue.entries.filter(
    (entry) =>
      entry.notice.id === notice.id &&
      (!entry.programme || entry.programme === programme) &&
      !['heading', 'form'].includes(entry.clause.kind),
  )
  const entry =
    own.find((candidate) => candidate.aspects.get('definition') === 1) ??
    own.find((candidate) => candidate.aspects.get('applicant') === 1)
  return entry
    ? { status: 'answered', text: statement(inquiry, entry), rests: [entry], scope: scopeOf(entry) }
    : undefined
}

const firstNamed = (text: string, names: string[]): number =>
  Math.min(...names.map((name) => (text.includes(fold(name)) ? text.indexOf(fold(name)) : Number.POSITIVE_INFINITY)))
