import { confirmed } from './confirm.ts'
import { need, toast } from './element.ts'
import { showImpact } from './staff-draft-impact.ts'
import { addSpoken, decide, propose, removeSpoken } from './staff-draft-spoken.ts'
import { addressOf, complain, draftNow, save, showAnew, versionOf } from './staff-draft-store.ts'
import { toggleTools } from './staff-draft-tools.ts'
import { sendJson } from './staff-send.ts'

/** Marks a clause and its words in the text. */
function mark(clause: string) {
  document.querySelectorAll('.is-shown-here').forEach((one) => one.classList.remove('is-shown-here'))
  const line = document.querySelector(`[data-clause="${CSS.escape(clause)}"] > .read-line`)
  const words = document.querySelectorAll(`[data-of="${CSS.escape(clause)}"]`)
  line?.classList.add('is-shown-here')
  words.forEach((one) => one.classList.add('is-shown-here'))
  return { line, words }
}

/** Marks a clause and its words in the text, and shows the one that was not pressed. */
function show(clause: string, isFromSource = false): void {
  const { line, words } = mark(clause)
  const far = isFromSource ? line : words[0]
  far?.scrollIntoView({ block: 'nearest' })
}

function find(field: string): void {
  const words = document.querySelector(`[data-read~="${CSS.escape(field)}"]`)
  if (!words) return
  document.querySelectorAll('.is-shown-here').forEach((one) => one.classList.remove('is-shown-here'))
  words.classList.add('is-shown-here')
  words.scrollIntoView({ block: 'center' })
  need('#source').focus({ preventScroll: true })
}

async function publish(at?: string): Promise<void> {
  const question = at === undefined ? '现在发布？发布以后马上用它作答，可以退回。' : `定于 ${at} 发布？`
  if (!(await confirmed(question, { yes: at === undefined ? '发布' : '定下来', no: '取消' }))) return
  const body = { version: versionOf(), ...(at !== undefined && { at }) }
  const done = await sendJson<{ notice: string; scheduledFor: string | null }>('POST', addressOf('/publish'), body)
  if (done.scheduledFor === null) location.assign(`/staff/notices?published=${encodeURIComponent(done.notice)}`)
  else await showAnew()
}

async function discard(): Promise<void> {
  if (!(await confirmed('删除这份草稿？改动也一起删除。', { yes: '删除', no: '取消' }))) return
  await sendJson('DELETE', addressOf(`?version=${versionOf()}`))
  location.assign('/staff/notices')
}

async function undo(isAll: boolean): Promise<void> {
  const { edits } = await draftNow()
  await save({ edits: isAll ? [] : edits.slice(0, -1) })
}

/** Unfolds what can be done with a clause and shows its words in the text. */
function pick(button: HTMLElement): Promise<void> {
  const line = button.closest<HTMLElement>('.read-line')!
  mark(line.parentElement?.dataset.clause ?? '')
  return toggleTools(button, line)
}

type Press = [selector: string, act: (button: HTMLElement) => unknown]

const presses: Press[] = [
  ['[data-pick]', (button) => pick(button)],
  ['[data-show]', (text) => show(text.closest<HTMLElement>('[data-clause]')?.dataset.clause ?? '')],
  ['[data-to]', ({ dataset }) => goTo(dataset.to ?? '')],
  ['[data-find]', ({ dataset }) => find(dataset.find ?? '')],
  ['[data-of]', ({ dataset }) => show(dataset.of ?? '', true)],
  ['[data-none]', ({ dataset }) => save({ metadata: { [dataset.none ?? '']: '' } })],
  ['[data-as-read]', ({ dataset }) => save({ metadata: { [dataset.asRead ?? '']: null } })],
  ['[data-no-relation]', () => save({ relation: null })],
  ['[data-undo-edit]', () => undo(false)],
  ['[data-undo-edits]', () => undo(true)],
  ['[data-unschedule]', () => save({ scheduledFor: null })],
  ['[data-unspoken]', (button) => removeSpoken(button)],
  ['[data-take]', ({ dataset }) => decide(dataset.take ?? '', true)],
  ['[data-refuse]', ({ dataset }) => decide(dataset.refuse ?? '', false)],
  ['#propose', (button) => propose(button)],
  ['#see-impact', () => showImpact()],
  ['#publish', () => publish()],
  ['#discard', () => discard()],
]

function goTo(clause: string): void {
  show(clause)
  const line = document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(clause)}"]`)
  line?.scrollIntoView({ block: 'center' })
  line?.querySelector<HTMLElement>('[data-pick]')?.focus({ preventScroll: true })
}

const attempt = (work: () => unknown): void => {
  Promise.resolve()
    .then(work)
    .catch((error: Error) => complain(error.message))
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return
  for (const [selector, act] of presses) {
    const pressed = target.closest<HTMLElement>(selector)
    if (pressed) return attempt(() => act(pressed))
  }
})

document.addEventListener('submit', (event) => {
  const { target: form } = event
  if (!(form instanceof HTMLFormElement)) return
  const { fieldForm, spoken } = form.dataset
  if (fieldForm === undefined && spoken === undefined && form.id !== 'relation' && form.id !== 'schedule') return
  event.preventDefault()
  const values = new FormData(form)
  const text = (name: string) => {
    const value = values.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  attempt(async () => {
    if (form.id === 'schedule') return publish(text('day'))
    if (spoken !== undefined) return addSpoken(spoken, text)
    if (fieldForm === undefined) {
      if (text('as') === '') return toast('请选一种')
      return save({ relation: { as: text('as'), of: text('of') } })
    }
    const value = text('value')
    await save({ metadata: { [fieldForm]: value === '' ? null : fieldForm === 'year' ? Number(value) : value } })
  })
})
