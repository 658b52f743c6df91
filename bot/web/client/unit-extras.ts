import type { Action, Reply } from '../../../services/reply.ts'
import { copyText } from './copy-text.ts'
import { downloadRow } from './download-row.ts'
import { el, icon, toast } from './element.ts'

async function copy(text: string): Promise<void> {
  toast((await copyText(text)) ? '已复制' : '没能复制，请长按文字手动复制')
}

/** The texts that a reply gives to be copied, and the files that go with a reply on a unit. */
export function unitExtras(reply: Reply): HTMLElement[] {
  const copies = (reply.copies ?? []).map(({ label, text }) =>
    el(
      'p',
      { class: 'copied-text' },
      el('span', {}, el('span', { class: 'small' }, `${label}：`), text),
      el(
        'button',
        { class: 'tool', type: 'button', 'aria-label': `复制${label}`, onclick: () => void copy(text) },
        icon('copy'),
        el('span', {}, '复制'),
      ),
    ),
  )
  const files = reply.kind === 'roster' ? downloadRow(reply) : undefined
  return files ? [...copies, files] : copies
}

/** An action that opens a page of this server. */
export const pageLink = ({ label, url }: Action): HTMLElement | undefined =>
  url === undefined ? undefined : el('a', { class: 'choice', href: url }, label)
