import { lengthOf } from './characters.ts'
import { need } from './element.ts'
import { languageOf, wordsIn } from './language.ts'
import { kept } from './storage.ts'
import { shellLanguage } from './transcript.ts'

const limit = 2000
const nearLimit = 1800
const draft = kept('session', 'draft', '')

const form = need<HTMLFormElement>('#composer')
const field = need<HTMLTextAreaElement>('#message')
const button = need<HTMLButtonElement>('#send')
const count = need('#count')
let hasToWait = false

function fit(): void {
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
}

function show(): void {
  const length = lengthOf(field.value.trim())
  const isOver = length > limit
  count.hidden = length <= nearLimit
  const { over, left } = wordsIn(languageOf(field.value, shellLanguage())).composer
  count.textContent = isOver ? over(length - limit) : left(limit - length)
  count.classList.toggle('is-over', isOver)
  field.setAttribute('aria-invalid', String(isOver))
  button.setAttribute('aria-disabled', String(isOver || length === 0 || hasToWait))
  fit()
}

/** An Enter that picks a word of the input method is not an Enter that sends. */
const isComposing = (event: KeyboardEvent) => event.isComposing || event.keyCode === 229

/** While a reply is under way the composer takes words but sends none. */
export const isBusy = (): boolean => hasToWait

export function setBusy(isWaiting: boolean): void {
  hasToWait = isWaiting
  show()
}

/** Puts words into the field for the person to go on with. */
export function putDraft(text: string): void {
  field.value = text
  draft.write(text)
  show()
  field.focus()
}

export const focusComposer = (): void => field.focus({ preventScroll: true })

/** Lets the composer hand over what people write; what can't be sent now stays in the field. */
export function listenToComposer(send: (text: string) => void): void {
  const submit = () => {
    const text = field.value.trim()
    if (!text || lengthOf(text) > limit || hasToWait) return
    field.value = ''
    draft.write('')
    show()
    send(text)
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return
    event.preventDefault()
    submit()
  })
  field.addEventListener('input', () => {
    draft.write(field.value)
    show()
  })
  field.value = draft.read()
  show()
}
