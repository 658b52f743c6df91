import { squeeze } from '../language/clean-text.ts'
import type { Clause, ClauseKind, Span } from './clause.ts'
import { leadOf } from './lead-of.ts'
import { readMarker } from './markers.ts'
import { endsSentence } from './read-paragraphs.ts'
import type { ReadingEdit } from './reading-edit.ts'
import { afterSolid, bodyOf, opensWith, ReadingTree } from './reading-tree.ts'

/** A reading as people have mended it, and the places in their list of the edits that fit nothing in it. */
export type MendedReading = { clauses: Clause[]; unfit: number[] }

/** The text of a row or form is put together from cells: where it was printed can't be told by counting. */
const ofCells: ReadonlySet<ClauseKind> = new Set(['table', 'row'])
const longestTitle = 60
const chinese = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’—…]/u

/**
 * Mends a reading, one edit after the other. The words stay as they are: every character of the source that is no white space
 * lies in exactly one span of exactly one clause, before and after.
 *
 * @param source The notice's text, which the spans are of.
 */
export function mendReading(source: string, read: readonly Clause[], edits: readonly ReadingEdit[]): MendedReading {
  if (edits.length === 0) return { clauses: [...read], unfit: [] }
  const tree = new ReadingTree(read)
  const unfit = edits.flatMap((edit, at) => (apply(tree, source, edit) ? [] : [at]))
  return { clauses: tree.finish(), unfit }
}

/** @returns Whether the edit fitted. */
function apply(tree: ReadingTree, source: string, edit: ReadingEdit): boolean {
  const clause = tree.find(edit.clause)
  if (!clause) return false
  switch (edit.do) {
    case 'join':
      return join(tree, clause)
    case 'split':
      return split(tree, source, clause, edit.at)
    case 'move':
      return move(tree, clause, edit.under)
    case 'retitle':
      return retitle(tree, clause, edit.heading.trim())
    case 'leave-out':
      for (const one of tree.familyOf(clause)) one.kind = 'furniture'
      return true
  }
}

function join(tree: ReadingTree, clause: Clause): boolean {
  const into = tree.before(clause)
  if (!into || ofCells.has(clause.kind) || ofCells.has(into.kind)) return false
  const body = bodyOf(clause)
  if (into.kind === 'heading') {
    const isTitle = clause.kind === 'heading' || (!endsSentence(body) && body.length <= longestTitle)
    if (isTitle) into.heading += clause.text
    else into.kind = into.marker === undefined ? 'paragraph' : 'item'
  }
  into.text = glued(into.text, clause.text)
  into.quote = glued(into.quote, clause.quote)
  into.spans.push(...clause.spans)
  const children = tree.childrenOf(clause)
  tree.remove(clause)
  for (const child of children) tree.place(child, into)
  tree.renameStep(into)
  return true
}

const glued = (one: string, other: string): string =>
  chinese.test(one.at(-1) ?? '') || chinese.test(other[0] ?? '') ? one + other : `${one} ${other}`

function split(tree: ReadingTree, source: string, clause: Clause, at: number): boolean {
  if (ofCells.has(clause.kind)) return false
  const cut = [...clause.text].slice(0, at).join('').length
  const solid = squeeze(clause.text.slice(0, cut)).length
  if (solid === 0 || solid === squeeze(clause.text).length) return false
  const spans = splitSpans(source, clause.spans, solid)
  const [text, quote] = [clause.text, clause.quote].map((whole) => cutAfter(whole, solid)) as [Cut, Cut]
  const marker = readMarker(text.after)
  const added: Clause = {
    id: `${clause.id}~`,
    kind: clause.kind,
    heading: '',
    path: '',
    text: text.after,
    quote: quote.after,
    spans: spans.after,
  }
  Object.assign(clause, { text: text.before, quote: quote.before, spans: spans.before })
  if (!clause.text.includes(clause.heading)) clause.heading = clause.kind === 'heading' ? bodyOf(clause) : ''
  tree.insertAfter(clause, added)
  if (marker) openProvision(tree, clause, added, marker)
  else {
    const isNumbered = clause.marker !== undefined
    if (isNumbered) added.kind = 'paragraph'
    const parent = isNumbered ? clause : tree.parentOf(clause)
    const paragraphs = parent ? tree.childrenOf(parent).filter(({ kind }) => kind === 'paragraph') : []
    tree.place(added, parent, `p${paragraphs.length + 1}`)
  }
  for (const one of [clause, added]) tree.renameStep(one)
  return true
}

/** What a split leaves behind opens a provision of its own: what stood under the first stands under it. */
function openProvision(
  tree: ReadingTree,
  first: Clause,
  added: Clause,
  marker: NonNullable<ReturnType<typeof readMarker>>,
): void {
  added.marker = squeeze(marker.raw)
  const body = bodyOf(added)
  const isTitle = body.length <= 40 && !endsSentence(body)
  added.kind = isTitle ? 'heading' : 'item'
  added.heading = isTitle ? body : leadOf(body, marker)
  const children = tree.childrenOf(first)
  tree.place(added, tree.parentOf(first), marker.name ?? String(marker.number))
  for (const child of children) tree.place(child, added)
}

type Cut = { before: string; after: string }

function cutAfter(text: string, solid: number): Cut {
  const at = afterSolid(text, solid)
  return { before: text.slice(0, at).trimEnd(), after: text.slice(at).trimStart() }
}

function splitSpans(source: string, spans: readonly Span[], solid: number): { before: Span[]; after: Span[] } {
  const parts: { before: Span[]; after: Span[] } = { before: [], after: [] }
  let left = solid
  for (const { start, end } of spans) {
    const held = squeeze(source.slice(start, end)).length
    const at = start + (left >= held ? end - start : afterSolid(source.slice(start, end), left))
    if (left > 0) parts.before.push({ start, end: at })
    if (at < end || left <= 0) parts.after.push({ start: left > 0 ? at : start, end })
    left = Math.max(0, left - held)
  }
  return parts
}

function move(tree: ReadingTree, clause: Clause, under: string | null): boolean {
  const parent = under === null ? undefined : tree.find(under)
  if (under !== null && !parent) return false
  const isBefore = !parent || tree.clauses.indexOf(parent) < tree.clauses.indexOf(clause)
  if (!isBefore || (parent && tree.familyOf(clause).includes(parent))) return false
  tree.place(clause, parent)
  return true
}

function retitle(tree: ReadingTree, clause: Clause, heading: string): boolean {
  if (ofCells.has(clause.kind)) return false
  const body = bodyOf(clause)
  if (!opensWith(body, heading)) return false
  const isWhole = heading !== '' && squeeze(heading) === squeeze(body)
  clause.kind = isWhole ? 'heading' : clause.marker === undefined ? 'paragraph' : 'item'
  clause.heading = heading === '' ? '' : body.slice(0, afterSolid(body, squeeze(heading).length))
  tree.renameStep(clause)
  return true
}
