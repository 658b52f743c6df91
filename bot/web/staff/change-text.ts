import { staffTexts as words } from '../../../prompts/staff-texts.ts'
import { differenceOf } from '../difference.ts'
import { type Html, markup } from '../html.ts'

/** Of a value that is long: how much is shown, so that a whole document doesn't fill the page. */
const longest = 2000

type Fields = Map<string, string>

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isPlace = (value: unknown): value is { notice: string; clause: string; quote?: string } =>
  isRecord(value) && typeof value.notice === 'string' && typeof value.clause === 'string'

/** A value in words: places by their names, lists a line each, and what has parts with these named. */
function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'string') return words.changedValues[value] ?? value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(inWords).join('\n')
  if (isPlace(value)) return [`${value.notice} ${value.clause}`, value.quote].filter(Boolean).join('：')
  return Object.entries(value)
    .map(([name, part]) => `${nameOf(name)}：${inWords(part)}`)
    .join('；')
}

/** An answer that says what notices say is no answer that was reviewed: the same word stands for both. */
const valueOf = (field: string, value: unknown): string =>
  field === 'kind' && (value === 'reviewed' || value === 'office') ? words.faqKinds[value] : inWords(value)

const nameOf = (field: string): string => words.changedFields[field] ?? field

const fieldsOf = (content: unknown): Fields =>
  isRecord(content)
    ? new Map(Object.entries(content).map(([name, value]) => [nameOf(name), valueOf(name, value)]))
    : new Map(content === null || content === undefined ? [] : [['', inWords(content)]])

const cut = (text: string): string => (text.length > longest ? `${[...text].slice(0, longest).join('')}……` : text)

function marked(text: string, other: string, tag: 'del' | 'ins'): Html | false {
  if (text === '') return false
  const [start, own, end] = differenceOf(cut(text), cut(other))
  const mark = tag === 'del' ? markup`<del>${own}</del>` : markup`<ins>${own}</ins>`
  return markup`<p class="said-text">${start}${own !== '' && mark}${end}</p>`
}

/** What a change has made of each field: what was there before and what is now, as text; what stayed is left out. */
export function changeText(before: unknown, after: unknown): Html | false {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  const rows = names.flatMap((name) => {
    const [from, to] = [was.get(name) ?? '', is.get(name) ?? '']
    if (from === to) return []
    return [markup`<dt>${name}</dt><dd>${marked(from, to, 'del')}${marked(to, from, 'ins')}</dd>`]
  })
  return rows.length > 0 && markup`<dl class="change-text">${rows}</dl>`
}
