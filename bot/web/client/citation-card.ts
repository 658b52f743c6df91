import type { Citation } from '../../../services/reply.ts'
import { lengthOf } from './characters.ts'
import { el, icon } from './element.ts'
import { noticeName } from './notices.ts'

const longQuote = 84
const shownAtFirst = 2

/** Only pages of this house are opened from a citation. */
export const ownPath = (url: string): string | undefined => (/^\/(?![/\\])/.test(url) ? url : undefined)

/** Blanks that a page's layout put between Chinese characters are not shown. */
export const withoutLayoutBlanks = (quote: string): string =>
  quote.replace(/([^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])/g, '$1')

/** Which notice it is, its number and its year; a short name takes the place of the long title once it is known. */
function aboutLine({ notice, title, documentNumber, issued }: Citation): HTMLParagraphElement {
  const line = el('p', { class: 'citation-about' })
  const show = (name: string) => {
    const year = issued?.slice(0, 4) ?? ''
    const isNew = year && !name.includes(year) && !documentNumber?.includes(year)
    line.textContent = [name, documentNumber, isNew && `${year}年`].filter(Boolean).join('\u00a0· ')
  }
  show(`《${title}》`)
  void noticeName(notice).then((name) => name && show(name))
  return line
}

/** The exact words, cut to a few lines where they are long, with a button that shows all. */
export function quoteView(quote: string): HTMLElement {
  const text = withoutLayoutBlanks(quote)
  if (lengthOf(text) <= longQuote) return el('blockquote', { class: 'quote' }, text)
  const block = el('blockquote', { class: 'quote is-cut' }, text)
  const more = el('button', { class: 'link-button quote-more', type: 'button', 'aria-expanded': 'false' }, '展开全文')
  more.addEventListener('click', () => {
    const isCut = block.classList.toggle('is-cut')
    more.setAttribute('aria-expanded', String(!isCut))
    more.textContent = isCut ? '展开全文' : '收起'
  })
  return el('div', {}, block, more)
}

function citationCard(citation: Citation): HTMLLIElement {
  const { heading, title, quote } = citation
  return el(
    'li',
    { class: 'citation' },
    el('a', { class: 'citation-link', href: ownPath(citation.url) }, el('span', {}, heading || title), icon('go')),
    quoteView(quote),
    aboutLine(citation),
  )
}

/** What an answer rests on, best first; a long list shows its first few and opens the rest. */
export function citationList(citations: Citation[]): HTMLElement | undefined {
  if (citations.length === 0) return undefined
  const cards = citations.map(citationCard)
  const first = el('ol', { class: 'citations' }, ...cards.slice(0, shownAtFirst))
  const rest = cards.slice(shownAtFirst)
  return el(
    'section',
    { class: 'sources', 'aria-label': '依据的条款' },
    el('h3', { class: 'sources-heading' }, '依据'),
    first,
    rest.length > 0 &&
      el(
        'details',
        { class: 'more' },
        el('summary', {}, `其余 ${rest.length} 条依据`),
        el('ol', { class: 'citations' }, ...rest),
      ),
  )
}
