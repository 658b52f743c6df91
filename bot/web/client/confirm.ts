import { need } from './element.ts'

/** Asks before something that can't be undone. Resolves to whether the person agreed. */
export function confirmed(question: string, yes: string): Promise<boolean> {
  const dialog = need<HTMLDialogElement>('#confirm')
  if (typeof dialog.showModal !== 'function') return Promise.resolve(window.confirm(question))
  need('#confirm-question').textContent = question
  need('#confirm-yes').textContent = yes
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}
