import { need } from './element.ts'

const log = need('#log')
const above = 12
let isFollowing = false
let anchor: HTMLElement | undefined

/** From here on the log moves with what arrives, until the person scrolls by hand. */
export function follow(message: HTMLElement): void {
  anchor = message
  isFollowing = true
  keepInView()
}

/** Brings the last question to the top as far as there is text below it, so that an answer is read from its start. */
export function keepInView(): void {
  if (!isFollowing || !anchor) return
  log.scrollTop += anchor.getBoundingClientRect().top - log.getBoundingClientRect().top - above
}

for (const move of ['wheel', 'touchmove', 'keydown']) {
  log.addEventListener(move, () => (isFollowing = false), { passive: true })
}

/** Puts a message at the end of the log. */
export function append(message: HTMLElement): void {
  log.append(message)
  document.documentElement.classList.add('has-messages')
  keepInView()
}

/** Quick replies belong to the last reply only: those of earlier ones would answer another question. */
export function retireActions(among: HTMLElement = log): void {
  among.querySelectorAll('.actions[role="group"]').forEach((row) => row.remove())
}

/** Empties the log down to the welcome. */
export function clearLog(): void {
  log.querySelectorAll('.message').forEach((message) => message.remove())
  document.documentElement.classList.remove('has-messages')
  log.scrollTop = 0
}
