import { need } from './element.ts'
import { closedByGoingBack, leaveFor } from './way-back.ts'

const button = need('#menu')
const panel = need('#panel')
let settled: (() => void) | undefined

function open(isOpen: boolean): void {
  button.setAttribute('aria-expanded', String(isOpen))
  panel.classList.toggle('is-open', isOpen)
  if (isOpen) return void (settled ??= closedByGoingBack(closeMenu))
  settled?.()
  settled = undefined
}

/** Closes the menu that small screens have; on wide ones it is a column that stays. */
export const closeMenu = (): void => open(false)

/** A link of the menu takes the place of the open menu in the history. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest('a')
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  if (leaveFor(link.href)) event.preventDefault()
}

/** Lets the menu open and close by button, Escape, the way back and a tap beside it. */
export function listenToMenu(): void {
  button.addEventListener('click', () => open(button.getAttribute('aria-expanded') !== 'true'))
  panel.addEventListener('click', follow)
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !panel.classList.contains('is-open')) return
    open(false)
    button.focus()
  })
  document.addEventListener('click', (event) => {
    // Where the press has replaced what was pressed, only its path knows that it was in the menu.
    const path = event.composedPath()
    if (panel.classList.contains('is-open') && !path.includes(panel) && !path.includes(button)) open(false)
  })
}
