import { el } from './element.ts'
import { readingWords } from './reading-words.ts'
import type { SuggestedUnit } from './unit-suggest.ts'

const mostOptions = 8

/** The list under a field: opened, moved through and chosen from by key, mouse or finger, as ARIA's combobox is. */
export type Combobox = { show(units: readonly SuggestedUnit[]): void; close(): void }

function option({ unit, short = [], rows }: SuggestedUnit, at: number): HTMLElement {
  const about = [short.join('、'), rows > 1 ? readingWords().rows(rows) : ''].filter((part) => part !== '').join(' · ')
  return el(
    'li',
    { role: 'option', id: `unit-option-${at}`, class: 'unit-option', 'aria-selected': 'false' },
    el('span', {}, unit),
    about !== '' && el('span', { class: 'small' }, about),
  )
}

/** @param onChoice Called with the unit chosen. */
export function makeCombobox(field: HTMLInputElement, list: HTMLElement, onChoice: (unit: string) => void): Combobox {
  let offered: readonly SuggestedUnit[] = []
  let active = -1

  function mark(at: number): void {
    active = at
    const options = [...list.children]
    options.forEach((one, index) => one.setAttribute('aria-selected', String(index === at)))
    if (at < 0) field.removeAttribute('aria-activedescendant')
    else {
      field.setAttribute('aria-activedescendant', `unit-option-${at}`)
      options[at]?.scrollIntoView({ block: 'nearest' })
    }
  }

  function show(units: readonly SuggestedUnit[]): void {
    offered = units.slice(0, mostOptions)
    list.replaceChildren(...offered.map(option))
    list.hidden = offered.length === 0
    field.setAttribute('aria-expanded', String(offered.length > 0))
    mark(-1)
  }

  const close = (): void => show([])
  const choose = (at: number): void => {
    const chosen = offered[at]
    if (chosen) onChoice(chosen.unit)
  }

  const moves: Record<string, () => void> = {
    ArrowDown: () => mark(active + 1 < offered.length ? active + 1 : 0),
    ArrowUp: () => mark(active > 0 ? active - 1 : offered.length - 1),
    Escape: close,
  }

  field.addEventListener('keydown', (event) => {
    // While an input method composes, the keys are its own.
    if (event.isComposing || offered.length === 0) return
    if (event.key === 'Enter' && active >= 0) choose(active)
    else if (moves[event.key]) moves[event.key]?.()
    else return
    event.preventDefault()
  })
  field.addEventListener('blur', close)
  // The field keeps the focus while an option is pressed, so that the list isn't gone before the click.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest('[role=option]')
    choose([...list.children].findIndex((one) => one === pressed))
  })

  field.setAttribute('role', 'combobox')
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', list.id)
  field.setAttribute('aria-expanded', 'false')
  return { show, close }
}
