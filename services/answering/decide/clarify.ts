import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { weightAsTyped } from '../understand/content-units.ts'
import { subjectUnits } from '../understand/question.ts'
import type { Step } from './finding.ts'

/** Aspects that every programme has, so that asking for one alone leaves open of which. */
const common: Aspect[] = [
  'money',
  'places',
  'deadline',
  'contact',
  'conditions',
  'applicant',
  'materials',
  'procedure',
  'targets',
  'tasks',
  'matching',
  'restriction',
  'preference',
]

/** Weight of words that a question may have besides the aspect and still say nothing of the programme. */
const fewWords = 6

/** Asks back which programme is meant, when a question names an aspect of all of them and nothing else. */
export const clarify: Step = (inquiry) => {
  const { question, catalogue, memory } = inquiry
  const isOpen = question.named.length + question.years.length === 0 && !memory.scope
  const content = subjectUnits(question).reduce((sum, unit) => sum + weightAsTyped(catalogue, unit), 0)
  if (!isOpen || content >= fewWords || !common.some((aspect) => question.aspects.has(aspect))) return undefined
  const choices = catalogue.notices.flatMap((notice) => notice.programmes.map((programme) => ({ notice, programme })))
  const [first] = choices
  if (!first || choices.length < 2) return undefined
  return { kind: 'clarify', status: 'clarify', choices, newest: first.notice, asked: question.asked, rests: [] }
}
