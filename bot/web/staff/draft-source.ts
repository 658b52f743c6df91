import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import type { DraftJson } from '../../notice-desk/draft-json.ts'
import { type Html, markup } from '../html.ts'

type Read = { start: number; end: number; field: string }

/** A stretch of the source that lies in the same clause and the same fields from end to end. */
type Stretch = { start: number; end: number; clause: string | undefined; fields: string[] }

/** The fields that were read off the text, with where their words stand. */
const readOf = ({ metadata }: DraftJson): Read[] =>
  Object.entries(metadata).flatMap(([field, reading]) => {
    const { start, end } = reading.readFrom
    return start === undefined || end === undefined ? [] : [{ start, end, field }]
  })

function stretchesOf(draft: DraftJson): Stretch[] {
  const { clauses, source } = draft
  const owned = clauses.flatMap(({ id, spans }) => spans.map((span) => ({ ...span, id })))
  owned.sort((a, b) => a.start - b.start)
  const read = readOf(draft)
  const edges = [
    0,
    source.length,
    ...owned.flatMap(({ start, end }) => [start, end]),
    ...read.flatMap(({ start, end }) => [start, end]),
  ]
  const places = [...new Set(edges)].sort((a, b) => a - b)
  let at = 0
  return places.slice(0, -1).map((start, place) => {
    const end = places[place + 1]!
    while (at < owned.length && owned[at]!.end <= start) at++
    const owner = owned[at]
    const fields = read.filter((one) => one.start <= start && end <= one.end).map(({ field }) => field)
    return { start, end, clause: owner && owner.start <= start ? owner.id : undefined, fields }
  })
}

/** The text of a draft as it was in its file; what was read off it is marked. */
export function renderSource(draft: DraftJson): Html {
  const pieces = stretchesOf(draft).map(({ start, end, clause, fields }) => {
    const text = draft.source.slice(start, end).replaceAll('\t', '　')
    if (clause === undefined) return text
    const names = fields.map((field) => words.fields[field] ?? field).join('、')
    const inner =
      fields.length > 0 ? markup`<mark data-read="${fields.join(' ')}" title="读出${names}">${text}</mark>` : text
    return markup`<span data-of="${clause}">${inner}</span>`
  })
  return markup`<div class="source" id="source" role="region" aria-label="原文" tabindex="0">${pieces}</div>`
}
