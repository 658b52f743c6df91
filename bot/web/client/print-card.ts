import { el, icon, need, toast } from './element.ts'
import { wordsIn } from './language.ts'
import { shellLanguage } from './transcript.ts'

/** The browser inside WeChat has no printing. */
const canPrint = () => typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent)

/** Prints with everything in `place` opened, and `marked` as what is printed. */
function printOpened(place: HTMLElement, marked: Element[] = []): void {
  const closed = Array.from(place.querySelectorAll('details')).filter(({ open }) => !open)
  const set = (isPrinting: boolean) => {
    marked.forEach((one) => one.classList.toggle('is-printed', isPrinting))
    closed.forEach((details) => (details.open = isPrinting))
  }
  set(true)
  window.addEventListener('afterprint', () => set(false), { once: true })
  // What opens fills itself when the browser has told it so.
  setTimeout(() => window.print(), 60)
}

/** Prints one card of the page alone under its lead. */
function printCard(card: HTMLElement): void {
  const message = card.closest('.message')
  const around = [document.documentElement, message, message?.querySelector('.lead')]
  printOpened(
    card,
    [card, ...around].filter((one) => one instanceof Element),
  )
}

/** Prints the whole conversation with the clauses it rests on. */
export function printConversation(): void {
  if (canPrint()) printOpened(need('#log'))
  else toast(wordsIn(shellLanguage()).noPrint)
}

/** A button that prints the card, where the browser can. */
export function printButton(card: HTMLElement, words: string): HTMLElement | undefined {
  if (!canPrint()) return undefined
  return el(
    'button',
    { class: 'button button-quiet', type: 'button', onclick: () => printCard(card) },
    icon('print'),
    words,
  )
}
