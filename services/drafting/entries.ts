import lexicon from '../../knowledge/lexicon/drafting.json' with { type: 'json' }
import type { Clause } from '../../knowledge/parsing/clause.ts'
import { bodyStart } from '../../knowledge/statements/clause-context.ts'
import { findModal } from '../../knowledge/statements/words.ts'
import { type Need, allOf, anyOf, claim, negated, plainNeedsOf } from './need.ts'
import { isNoun, namesApplicants, readApplicants } from './read-applicants.ts'
import { readProvisions } from './read-provision.ts'
import type { Outline } from './sections.ts'
import { type SectionKind, modeOf, oneOf, permits, refusal } from './words.ts'

/** One requirement of a notice with the words it rests on. */
export type Entry = {
  need: Need
  clause: Clause
  start: number
  end: number
  title?: string
  /** Every clause that had a part in it. */
  from: readonly string[]
  review?: string
}

export type Kind = Extract<SectionKind, 'applicants' | 'conditions' | 'refusals' | 'preferences'>

/** Where a clause's own words begin, behind its marker and a heading on the same line. */
export function wordsStart(clause: Clause): number {
  const start = bodyStart(clause)
  const rest = clause.text.slice(start)
  const led = clause.heading === '' ? -1 : rest.indexOf(clause.heading)
  const behind = led < 0 ? '' : rest.slice(led + clause.heading.length)
  return led >= 0 && led <= 1 && /^[。．：:\s]/u.test(behind) ? start + led + clause.heading.length + 1 : start
}

/** The last words of a clause, where they open a list. */
const leadOf = (text: string): string => /[^。；]*[：:]$/u.exec(text)?.[0] ?? ''

/** What the words before a list say by themselves: all but the chunk that opens it. */
function ownText(text: string): string {
  const lead = leadOf(text)
  if (lead === '') return text
  const chunk = lead.lastIndexOf('，')
  const last = lead.slice(chunk + 1)
  const isWhole = chunk < 0 || refusal.test(lead) || /^(?:可以?|均可)/u.test(last)
  // …具有独立法人资格且需满足以下条件之一：
  const said =
    /^(?<own>.{4,}?)(?:，|且|并)(?:还|同时)*(?:应当?|须|需|要|必须)?(?:同时)?(?:满足|符合|具备|包括|达到)/u.exec(last)
      ?.groups?.['own']
  const before = text.slice(0, text.length - lead.length)
  if (isWhole) return before + (said === undefined || refusal.test(lead) ? '' : said)
  return before + lead.slice(0, chunk) + (said === undefined ? '' : `，${said}`)
}

function ownEntries(clause: Clause, kind: Kind): Entry[] {
  const start = wordsStart(clause)
  const text = ownText(clause.text)
  if (clause.kind === 'heading' || text.length <= start) return []
  const words = text.slice(start)
  const isNumbered = clause.marker !== undefined
  const found = readProvisions(`${' '.repeat(start)}${words}`, start, (sentence, at) =>
    otherwise(sentence.replace(/[；;]$/u, ''), kind, isNumbered && at === 0),
  )
  return found.map((one) => ({
    ...one,
    clause,
    from: [clause.id],
    ...(clause.heading !== '' && { title: clause.heading }),
  }))
}

const procedural = new RegExp(oneOf(lexicon.procedural), 'u')

/** 不受前款第（四）项限制: who may do without what is said elsewhere. */
const otherRoute = /不受[^，。]*(?:第[^，。]{1,8}[项款条]|前款|上款|上述|前述)[^，。]*(?:限制|约束)/u

/** Who may apply is read as such; what is no requirement is left out. */
function otherwise(sentence: string, kind: Kind, isEntry: boolean): Need | null | undefined {
  if (/优先/u.test(sentence) && kind !== 'preferences') return null
  if (otherRoute.test(sentence)) return { unread: sentence }
  const [first = ''] = sentence.split('，')
  if (namesApplicants(first) && /^[^，]+，(?:符合|满足|具备)(?:下列|以下)[^，]*$/u.test(sentence))
    return readApplicants(first) ?? null
  if (isNoun(sentence) || namesApplicants(sentence)) return readApplicants(sentence) ?? null
  if (kind === 'refusals' || isEntry) return undefined
  const modality = findModal(sentence)?.modality
  const isFree = modality === 'may' && !permits(sentence) && !/应|须|必须|不/u.test(sentence)
  return isFree || modality === 'encouraged' || procedural.test(sentence) ? null : undefined
}

/** All that a clause and those below it ask for. */
export function entriesOf(outline: Outline, clause: Clause, kind: Kind): Entry[] {
  const own = ownEntries(clause, kind)
  const below = listEntries(outline, clause, outline.childrenOf(clause.id), kind)
  return [...own, ...below]
}

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
  const close = () => {
    if (run.length > 0) entries.push(...groupEntries(outline, lead ?? parent, lead, run, kind))
    run = []
  }
  for (const child of children) {
    const own = outline.kinds.get(child.id)
    if (own !== kind || !['item', 'paragraph', 'heading', 'row'].includes(child.kind)) continue
    if (child.marker !== undefined && child.kind === 'item') {
      run.push(child)
      continue
    }
    close()
    if (child.kind === 'paragraph' && leadOf(child.text) !== '') {
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
  const text = lead ? leadOf(lead.text) : ''
  const each = run.map((child) => entriesOf(outline, child, kind))
  const needs = each.flatMap((entries) => allOf(entries.map(({ need }) => need)) ?? [])
  const isRefused = kind === 'refusals' || (refusal.test(text) && text !== '')
  if (isRefused) return each.flat().map((entry) => ({ ...entry, need: asRefused(entry) }))
  const mode = modeOf(text) ?? (isCategories(run, kind) ? 'any' : 'all')
  if (mode === 'all' || needs.length < 2 || !head) return each.flat()
  const need = mode === 'any' ? anyOf(needs)! : { count: Math.min(mode, needs.length), of: needs }
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

/** 申报对象：1.高校；2.科研院所: a list of who may apply names each of them, and one is enough. */
const isCategories = (run: Clause[], kind: Kind): boolean =>
  kind === 'applicants' &&
  run.every((child) => child.heading !== '' || isNoun(child.text.slice(wordsStart(child)).replace(/[。；;]$/u, '')))

/** A ground for refusal in words alone is one, however many commas it has. */
function asRefused({ need, clause, start, end }: Entry): Need {
  const isPlain = plainNeedsOf(need).every(({ kind }) => kind === 'claim')
  const words = clause.text
    .slice(start, end)
    .trim()
    .replace(/[；;。]+$/u, '')
    .replace(/的$/u, '')
  return negated(isPlain && !('when' in need) ? claim(words) : need)
}
