import { copyText } from './copy-text.ts'
import { toast } from './element.ts'

/** Copies the link that stands in a field beside the button. */
document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copies]') : null
  const field = button && document.querySelector<HTMLInputElement>(`#${button.dataset['copies']}`)
  if (!button || !field) return
  const { copied = '', notCopied = '' } = button.dataset
  void copyText(field.value).then((isCopied) => {
    toast(isCopied ? copied : notCopied)
    if (!isCopied) field.select()
  })
})
