import { cutTo } from './characters.ts'
import { el, need, toast } from './element.ts'
import { sendJson } from './staff-send.ts'

type Hit = { notice: string; clause: string; heading: string; text: string }
export type Place = { notice: string; clause: string }

const boxes = () => Array.from(document.querySelectorAll<HTMLInputElement>('#faq [name=clause]'))

/** The clauses that are ticked. */
export const chosenClauses = (): Place[] =>
  boxes()
    .filter(({ checked }) => checked)
    .map(({ value }) => {
      const at = value.indexOf('#')
      return { notice: value.slice(0, at), clause: value.slice(at + 1) }
    })

/** The clauses that are ticked, each with the words it is shown with. */
export const tickedWords = (): [value: string, words: string][] =>
  boxes()
    .filter(({ checked }) => checked)
    .map((box) => [box.value, box.closest('label')?.textContent?.trim() ?? ''])

/** Ticks these clauses and no others; one that isn't offered is added with its words. */
export function tick(wanted: readonly [value: string, words: string][]): void {
  for (const [value, words] of wanted) if (!boxes().some((box) => box.value === value)) offer(value, words)
  const values = new Set(wanted.map(([value]) => value))
  for (const box of boxes()) box.checked = values.has(box.value)
}

function offer(value: string, ...words: (Node | string)[]): void {
  const box = el('input', { type: 'checkbox', name: 'clause', value })
  need('#choices').append(el('li', {}, el('label', { class: 'clause-choice' }, box, el('span', {}, ...words))))
}

/** Looks for clauses by the words that were typed, and offers those that aren't yet. */
export async function findClauses(): Promise<void> {
  const query = need<HTMLInputElement>('#clause-query').value.trim()
  if (query === '') return
  const { hits } = await sendJson<{ hits: Hit[] }>('POST', '/api/search', { query, limit: 8 })
  const known = new Set(boxes().map(({ value }) => value))
  for (const { notice, clause, heading, text } of hits) {
    const value = `${notice}#${clause}`
    if (!known.has(value)) offer(value, `${heading} `, el('span', { class: 'clause-words' }, cutTo(text, 200)))
  }
  if (hits.length === 0) toast('没有找到条款')
}
