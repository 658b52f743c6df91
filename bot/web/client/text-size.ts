import { hideWelcomeOfReturning } from './has-chat.ts'
import { kept } from './storage.ts'

const large = kept('local', 'large-text', false)

function show(isLarge: boolean): void {
  document.documentElement.classList.toggle('large-text', isLarge)
  document.querySelectorAll('[data-text-size]').forEach((button) => {
    button.setAttribute('aria-pressed', String(isLarge))
  })
}

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('[data-text-size]')) return
  const isLarge = !document.documentElement.classList.contains('large-text')
  large.write(isLarge)
  show(isLarge)
})

hideWelcomeOfReturning()
show(large.read())
document.addEventListener('DOMContentLoaded', () => show(large.read()))
