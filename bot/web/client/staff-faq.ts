import { el, need, toast } from './element.ts'
import { chosenClauses, findClauses, tick, tickedWords } from './staff-clauses.ts'
import { keepTyped } from './staff-kept.ts'
import { type FaqText, showLateFaq } from './staff-late.ts'
import { Late, sendJson, SignedOut } from './staff-send.ts'

type Reply = { text: string; citations: { heading: string; quote: string }[] }

const form = document.querySelector<HTMLFormElement>('#faq')
const valueOf = (name: string) => need<HTMLTextAreaElement>(`#faq [name=${name}]`).value
const linesOf = (name: string) =>
  valueOf(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const written = () => ({ answer: valueOf('answer').trim(), wordings: linesOf('wordings'), clauses: chosenClauses() })

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
    if (error instanceof SignedOut) need('#faq-fault').append(signInLink())
    if (!(error instanceof Late) || !form) return
    const { stored, submitted } = error as Late<FaqText & { version: number }, FaqText>
    // Both texts are seen now: what stays in the form may be saved in the place of the other.
    form.dataset.version = String(stored.version)
    complain(showLateFaq(stored, submitted))
  })
}

const signInLink = () => el('a', { href: '/staff/login', target: '_blank', rel: 'noopener' }, '在新窗口登录')

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
  forget()
  location.assign(`/staff/faqs/${faq.id}`)
}

/** What is kept of a form: its texts, and the clauses that are ticked. */
const texts = () => ({
  answer: valueOf('answer'),
  wordings: valueOf('wordings'),
  clauses: JSON.stringify(tickedWords()),
})

function fill({ answer = '', wordings = '', clauses = '[]' }: Record<string, string>): void {
  need<HTMLTextAreaElement>('#faq [name=answer]').value = answer
  need<HTMLTextAreaElement>('#faq [name=wordings]').value = wordings
  tick(JSON.parse(clauses) as [string, string][])
  form?.closest('details')?.setAttribute('open', '')
}

let forget = () => {}

if (form) {
  const id = form.dataset.id === undefined ? undefined : Number(form.dataset.id)
  forget = keepTyped({ form, name: `faq.${id ?? form.dataset.question ?? 'new'}`, read: texts, fill })
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

for (const own of document.querySelectorAll<HTMLElement>('[data-faq]'))
  own.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement)) return
    const address = `/api/staff/faqs/${own.dataset.faq}`
    const failed = (error: Error) => toast(error.message)
    const version = Number(own.dataset.version)
    const reload = () => location.reload()
    if (target.matches('[data-undo]')) void sendJson('POST', `${address}/undo`, { version }).then(reload, failed)
    if (target.matches('[data-delete]')) void sendJson('DELETE', `${address}?version=${version}`).then(reload, failed)
    if (target.matches('[data-confirm]'))
      void sendJson('PATCH', address, { version, state: 'published' }).then(reload, failed)
  })
