import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { isOfOther, isUnder, locateAmong, locateQuote } from './find-source.ts'
import { followSections, wordsOf } from './follow-sections.ts'
import type { ProgrammeDocument, Quoted } from './document.ts'

/** Another edition of a programme's notice, as its rules look at it. */
export type Edition = {
  /** The edition in use; the sections of its programmes are where they are now. */
  notice: Notice
  /** The section of the programme in it, where it has one of its own. */
  section: string | undefined
  /** Whether the words are there still, in one clause that is the programme's. */
  stands(quoted: Quoted): boolean
  /**
   * Whether nothing else was put around words that stand: in their clause, up to what its other rules quote, and in the
   * headings above. What narrows a condition, or offers another way to meet it, may follow its own words.
   */
  isUnqualified(quoted: Quoted): boolean
  /** The same with the section it names where that is now. */
  placed<T extends Quoted>(item: T): T
  /** The clause that has taken the place of the one that held the words: of its kind, at best with its number. */
  inPlaceOf(quoted: Quoted): Clause | undefined
  /** Clauses beside those that hold the words of `known`, which were not there before. */
  addedBeside(known: readonly Quoted[]): Clause[]
}

/** @param beside The other notices in use: words may stand in one that amends this one. */
export function openEdition(
  declared: ProgrammeDocument,
  original: Notice,
  used: Notice,
  beside: readonly Notice[] = [],
): Edition {
  const follow = followSections(original, used)
  const section = declared.section === undefined ? undefined : follow(declared.section)
  const base = { id: declared.id, ...(section !== undefined && { section }) }
  const notice = {
    ...used,
    programmes: original.programmes.map((one) => ({ ...one, section: follow(one.section) ?? '' })),
  }
  const isOthers = (id: string) =>
    notice.programmes.some((one) => one.id !== declared.id && one.section !== '' && isUnder(id, one.section))

  function placed<T extends Quoted>(item: T): T {
    if (isOfOther(item, declared)) return item
    const { section: own, ...rest } = item
    const followed = own === undefined ? undefined : follow(own)
    return (followed === undefined ? rest : { ...rest, section: followed }) as T
  }

  const sourceOf = (quoted: Quoted): string | undefined => {
    const found = isOfOther(quoted, declared)
      ? locateAmong(beside, declared, quoted)
      : locateQuote(notice, base, placed(quoted))
    return 'source' in found ? found.source.clause : undefined
  }

  const rules = [...declared.criteria, ...declared.preferences]
  function isUnqualified(quoted: Quoted): boolean {
    if (isOfOther(quoted, declared)) return true
    const found = locateQuote(original, declared, quoted)
    const before = 'source' in found ? requireClause(original, found.source.clause) : undefined
    const now = requireClause(notice, sourceOf(quoted)!)
    if (!before) return false
    const others = rules.filter(({ quote }) => quote !== quoted.quote && plainWords(before).includes(plain(quote)))
    const around = aroundOf(before, quoted, others)
    const aroundNow = aroundOf(now, quoted, others)
    return (
      headingsAbove(original, before) === headingsAbove(notice, now) &&
      // Where a rule beside it no longer stands, that one is left open, and what was put there with it.
      around.every(({ words, next }, side) => next !== aroundNow[side]!.next || words === aroundNow[side]!.words)
    )
  }

  function inPlaceOf(quoted: Quoted): Clause | undefined {
    const found = locateQuote(original, declared, quoted)
    const before = 'source' in found ? original.clauses.find(({ id }) => id === found.source.clause) : undefined
    if (!before) return undefined
    const above = before.parent === undefined ? undefined : follow(before.parent)
    if (before.parent !== undefined && above === undefined) return undefined
    const alike = notice.clauses.filter(
      ({ id, parent, kind }) =>
        parent === above && kind === before.kind && (above !== undefined || id === before.id) && !isOthers(id),
    )
    return alike.find(({ marker }) => marker === before.marker) ?? alike[0]
  }

  function addedBeside(known: readonly Quoted[]): Clause[] {
    const before = new Set(original.clauses.map(wordsOf))
    const own = known.filter((quoted) => !isOfOther(quoted, declared))
    const held = new Set(own.flatMap((quoted) => [sourceOf(quoted), inPlaceOf(quoted)?.id]))
    const parents = new Set(notice.clauses.filter(({ id }) => held.has(id)).map(({ parent }) => parent))
    return notice.clauses.filter(
      (clause) =>
        clause.parent !== undefined &&
        parents.has(clause.parent) &&
        (clause.kind === 'item' || clause.kind === 'paragraph') &&
        !held.has(clause.id) &&
        !before.has(wordsOf(clause)),
    )
  }

  const stands = (quoted: Quoted) => sourceOf(quoted) !== undefined
  return { notice, section, stands, isUnqualified, placed, inPlaceOf, addedBeside }
}

const requireClause = (notice: Notice, id: string): Clause => notice.clauses.find((clause) => clause.id === id)!
const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '')
const plainWords = (clause: Clause): string => plain(wordsOf(clause))

function headingsAbove(notice: Notice, { parent }: Clause): string {
  if (parent === undefined) return ''
  const above = requireClause(notice, parent)
  return `${headingsAbove(notice, above)}/${plainWords(above)}`
}

/** The words before and after a quote in its clause, up to the nearest of the others', and which that is. */
function aroundOf(clause: Clause, { quote }: Quoted, others: readonly Quoted[]) {
  const words = plainWords(clause)
  const placeOf = (of: string) => ({
    quote: of,
    start: words.indexOf(plain(of)),
    end: words.indexOf(plain(of)) + plain(of).length,
  })
  const { start, end } = placeOf(quote)
  const places = others.map((other) => placeOf(other.quote)).filter((one) => one.start >= 0)
  const [before] = places.filter((one) => one.end <= start).toSorted((one, other) => other.end - one.end)
  const [after] = places.filter((one) => one.start >= end).toSorted((one, other) => one.start - other.start)
  return [
    { words: words.slice(before?.end ?? 0, start), next: before?.quote },
    { words: words.slice(end, after?.start), next: after?.quote },
  ]
}
