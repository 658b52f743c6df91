import { need } from './element.ts'

const button = need('#menu')
const panel = need('#panel')

function open(isOpen: boolean): void {
  button.setAttribute('aria-expanded', String(isOpen))
  panel.classList.toggle('is-open', isOpen)
}

/** Closes the menu that small screens have; on wide ones it is a column that stays. */
export const closeMenu = (): void => open(false)

/** Lets the menu open and close by button, Escape and a tap beside it. */
export function listenToMenu(): void {
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'))
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.classList.contains('is-open')) return
    open(false)
    button.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !panel.contains(target) && !button.contains(target)) open(false)
  })
}
