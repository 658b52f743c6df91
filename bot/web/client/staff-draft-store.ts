import { el, need } from './element.ts'
import { Late, sendJson } from './staff-send.ts'

export type Edit =
  | { do: 'join' | 'leave-out'; clause: string }
  | { do: 'split'; clause: string; at: number }
  | { do: 'move'; clause: string; under: string | null }
  | { do: 'retitle'; clause: string; heading: string }

export type ReadClause = {
  id: string
  parent?: string
  kind: string
  marker?: string
  heading: string
  path: string
  text: string
  quote: string
}

export type Draft = {
  id: string
  version: number
  title: string
  clauses: ReadClause[]
  statements: { clause: string; text: string; isSure: boolean }[]
  edits: Edit[]
  spoken: Spoken
}

/** How people speak of the notice. */
export type Spoken = {
  names: string[]
  equivalents: { said: string; written: string }[]
  questions: { question: string; quote: string }[]
}

type Values = Record<string, string | number | null | Spoken>
type Change = {
  metadata?: Values
  edits?: Edit[]
  relation?: object | null
  scheduledFor?: null
}
type Told = { edits?: Edit[]; given?: Values; metadata?: Values }

const own = () => need('#draft')
export const addressOf = (rest = ''): string =>
  `/api/staff/notices/${encodeURIComponent(own().dataset.id ?? '')}${rest}`
export const versionOf = (): number => Number(own().dataset.version)

let kept: { version: number; draft: Promise<Draft> } | undefined

/** The draft as it is shown, read once for each version of it. */
export function draftNow(): Promise<Draft> {
  const version = versionOf()
  if (kept?.version !== version) kept = { version, draft: sendJson<Draft>('GET', addressOf()) }
  return kept.draft
}

/** Says what went wrong: beside the form that somebody is at, where it has a place for it. */
export function complain(words: string): void {
  const beside = document.activeElement?.closest('details')?.querySelector<HTMLElement>('[role=alert]')
  const place = beside ?? need('#fault')
  place.hidden = words === ''
  place.textContent = words
  if (words !== '') place.scrollIntoView({ block: beside ? 'nearest' : 'center' })
}

/** Saves a change and shows the draft as it is then; `to` is the clause to go to. Resolves to whether it was saved. */
export async function save(change: Change, to?: string): Promise<boolean> {
  complain('')
  try {
    await sendJson('PATCH', addressOf('/draft'), { version: versionOf(), ...change })
  } catch (error) {
    await refused(error as Error, change)
    return false
  }
  await showAnew()
  if (to !== undefined) document.querySelector<HTMLElement>(`[data-clause="${CSS.escape(to)}"] [data-pick]`)?.focus()
  return true
}

async function refused(error: Error, change: Change): Promise<void> {
  if (!(error instanceof Late)) return complain(error.message)
  await showAnew()
  const { stored } = error as Late<Told>
  need('#late [data-stored]').replaceChildren(...wordsOf(stored))
  need('#late [data-submitted]').replaceChildren(...wordsOf(change))
  need('#late').hidden = false
  complain('没有保存：您打开以后，别人已经改过这份草稿。下面已换成现在保存的，请核对后再改一次。')
}

const valued = (fields: Values = {}) =>
  Object.entries(fields).map(([field, value]) => `${nameOf(field)}：${inWords(value)}`)

const inWords = (value: Values[string]): string | number =>
  value === null ? '按读出的' : typeof value === 'object' ? `${Object.values(value).flat().length} 条` : value

const nameOf = (field: string): string =>
  document.querySelector(`[data-field="${CSS.escape(field)}"] dt, #${CSS.escape(field)} > h2`)?.textContent ?? field

function wordsOf({ edits, given, metadata }: Told): Node[] {
  const lines = [...valued(given), ...valued(metadata), ...(edits ? [`对条款的改动 ${edits.length} 处`] : [])]
  return (lines.length > 0 ? lines : ['其他改动']).map((line) => el('p', { class: 'said-text' }, line))
}

/** Puts the draft as the server shows it now in the place of the one shown; what was unfolded stays so. */
export async function showAnew(): Promise<void> {
  const response = await fetch(location.href)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const newest = page.querySelector('#draft')
  if (!response.ok || !newest) return location.reload()
  const top = document.querySelector('#source')?.scrollTop ?? 0
  for (const { id } of document.querySelectorAll('details[id][open]'))
    newest.querySelector(`#${CSS.escape(id)}`)?.setAttribute('open', '')
  own().replaceWith(newest)
  document.querySelector('#source')?.scrollTo({ top })
  need('h1').textContent = page.querySelector('h1')?.textContent ?? ''
}
