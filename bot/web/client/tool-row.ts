import { shareClause } from './clause-link.ts'
import { copyText, replyWithSource } from './copy-text.ts'
import type { Desk } from './desk.ts'
import { el, icon, toast } from './element.ts'
import { feedback } from './feedback.ts'
import type { PageWords } from './page-words.ts'
import type { Answered } from './entry.ts'

const tool = (name: string, words: string, onclick: () => void) =>
  el('button', { class: 'tool', type: 'button', onclick }, icon(name), el('span', {}, words))

/** Thumbs, copying, and handing on the clause that an answer rests on. */
export function toolRow(answered: Answered, desk: Desk, words: PageWords): HTMLElement[] {
  const { reply } = answered
  const keep = (helpful: boolean) => {
    answered.helpful = helpful
    desk.keep()
  }
  const { buttons, below } = feedback(reply.id, { given: answered.helpful, keep, words })
  const copy = async () => toast((await copyText(replyWithSource(reply))) ? words.copied : words.notCopied)
  const [first] = reply.citations
  const share = first && tool('share', words.share, () => void shareClause(first, reply.lead ?? '', words))
  return [
    el(
      'div',
      { class: 'tools' },
      ...buttons,
      tool('copy', words.copy, () => void copy()),
      share,
    ),
    below,
  ]
}
