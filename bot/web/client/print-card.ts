import { el, icon } from './element.ts'

/** The browser inside WeChat has no printing. */
const canPrint = () => typeof window.print === 'function' && !/MicroMessenger/i.test(navigator.userAgent)

/** Prints one card of the page alone under its lead, with everything in it opened. */
function print(card: HTMLElement): void {
  const message = card.closest('.message')
  const around = [document.documentElement, message, message?.querySelector('.lead')]
  const marked = [card, ...around].filter((one) => one instanceof Element)
  const closed = Array.from(card.querySelectorAll('details')).filter(({ open }) => !open)
  const set = (isPrinting: boolean) => {
    marked.forEach((one) => one.classList.toggle('is-printed', isPrinting))
    closed.forEach((details) => (details.open = isPrinting))
  }
  set(true)
  window.addEventListener('afterprint', () => set(false), { once: true })
  window.print()
}

/** A button that prints the card, where the browser can. */
export function printButton(card: HTMLElement): HTMLElement | undefined {
  if (!canPrint()) return undefined
  return el(
    'button',
    { class: 'button button-quiet', type: 'button', onclick: () => print(card) },
    icon('print'),
    '打印',
  )
}
