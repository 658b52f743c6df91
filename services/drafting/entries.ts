import type { Clause } from '../../knowledge/parsing/clause.ts'
import { type Need, allOf, anyOf } from './need.ts'
import { type Entry, type Kind, givenBy, leadOf, ownEntries, wordsStart } from './own-entries.ts'
import { isCategories, isListed, opensLines, withRequired } from './list-shape.ts'
import type { Given } from './read-provision.ts'
import { caseOfLead, caseOfTitle } from './case-of-lead.ts'
import { rowEntries } from './condition-rows.ts'
import { withVerb } from './lead-verb.ts'
import { factsOf } from './chunks.ts'
import type { Outline } from './sections.ts'
import { refusal } from './words.ts'
import { modeOf } from './mode-of.ts'

/** All that a clause and those below it ask for. */
export function entriesOf(outline: Outline, clause: Clause, kind: Kind, given?: Given): Entry[] {
  const words = clause.text.slice(wordsStart(clause)).trim()
  const isTitle =
    outline.childrenOf(clause.id).length > 0 &&
    !/[。：:；]/u.test(words) &&
    factsOf(words).figures.every(({ bound }) => bound === undefined)
  const title = clause.heading === '' ? words : clause.heading
  const when = isTitle ? (caseOfLead(title) ?? caseOfTitle(title)) : undefined
  const own = isTitle ? [] : ownEntries(clause, kind, given)
  const below = listEntries(outline, clause, outline.childrenOf(clause.id), kind)
  if (!when) return [...own, ...below]
  return below.map((entry) => ({
    ...entry,
    need: 'when' in entry.need && isSame(entry.need.when, when) ? entry.need : { when, then: entry.need },
  }))
}

const isSame = (one: Need, other: Need): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The children of a clause, in the lists that their lead-ins open. */
export function listEntries(
  outline: Outline,
  parent: Clause | undefined,
  children: readonly Clause[],
  kind: Kind,
): Entry[] {
  const entries: Entry[] = []
  let lead = parent && leadOf(parent.text) !== '' ? parent : undefined
  let run: Clause[] = []
  let rows: Clause[] = []
  const close = () => {
    if (run.length > 0) entries.push(...groupEntries(outline, lead ?? parent, lead, run, kind))
    run = []
    entries.push(...rowEntries(rows))
    rows = []
  }
  for (const [at, child] of children.entries()) {
    const own = outline.kinds.get(child.id)
    if (own !== kind || !['item', 'paragraph', 'heading', 'row'].includes(child.kind)) continue
    if (!outline.isWithin(child)) continue
    if (child.kind === 'row' && child.cells) {
      rows.push(child)
      continue
    }
    if (opensLines(outline, child, children[at + 1], lead)) {
      close()
      entries.push(...ownEntries(child, kind))
      lead = child
      continue
    }
    if (child.kind === 'item' ? child.marker !== undefined : isListed(child, lead, run)) {
      run.push(child)
      continue
    }
    close()
    const isOwnList = outline.childrenOf(child.id).length > 0
    if (child.kind === 'paragraph' && leadOf(child.text) !== '' && !isOwnList) {
      entries.push(...ownEntries(child, kind))
      lead = child
    } else entries.push(...entriesOf(outline, child, kind))
  }
  close()
  return entries
}

/** The entries of one list as its lead-in binds them. */
function groupEntries(
  outline: Outline,
  head: Clause | undefined,
  lead: Clause | undefined,
  run: Clause[],
  kind: Kind,
): Entry[] {
  const text = lead ? leadOf(lead.text.slice(wordsStart(lead))) : ''
  const each = run.map((child) => entriesOf(outline, child, kind, { ...givenBy(text), isListed: true }))
  const needs = each.flatMap((entries) => allOf(entries.map(({ need }) => withVerb(text, need))) ?? [])
  const isRefused = kind === 'refusals' || (refusal.test(text) && text !== '')
  const when = isRefused ? undefined : caseOfLead(text)
  if (when) {
    const rest = text.slice(text.indexOf('的，') + 2)
    const inner = groupEntries(outline, head, lead && { ...lead, text: rest }, run, kind)
    return inner.map((entry) => {
      const isLead = entry.clause.id === lead?.id
      const place = isLead ? { clause: lead, start: wordsStart(lead), end: lead.text.length } : {}
      return { ...entry, ...place, need: { when, then: entry.need } }
    })
  }
  if (isRefused) return each.flat()
  const mode = modeOf(text) ?? (isCategories(run, kind) ? 'any' : 'all')
  if (mode === 'all' || needs.length < 2 || !head) return each.flat()
  const need = withRequired(
    text,
    needs,
    mode === 'any' ? anyOf(needs)! : { count: Math.min(mode, needs.length), of: needs },
  )
  const start = lead ? lead.text.length - leadOf(lead.text).length : 0
  const from = [head.id, ...each.flat().flatMap((entry) => entry.from)]
  const review = each.flat().find((entry) => entry.review)?.review
  return [
    {
      need,
      clause: head,
      start: Math.max(start, lead ? wordsStart(lead) : 0),
      end: head.text.length,
      from,
      ...(head.heading !== '' && { title: head.heading }),
      ...(review !== undefined && { review }),
    },
  ]
}
