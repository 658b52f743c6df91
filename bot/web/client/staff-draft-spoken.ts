import { need, toast } from './element.ts'
import { addressOf, complain, draftNow, save, showAnew, type Spoken, versionOf } from './staff-draft-store.ts'
import { sendJson } from './staff-send.ts'

type Part = keyof Spoken

/** Changes how people speak of the notice, and goes on at the form of that part. */
async function change(part: Part, done: string, into: (entries: never[], spoken: Spoken) => unknown[]): Promise<void> {
  const { spoken } = await draftNow()
  const isSaved = await save({ metadata: { spoken: { ...spoken, [part]: into(spoken[part] as never[], spoken) } } })
  if (!isSaved) return
  toast(done)
  const field = document.querySelector<HTMLElement>(`#add-${part}[open] input`)
  ;(field ?? need(`#add-${part} > summary`)).focus()
}

const added = '已补上'

/** Adds what a form says: a name, a word for a word of the notice, or a question with the clause that answers it. */
export async function addSpoken(part: string, text: (name: string) => string): Promise<void> {
  if (part === 'names') return change(part, added, (names) => [...names, text('name')])
  if (part === 'equivalents')
    return change(part, added, (all) => [...all, { said: text('said'), written: text('written') }])
  const { clauses } = await draftNow()
  const quote = [...(clauses.find(({ id }) => id === text('clause'))?.quote ?? '')].slice(0, 120).join('')
  await change('questions', added, (all) => [...all, { question: text('question'), quote }])
}

export const removeSpoken = ({ dataset: { unspoken, at } }: HTMLElement): Promise<void> =>
  change(unspoken as Part, '已删掉', (entries) => entries.filter((_, place) => place !== Number(at)))

/** Has the model propose; that takes a while. */
export async function propose(button: HTMLElement): Promise<void> {
  complain('')
  button.setAttribute('disabled', '')
  need('#proposing').textContent = '正在请模型提议，最多一分钟……'
  try {
    const { proposals } = await sendJson<{ proposals: unknown[] }>('POST', addressOf('/proposals'), {})
    await showAnew()
    if (proposals.length === 0) need('#proposing').textContent = '没有提议。'
  } catch (error) {
    button.removeAttribute('disabled')
    need('#proposing').textContent = (error as Error).message
  }
}

/** Takes a proposal, or lets it go, and goes on at the next. */
export async function decide(id: string, take: boolean): Promise<void> {
  complain('')
  await sendJson('POST', addressOf(`/proposals/${encodeURIComponent(id)}`), { version: versionOf(), take })
  await showAnew()
  toast(take ? '已采用' : '已删掉')
  const next = document.querySelector<HTMLElement>('#proposals [data-take]')
  ;(next ?? document.querySelector<HTMLElement>('#propose'))?.focus()
}
