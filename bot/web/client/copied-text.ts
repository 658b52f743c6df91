import { copyText } from './copy-text.ts'
import { el, icon, toast } from './element.ts'
import type { PageWords } from './page-words.ts'

async function copy(text: string, words: PageWords): Promise<void> {
  toast((await copyText(text)) ? words.copiedText : words.notCopied)
}

/** A text to be copied, with what it is and the button that does it. */
export const copiedText = ({ label, text }: { label: string; text: string }, words: PageWords): HTMLElement =>
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
  )
