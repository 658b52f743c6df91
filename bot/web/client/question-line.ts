import type { Reply } from '../../../services/reply.ts'
import { el } from './element.ts'
import { linkedText } from './linked-text.ts'
import { findQuestion } from './programmes.ts'
import { questionParts } from './question-text.ts'

/** What an interview asked, as a line of the log; what was said at its start stays readable there. */
export function questionLine(reply: Reply): HTMLElement {
  const line = el('div', { class: 'question-line' })
  const show = (known?: Parameters<typeof questionParts>[1]) => {
    const { question, notes } = questionParts(reply, known)
    const said = reply.kind === 'question' && reply.progress?.done === 0 && known ? notes : []
    line.replaceChildren(
      ...said.map((note) => el('p', { class: 'small' }, ...linkedText(note))),
      el('p', {}, ...linkedText(question)),
    )
  }
  show()
  if (reply.asks) void findQuestion(reply.asks.programme, reply.asks.key).then((known) => known && show(known))
  return line
}
