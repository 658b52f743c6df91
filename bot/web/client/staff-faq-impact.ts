import { el, need } from './element.ts'
import { type Changed, changedAnswers } from './staff-changed.ts'
import { sendJson } from './staff-send.ts'

type Impact = { answers: Changed[]; asked: number; questions: number; unused: string[]; contradicted: string[] }

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
  const { answers, unused, contradicted } = impact
  if (answers.length + unused.length + contradicted.length === 0) return true
  seen = contradicted.length > 0 ? '' : key
  const place = need('#faq-impact')
  place.replaceChildren(...linesOf(impact), ...changedAnswers(answers))
  place.hidden = false
  place.scrollIntoView({ block: 'center' })
  return false
}

function linesOf({ answers, asked, questions, unused, contradicted }: Impact): HTMLElement[] {
  const lines = [
    answers.length > 0 && `已发布的问法重问了 ${asked} 个，发布以后有 ${answers.length} 个的答复会变。`,
    unused.length > 0 &&
      `刚开始对话时这样问，用不到这条答复：${unused.map((one) => `“${one}”`).join('')}。请核对所选条款或“适用于”是不是那一份通知；是的话，在问法里写明哪一年、哪个项目。`,
    asked < questions && `还有 ${questions - asked} 个来不及重问。`,
    contradicted.length > 0 ? '与使用中的答复说法不一，不能发布。' : '看过没有问题，再点一次“发布”。',
    ...contradicted,
  ]
  return lines.flatMap((line) => (line === false ? [] : [el('p', { class: 'notice-box' }, line)]))
}
