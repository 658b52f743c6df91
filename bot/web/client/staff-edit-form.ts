import { fieldsIn } from './edit-fields.ts'
import { el } from './element.ts'
import { sendJson } from './staff-send.ts'

type Preview = {
  required: string
  prompts: { prompt: string; examples: { answer: string; status: keyof typeof marks }[] }[]
  unnamed: number[]
}
const marks = { met: '✓ 符合', unmet: '✗ 不符合', unknown: '？ 待确认' }

/** How long typing rests before the rule is shown anew. */
const restMs = 350

/** The change that a form is for, with what its fields say. */
export const editOf = (form: HTMLFormElement): object => ({
  ...(JSON.parse(form.dataset['edit'] ?? '{}') as object),
  ...fieldsIn(form),
})

/** Fills the list of clauses of a form, once it is opened. */
function offerClauses(select: HTMLSelectElement): void {
  const options = document.querySelector<HTMLTemplateElement>('#clause-options')
  if (select.options.length < 2 && options) select.append(options.content.cloneNode(true))
}

/** Shows the fields of the chosen kind alone. */
function showKind(select: HTMLSelectElement): void {
  for (const fields of select.form?.querySelectorAll<HTMLFieldSetElement>('fieldset[data-for]') ?? []) {
    const isOwn = (fields.dataset['for'] ?? '').split(' ').includes(select.value)
    fields.hidden = !isOwn
    fields.disabled = !isOwn
  }
}

/** The words of the clause that was picked, to be cut to what counts. */
function takeQuote(select: HTMLSelectElement): void {
  const quote = select.form?.elements.namedItem('quote')
  const words = select.selectedOptions[0]?.dataset['quote']
  if (quote instanceof HTMLTextAreaElement && words !== undefined) quote.value = words
}

function showPreview(place: HTMLElement, { required, prompts, unnamed }: Preview): void {
  const cases = prompts.flatMap(({ prompt, examples }) => [
    el('p', { class: 'small' }, prompt),
    el(
      'ul',
      { class: 'rule-cases' },
      ...examples.map(({ answer, status }) => el('li', {}, `${answer}：${marks[status]}`)),
    ),
  ])
  const doubt = unnamed.length > 0 && el('p', {}, `原文里没有“${unnamed.join('”“')}”，请核对。`)
  place.replaceChildren(el('p', {}, required), ...cases, ...(doubt ? [doubt] : []))
}

/** Shows what a form makes of its rule as it is filled in, by the very rule; nothing is saved. */
async function preview(form: HTMLFormElement, address: string): Promise<void> {
  const place = form.querySelector<HTMLElement>('[data-live]')
  if (!place) return
  if (!form.checkValidity()) return place.replaceChildren()
  const edit = editOf(form)
  const asked = JSON.stringify(edit)
  place.dataset['asked'] = asked
  try {
    const shown = await sendJson<Preview>('POST', address, { edit })
    if (place.dataset['asked'] === asked) showPreview(place, shown)
  } catch (error) {
    if (place.dataset['asked'] === asked) place.replaceChildren(el('p', {}, (error as Error).message))
  }
}

/** Keeps the forms of a programme's page in step with what is chosen in them. */
export function tendEditForms(previewAddress: string): void {
  let resting: ReturnType<typeof setTimeout> | undefined
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open)
        target.querySelectorAll<HTMLSelectElement>('select[data-pick]').forEach(offerClauses)
    },
    true,
  )
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLSelectElement && 'pick' in target.dataset) takeQuote(target)
    if (target instanceof HTMLSelectElement && /\.kind$/u.test(target.name)) showKind(target)
    const form = (target as HTMLElement).closest<HTMLFormElement>('form[data-edit]')
    if (!form) return
    clearTimeout(resting)
    resting = setTimeout(() => void preview(form, previewAddress), restMs)
  })
}

/** Opens the form for a new condition with a clause already picked. */
export function insertFrom(clause: string): void {
  const place = document.querySelector<HTMLDetailsElement>('#insert-criteria')
  const select = place?.querySelector<HTMLSelectElement>('select[data-pick]')
  if (!place || !select) return
  place.open = true
  offerClauses(select)
  select.value = clause
  select.dispatchEvent(new Event('input', { bubbles: true }))
  place.scrollIntoView({ block: 'start' })
}
