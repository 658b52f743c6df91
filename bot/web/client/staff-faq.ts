import { el, need, toast } from './element.ts'
import { chosenClauses, findClauses, tick, tickedWords } from './staff-clauses.ts'
import { mayPublish } from './staff-faq-impact.ts'
import { type Preview, showPreview } from './staff-faq-preview.ts'
import { keepTyped } from './staff-kept.ts'
import { type FaqText, showLateFaq } from './staff-late.ts'
import { Late, sendJson, SignedOut } from './staff-send.ts'

const form = document.querySelector<HTMLFormElement>('#faq')
const fieldOf = (name: string) =>
  need<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`#faq [name=${name}]`)
const valueOf = (name: string) => fieldOf(name).value
const kindOf = () => need<HTMLInputElement>('#faq [name=kind]:checked').value
const linesOf = (name: string) =>
  valueOf(name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function written() {
  const [notice, programme] = valueOf('scope').split('/')
  return {
    kind: kindOf(),
    answer: valueOf('answer').trim(),
    wordings: linesOf('wordings'),
    clauses: chosenClauses(),
    authorRole: valueOf('authorRole').trim(),
    expiresOn: valueOf('expiresOn') || null,
    scope: notice ? { notice, ...(programme !== undefined && { programme }) } : null,
  }
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
    if (error instanceof SignedOut) need('#faq-fault').append(signInLink())
    if (!(error instanceof Late) || !form) return
    const { stored, submitted } = error as Late<FaqText & { version: number }, FaqText>
    // Both texts are seen now: what stays in the form may be saved in the place of the other.
    form.dataset.version = String(stored.version)
    complain(showLateFaq(stored, submitted))
  })
}

const signInLink = () => el('a', { href: '/staff/login', target: '_blank', rel: 'noopener' }, '在新窗口登录')
const withId = (id: number | undefined) => (id === undefined ? {} : { id })

async function preview(id: number | undefined): Promise<void> {
  const ask = valueOf('ask').trim() || linesOf('wordings')[0] || ''
  const said = await sendJson<Preview>('POST', '/api/staff/faqs/preview', { ...written(), ask, ...withId(id) })
  showPreview(said)
  if (!said.isUsed) complain('这个提问与各种问法都不够接近，不会用到这条答复。可以把它加为一种问法。')
}

async function keep(id: number | undefined, question: string | undefined, state: string): Promise<void> {
  if (state === 'published' && !(await mayPublish({ ...written(), ...withId(id) }))) return
  const body = { ...written(), state }
  const faq = await (id === undefined
    ? sendJson<{ id: number }>('POST', '/api/staff/faqs', { ...body, ...(question !== undefined && { question }) })
    : sendJson<{ id: number }>('PATCH', `/api/staff/faqs/${id}`, { ...body, version: Number(form?.dataset.version) }))
  forget()
  // Whoever comes from the queue goes on there.
  location.assign(`/staff/faqs/${faq.id}${question === undefined ? '' : '#queue'}`)
}

const kept = ['answer', 'wordings', 'authorRole', 'expiresOn', 'scope']

/** What is kept of a form: its texts, and the clauses that are ticked. */
const texts = () => ({
  ...Object.fromEntries(kept.map((name) => [name, valueOf(name)])),
  kind: kindOf(),
  clauses: JSON.stringify(tickedWords()),
})

function fill(values: Record<string, string>): void {
  for (const name of kept) fieldOf(name).value = values[name] ?? ''
  const kind = document.querySelector<HTMLInputElement>(`#faq [name=kind][value="${CSS.escape(values.kind ?? '')}"]`)
  if (kind) kind.checked = true
  tick(JSON.parse(values.clauses ?? '[]') as [string, string][])
  form?.closest('details')?.setAttribute('open', '')
}

const showKind = () => (need('#office').hidden = kindOf() !== 'office')

let forget = () => {}

if (form) {
  const id = form.dataset.id === undefined ? undefined : Number(form.dataset.id)
  forget = keepTyped({ form, name: `faq.${id ?? form.dataset.question ?? 'new'}`, read: texts, fill })
  showKind()
  form.addEventListener('change', showKind)
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
