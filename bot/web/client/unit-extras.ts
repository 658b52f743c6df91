import type { Reply } from '../../../services/reply.ts'
import { copyText } from './copy-text.ts'
import { downloadRow } from './download-row.ts'
import { el, icon, toast } from './element.ts'
import type { PageWords } from './page-words.ts'

async function copy(text: string, words: PageWords): Promise<void> {
  toast((await copyText(text)) ? words.copiedText : words.notCopied)
}

/** The texts that a reply gives to be copied, and the files that go with a reply on a unit. */
export function unitExtras(reply: Reply, words: PageWords): HTMLElement[] {
  const copies = (reply.copies ?? []).map(({ label, text }) =>
    el(
      'p',
      { class: 'copied-text' },
      el('span', {}, el('span', { class: 'small' }, words.named(label)), text),
      el(
        'button',
        { class: 'tool', type: 'button', 'aria-label': words.copyText(label), onclick: () => void copy(text, words) },
        icon('copy'),
        el('span', {}, words.copyShort),
      ),
    ),
  )
  const files = reply.kind === 'roster' ? downloadRow(reply, words) : undefined
  return files ? [...copies, files] : copies
}
