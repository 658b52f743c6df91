import { cutTo } from './characters.ts'
import { el, need, toast } from './element.ts'
import { type FaqText, showLateFaq } from './staff-late.ts'
import { Late, sendJson } from './staff-send.ts'

type Reply = { text: string; citations: { heading: string; quote: string }[] }
type Hit = { notice: string; clause: string; heading: string; text: string }

const form = document.querySelector<HTMLFormElement>('#faq')
const valueOf = (name: string) => need<HTMLTextAreaElement>(`#faq [name=${name}]`).value
const linesOf = (name: string) =>
  valueOf(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function written() {
  const chosen = Array.from(document.querySelectorAll<HTMLInputElement>('#faq [name=clause]:checked'))
  const clauses = chosen.map(({ value }) => {
    const at = value.indexOf('#')
    return { notice: value.slice(0, at), clause: value.slice(at + 1) }
  })
  return { answer: valueOf('answer').trim(), wordings: linesOf('wordings'), clauses }
}

function complain(words: string): void {
  const place = need('#faq-fault')
  place.hidden = words === ''
  place.textContent = words
}

async function attempt(work: () => Promise<void>): Promise<void> {
  complain('')
  need('#faq-late').hidden = true
  await work().catch((error: Error) => {
    complain(error.message)
    if (!(error instanceof Late) || !form) return
    const { stored, submitted } = error as Late<FaqText & { version: number }, FaqText>
    // Both texts are seen now: what stays in the form may be saved in the place of the other.
    form.dataset.version = String(stored.version)
    complain(showLateFaq(stored, submitted))
  })
}

async function findClauses(): Promise<void> {
  const query = need<HTMLInputElement>('#clause-query').value.trim()
  if (query === '') return
  const { hits } = await sendJson<{ hits: Hit[] }>('POST', '/api/search', { query, limit: 8 })
  const known = new Set(
    Array.from(document.querySelectorAll<HTMLInputElement>('[name=clause]')).map(({ value }) => value),
  )
  const choices = need('#choices')
  for (const { notice, clause, heading, text } of hits) {
    const value = `${notice}#${clause}`
    if (known.has(value)) continue
    const words = el('span', {}, `${heading} `, el('span', { class: 'clause-words' }, cutTo(text, 200)))
    choices.append(
      el(
        'li',
        {},
        el('label', { class: 'clause-choice' }, el('input', { type: 'checkbox', name: 'clause', value }), words),
      ),
    )
  }
  if (hits.length === 0) toast('没有找到条款')
}

const shown = ({ text, citations }: Reply) =>
  el(
    'div',
    { class: 'said' },
    el('p', { class: 'said-text' }, text),
    el('p', { class: 'small' }, citations.length > 0 && `依据：${citations.map(({ heading }) => heading).join('；')}`),
  )

async function preview(id: number | undefined): Promise<void> {
  const ask = valueOf('ask').trim() || linesOf('wordings')[0] || ''
  const said = await sendJson<{ before: Reply[]; after: Reply[]; isUsed: boolean }>('POST', '/api/staff/faqs/preview', {
    ...written(),
    ask,
    ...(id !== undefined && { id }),
  })
  need('[data-before]').replaceChildren(...said.before.map(shown))
  need('[data-after]').replaceChildren(...said.after.map(shown))
  need('#preview-result').hidden = false
  if (!said.isUsed) complain('这个提问与各种问法都不够接近，不会用到这条答复。可以把它加为一种问法。')
}

async function keep(id: number | undefined, question: string | undefined, state: string): Promise<void> {
  const body = { ...written(), state }
  const faq = await (id === undefined
    ? sendJson<{ id: number }>('POST', '/api/staff/faqs', { ...body, ...(question !== undefined && { question }) })
    : sendJson<{ id: number }>('PATCH', `/api/staff/faqs/${id}`, { ...body, version: Number(form?.dataset.version) }))
  location.assign(`/staff/faqs/${faq.id}`)
}

if (form) {
  const id = form.dataset.id === undefined ? undefined : Number(form.dataset.id)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const state = event.submitter?.dataset.state ?? 'published'
    void attempt(() => keep(id, form.dataset.question, state))
  })
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || event.isComposing) return
    event.preventDefault()
    if (event.target.id === 'clause-query') void attempt(findClauses)
    if (event.target.name === 'ask') void attempt(() => preview(id))
  })
  need('#find-clauses').addEventListener('click', () => void attempt(findClauses))
  need('#preview').addEventListener('click', () => void attempt(() => preview(id)))
}

const own = document.querySelector<HTMLElement>('[data-faq]')
own?.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return
  const address = `/api/staff/faqs/${own.dataset.faq}`
  const failed = (error: Error) => toast(error.message)
  const version = Number(own.dataset.version)
  const reload = () => location.reload()
  if (target.matches('[data-undo]')) void sendJson('POST', `${address}/undo`, { version }).then(reload, failed)
  if (target.matches('[data-delete]')) void sendJson('DELETE', `${address}?version=${version}`).then(reload, failed)
})
