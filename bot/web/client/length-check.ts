import { el } from './element.ts'

type Check = { status: 'within' | 'over' | 'depends'; text: string }

const patienceMs = 10_000
/** Long enough for a hand that goes on typing. */
const pauseMs = 400

async function check(programme: string, item: string, text: string): Promise<Check | undefined> {
  const path = [programme, 'fields', item, 'length'].map(encodeURIComponent).join('/')
  const response = await fetch(`/api/programmes/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
    signal: AbortSignal.timeout?.(patienceMs),
  })
  return response.ok ? ((await response.json()) as Check) : undefined
}

/** A field to paste a text into that says at once whether it is too long for its place in the form. */
export function lengthCheck(programme: string, item: string, title: string): HTMLElement {
  const said = el('p', { class: 'length-said', role: 'status' })
  const field = el('textarea', { class: 'field length-field', rows: 5, 'aria-label': `要检查的文字：${title}` })
  let latest = 0
  async function show(): Promise<void> {
    const mine = ++latest
    const found = field.value.trim() ? await check(programme, item, field.value).catch(() => undefined) : undefined
    if (mine !== latest) return
    said.textContent = found?.text ?? (field.value.trim() ? '没能检查，请稍后再试。' : '')
    said.className = `length-said${found ? ` length-${found.status}` : ''}`
  }
  let timer = 0
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void show(), pauseMs)
  })
  const hint = el('p', { class: 'length-hint' }, '粘贴要填写的文字即可，内容不会保存。')
  return el('details', { class: 'more length-check' }, el('summary', {}, '检查字数'), hint, field, said)
}
