import type { PreparedNotice } from '../../../knowledge/importing/prepare-notice.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { type Marker, readMarker } from '../../../knowledge/parsing/markers.ts'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'

/** What somebody should look at before a draft is put in use, and in which clause or field. */
export type ReadingWarning = { text: string; clause?: string; field?: string }

/** Characters of a clause that make one look whether it is one. */
const longClause = 1_200
/** Warnings of one kind that are told: where there are more, the reading as a whole is at fault. */
const most = 20

/** What is doubtful about a reading: what is missing, edits that fit no more, numbers left out, clauses that are very long. */
export function warningsOf({ notice, readings, twin, unfit }: PreparedNotice, isRelated: boolean): ReadingWarning[] {
  return [
    ...(twin && !isRelated ? [{ text: words.twin(twin.title, twin.by), field: 'relation' }] : []),
    ...readings.missing.map(({ field, label, isRequired }) => ({ text: words.missing(label, isRequired), field })),
    ...(unfit.length > 0 ? [{ text: words.unfit(unfit.length) }] : []),
    ...gaps(notice.clauses).slice(0, most),
    ...longOnes(notice.clauses).slice(0, most),
  ]
}

const longOnes = (clauses: readonly Clause[]): ReadingWarning[] =>
  clauses
    .filter(({ kind, text }) => (kind === 'paragraph' || kind === 'item') && lengthOf(text) > longClause)
    .map(({ id, text }) => ({ text: words.longClause(lengthOf(text)), clause: id }))

/** Where the numbers of sisters leave one out. */
function gaps(clauses: readonly Clause[]): ReadingWarning[] {
  const warnings: ReadingWarning[] = []
  const last = new Map<string, { marker: Marker; printed: string }>()
  for (const { id, parent = '', marker: printed } of clauses) {
    const marker = printed === undefined ? undefined : readMarker(printed)
    if (!marker || printed === undefined) continue
    const before = last.get(`${parent} ${marker.style}`)
    if (before && marker.number > before.marker.number + 1)
      warnings.push({ text: words.gap(before.printed, printed), clause: id })
    last.set(`${parent} ${marker.style}`, { marker, printed })
  }
  return warnings
}
