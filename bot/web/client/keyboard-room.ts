import { need } from './element.ts'

const leastKeyboard = 120

/** Keeps the composer above the on-screen keyboard where the browser only shrinks the visual viewport. */
export function makeRoomForKeyboard(): void {
  const viewport = window.visualViewport
  if (!viewport) return
  const log = need('#log')
  const adapt = () => {
    const isOpen = window.innerHeight - viewport.height > leastKeyboard && viewport.scale < 1.1
    const gap = log.scrollHeight - log.scrollTop - log.clientHeight
    const root = document.documentElement
    root.classList.toggle('keyboard-is-open', isOpen)
    root.style.setProperty('--visible-height', `${viewport.height}px`)
    if (!isOpen) return
    window.scrollTo(0, 0)
    if (gap < leastKeyboard) log.scrollTop = log.scrollHeight
  }
  viewport.addEventListener('resize', adapt)
  viewport.addEventListener('scroll', adapt)
}
