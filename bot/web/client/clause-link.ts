import type { Citation } from '../../../services/reply.ts'
import { copyText } from './copy-text.ts'
import { el, icon, toast } from './element.ts'
import type { PageWords } from './page-words.ts'

/** Only pages of this house are opened from a citation. */
export const ownPath = (url: string): string | undefined => (/^\/(?![/\\])/.test(url) ? url : undefined)

/** Hands the link to a clause to another app, or copies it where the browser hands on nothing. */
export async function shareClause({ url, title }: Citation, text: string, words: PageWords): Promise<void> {
  const link = new URL(ownPath(url) ?? '/', location.href).href
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title, text, url: link })
      return
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return
    }
  }
  toast((await copyText(text ? `${text}\n${link}` : link)) ? words.linkCopied : words.notCopied)
}

/** The way from a clause to its notice, and to other people. */
export function clauseTools(citation: Citation, words: PageWords, place = ''): HTMLElement {
  const { url, heading, title } = citation
  const open = el(
    'a',
    { class: 'clause-open', href: ownPath(url) },
    place ? `${words.named(words.openNotice)}${place}` : words.openNotice,
    icon('go'),
  )
  const share = () => void shareClause(citation, heading || title, words)
  return el(
    'p',
    { class: 'clause-tools' },
    open,
    el('button', { class: 'link-button', type: 'button', onclick: share }, words.shareClause),
  )
}
