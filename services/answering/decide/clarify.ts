import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { replies } from '../../../prompts/replies.ts'
import type { Step } from '../answer.ts'
import { inChinese } from './window.ts'
import { subjectUnits, totalWeight } from '../understand/question.ts'

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
  const content = totalWeight(subjectUnits(question))
  if (!isOpen || content >= fewWords || !common.some((aspect) => question.aspects.has(aspect))) return undefined
  const actions = catalogue.notices.flatMap((notice) =>
    notice.programmes.map((programme) => {
      const name = `${notice.year}年${programme.title.replace(/^上海市/u, '').replace(/知识产权/u, '')}`
      return { label: name, send: `${name}，${question.asked}` }
    }),
  )
  if (actions.length < 2) return undefined
  const [newest] = catalogue.notices.filter((notice) => notice.programmes.length > 0)
  const issued = newest?.issued ? `（${inChinese(newest.issued)}发布）` : ''
  const text = question.english ? replies.whichEnglish : replies.which(newest?.shortTitle ?? '', issued)
  return {
    status: 'clarify',
    text: `${text}\n${actions.map(({ label }, at) => `${at + 1}. ${label}`).join('\n')}`,
    rests: [],
    actions,
  }
}
