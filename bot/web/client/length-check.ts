import type { AssessmentWords } from './assessment-words.ts'
import { el } from './element.ts'

type Check = { status: 'within' | 'over' | 'depends'; text: string }

const patienceMs = 10_000
/** Long enough for a hand that goes on typing. */
const pauseMs = 400

async function check(programme: string, item: string, text: string, language: 'zh' | 'en'): Promise<Check | undefined> {
  const path = [programme, 'fields', item, 'length'].map(encodeURIComponent).join('/')
  const response = await fetch(`/api/programmes/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, language }),
    signal: AbortSignal.timeout?.(patienceMs),
  })
  return response.ok ? ((await response.json()) as Check) : undefined
}

/** A field to paste a text into that says at once whether it is too long for its place in the form. */
export function lengthCheck(
  programme: string,
  { id: item, text: title }: { id: string; text: string },
  words: AssessmentWords,
): HTMLElement {
  const said = el('p', { class: 'length-said', role: 'status' })
  const field = el('textarea', { class: 'field length-field', rows: 5, 'aria-label': words.length.field(title) })
  let latest = 0
  async function show(): Promise<void> {
    const mine = ++latest
    const found = field.value.trim()
      ? await check(programme, item, field.value, words.length.language).catch(() => undefined)
      : undefined
    if (mine !== latest) return
    said.textContent = found?.text ?? (field.value.trim() ? words.length.failed : '')
    said.className = `length-said${found ? ` length-${found.status}` : ''}`
  }
  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void show(), pauseMs)
  })
  const hint = el('p', { class: 'length-hint' }, words.length.hint)
  return el('details', { class: 'more length-check' }, el('summary', {}, words.length.title), hint, field, said)
}
