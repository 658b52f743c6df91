import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import { weightAsTyped } from '../understand/content-units.ts'
import { subjectUnits } from '../understand/question.ts'
import type { Inquiry } from '../answer.ts'
import type { Finding, ProgrammeChoice, Step } from './finding.ts'

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
  const choices = choicesLeft(inquiry)
  const [first] = choices
  if (!first || choices.length < 2 || speaksOfOther(inquiry, choices)) return undefined
  return { kind: 'clarify', status: 'clarify', choices, newest: first.notice, asked: inquiry.question.asked, rests: [] }
}

/** Whether a question names a thing of which other notices speak alone: 贯标补贴怎么领 is asked of no programme that is left open. */
function speaksOfOther({ question, catalogue }: Inquiry, choices: ProgrammeChoice[]): boolean {
  const units = subjectUnits(question).filter(
    ({ words: [word = ''] }) => question.segments.includes(word) && !isSingle(word),
  )
  return units.some(({ words }) => {
    const holders = catalogue.noticesWith(words)
    return holders.size > 0 && choices.every(({ notice }) => !holders.has(notice.id))
  })
}

/** Adds to an answer from the newest notice, given since none was named, the programmes that may have been meant as well. */
export function withOthers(inquiry: Inquiry, finding: Finding): Finding {
  const { scope } = finding
  // What stands in a list is of its notice alone.
  if (['clarify', 'roster'].includes(finding.kind) || finding.rests.length === 0 || !scope) return finding
  const others = choicesLeft(inquiry).filter(
    ({ notice, programme }) =>
      notice.id !== scope.notice || (scope.programme !== undefined && programme.id !== scope.programme),
  )
  return others.length === 0 ? finding : { ...finding, others: { choices: others, asked: inquiry.question.asked } }
}

/** The programmes that a question leaves open: it names an aspect of all of them and nothing else. */
function choicesLeft({ question, catalogue, memory }: Inquiry): ProgrammeChoice[] {
  const isOpen = question.named.length + question.years.length === 0 && !memory.scope
  const content = subjectUnits(question).reduce((sum, unit) => sum + weightAsTyped(catalogue, unit), 0)
  if (!isOpen || content >= fewWords || !common.some((aspect) => question.aspects.has(aspect))) return []
  return catalogue.notices.flatMap((notice) => notice.programmes.map((programme) => ({ notice, programme })))
}
