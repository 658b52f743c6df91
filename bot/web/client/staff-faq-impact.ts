import { el, need } from './element.ts'
import { type Changed, changedAnswers } from './staff-changed.ts'
import { sendJson } from './staff-send.ts'

type Impact = { answers: Changed[]; asked: number; questions: number; contradicted: string[] }

/** What was laid before whoever publishes, so that the second press of the button goes on. */
let seen = ''

/**
 * Asks all that staff have published again, as it would be with what is written, and shows what would change.
 *
 * @returns Whether to publish: nothing changes, or it has been seen.
 */
export async function mayPublish(written: object): Promise<boolean> {
  const key = JSON.stringify(written)
  if (seen === key) return true
  const impact = await sendJson<Impact>('POST', '/api/staff/faqs/impact', written)
  const { answers, contradicted } = impact
  if (answers.length + contradicted.length === 0) return true
  seen = contradicted.length > 0 ? '' : key
  const place = need('#faq-impact')
  place.replaceChildren(...linesOf(impact), ...changedAnswers(answers))
  place.hidden = false
  place.scrollIntoView({ block: 'center' })
  return false
}

function linesOf({ answers, asked, questions, contradicted }: Impact): HTMLElement[] {
  const lines = [
    answers.length > 0 && `已发布的问法重问了 ${asked} 个，发布以后有 ${answers.length} 个的答复会变。`,
    asked < questions && `还有 ${questions - asked} 个来不及重问。`,
    contradicted.length > 0 ? '与使用中的答复说法不一，不能发布。' : '看过没有问题，再点一次“发布”。',
    ...contradicted,
  ]
  return lines.flatMap((line) => (line === false ? [] : [el('p', { class: 'notice-box' }, line)]))
}
