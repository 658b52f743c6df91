import { copyText } from './copy-text.ts'
import { el, need, toast } from './element.ts'

async function copyLink(href: string): Promise<void> {
  toast((await copyText(href)) ? '已复制本条链接' : '没能复制，请从地址栏复制')
}

/** Asks about the clause in the chat, which shows the clause above the field and keeps to its notice. */
const askAbout = (clause: string) => `/?about=${encodeURIComponent(`${need('#paper').dataset.notice ?? ''}#${clause}`)}`

let shown: { link: HTMLAnchorElement; place: HTMLElement } | undefined

function hide(): void {
  shown?.place.remove()
  shown?.link.removeAttribute('aria-expanded')
  shown = undefined
}

function toolsFor(link: HTMLAnchorElement, clause: string): HTMLElement {
  return el(
    'div',
    { class: 'clause-tools' },
    el('a', { class: 'button button-quiet', href: askAbout(clause) }, '就这一条提问'),
    el('button', { class: 'button button-quiet', type: 'button', onclick: () => void copyLink(link.href) }, '复制链接'),
  )
}

/** Below the words of the clause, before what stands under it; below a row of a table as a row of its own. */
function show(link: HTMLAnchorElement, clause: string): void {
  hide()
  const tools = toolsFor(link, clause)
  const row = link.closest('tr')
  const place = row ? el('tr', {}, el('td', { colspan: row.cells.length }, tools)) : tools
  ;(row ?? link.parentElement)?.after(place)
  link.setAttribute('aria-expanded', 'true')
  shown = { link, place }
}

/** The sign beside a clause; a clause may have none, such as the title. */
const linkOf = (clause: string) =>
  Array.from(document.querySelectorAll<HTMLAnchorElement>('.clause-link')).find(
    (link) => link.getAttribute('href') === `#${clause}`,
  )

/** Shows what can be done with a clause, and hides that of another. @returns The sign, from which Tab leads there. */
export function showTools(clause: string): HTMLElement | undefined {
  const link = linkOf(clause)
  if (link) show(link, clause)
  else hide()
  return link
}

/** Whoever presses the sign again closes what it opened. */
export function listenToSigns(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('.clause-link')
    if (!link || link !== shown?.link) return
    event.preventDefault()
    hide()
    history.replaceState(history.state, '', location.pathname)
  })
}
