import { need } from './element.ts'
import { closedByGoingBack } from './way-back.ts'

/** Asks before something that can't be undone. Resolves to whether the person agreed. */
export function confirmed(question: string, { yes, no }: { yes: string; no: string }): Promise<boolean> {
  const dialog = need<HTMLDialogElement>('#confirm')
  if (typeof dialog.showModal !== 'function') return Promise.resolve(window.confirm(question))
  need('#confirm-question').textContent = question
  need('#confirm-yes').textContent = yes
  need('#confirm-no').textContent = no
  dialog.showModal()
  const settled = closedByGoingBack(() => dialog.close())
  return new Promise((resolve) => {
    const answered = new AbortController()
    const { signal } = answered
    const settle = (isAgreed: boolean) => {
      answered.abort()
      settled()
      resolve(isAgreed)
    }
    // The close event comes later than the press, maybe only when the dialog is open again with another question.
    dialog.addEventListener('submit', ({ submitter }) => settle(submitter?.getAttribute('value') === 'yes'), { signal })
    dialog.addEventListener('close', () => dialog.open || settle(false), { signal })
  })
}
