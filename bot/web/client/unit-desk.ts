import { copyText } from './copy-text.ts'
import { need, toast } from './element.ts'
import { readingWords } from './reading-words.ts'
import { makeCombobox } from './unit-combobox.ts'
import { makeFilter } from './unit-filter.ts'
import { suggest } from './unit-suggest.ts'

/** Pause in typing after which suggestions are asked for, in milliseconds. */
const pauseMs = 80
const words = readingWords()

const open = (unit: string): void => location.assign(`/units?unit=${encodeURIComponent(unit)}`)

/** The field with its suggestions, which filter the lists below too. */
function startSearch(form: HTMLFormElement): void {
  const field = need<HTMLInputElement>('#unit-field')
  const box = makeCombobox(field, need('#unit-options'), open)
  const { filter } = makeFilter(need('[data-unit-lists]'))
  const count = need('[data-unit-count]')
  let timer = 0

  async function take(text: string): Promise<void> {
    const units = text === '' ? [] : await suggest(text)
    if (field.value.trim() !== text) return
    box.show(document.activeElement === field ? (units ?? []) : [])
    const rows = filter(
      text,
      (units ?? []).map(({ unit }) => unit),
    )
    count.textContent = text === '' ? '' : units?.length ? words.unitsFound(units.length) : words.noUnit(rows)
  }

  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void take(field.value.trim()), pauseMs)
  })
  form.addEventListener('submit', (event) => {
    if (field.value.trim() === '') event.preventDefault()
  })
}

async function copy(text: string): Promise<void> {
  toast((await copyText(text)) ? words.copied : words.notCopied)
}

function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', () => void copy(button.dataset.copy ?? ''))
  }
}

startCopying()
const form = document.querySelector<HTMLFormElement>('[data-unit-search]')
if (form) startSearch(form)
