import type { Clause } from '../../knowledge/parsing/clause.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { Criterion } from '../eligibility/document.ts'
import { conditionOf } from './condition-of.ts'
import { entriesOf, listEntries } from './entries.ts'
import { looseEntries } from './loose-entries.ts'
import type { Entry, Kind } from './own-entries.ts'
import type { FactBook } from './fact-book.ts'
import { type Need, plainNeedsOf, unreadIn } from './need.ts'
import { quoteOf } from './quote-of.ts'
import type { Outline } from './sections.ts'
import { widenEntries } from './widen-entries.ts'
import { claimed } from './word-claims.ts'
import { labelOf } from './word-facts.ts'

const isAsked = (kind: string | undefined): kind is Kind =>
  kind === 'applicants' || kind === 'conditions' || kind === 'refusals'

/** Everything that a notice asks of those who apply for a programme, in its order. */
export function readEntries(outline: Outline): Entry[] {
  const { notice, kinds, isWithin } = outline
  const done = new Set<string>()
  const entries: Entry[] = []
  for (const clause of notice.clauses) {
    const kind = kinds.get(clause.id)
    if (isWithin(clause) && !isAsked(kind)) entries.push(...looseEntries(outline, clause))
    if (done.has(clause.id) || !isAsked(kind) || !isWithin(clause)) continue
    const above = outline.parentOf(clause)
    const isRoot = above === undefined || kinds.get(above) !== kind
    if (!isRoot) continue
    const siblings = outline.childrenOf(above).filter((one) => kinds.get(one.id) === kind)
    const isTitled = clause.kind === 'heading' || clause.marker !== undefined
    // A line without a number that opens a list: its entries stand beside it.
    const found = isTitled
      ? entriesOf(outline, clause, kind)
      : listEntries(outline, undefined, siblings.slice(siblings.indexOf(clause)), kind)
    for (const one of isTitled ? [clause] : siblings) done.add(one.id)
    entries.push(...found)
  }
  return widenEntries(entries)
}

/** What a requirement is called: as its heading says, or by what it asks for. */
function titleOf({ need, title, clause }: Entry, { notice, kinds }: Outline): string {
  if (title !== undefined && title.length <= 24) return title
  const above =
    clause.marker === undefined && kinds.get(clause.id) === 'applicants'
      ? notice.clauses.find(({ id }) => id === clause.parent)?.heading
      : undefined
  if (above !== undefined && above !== '' && above.length <= 12 && !/条件/u.test(above)) return above
  const plain = plainNeedsOf('when' in need ? need.then : need)
  const [first] = plain
  const name =
    first === undefined
      ? texts.group
      : first.kind === 'claim'
        ? labelOf(claimed(first))
        : first.kind === 'figure'
          ? labelOf(first.metric)
          : first.kind === 'choice'
            ? `${first.subject ?? ''}${first.ladder}`
            : texts.dateLabel(first.event)
  if ('count' in need) return texts.someOfThese(shortened(name, 16), need.count)
  return shortened('any' in need && plain.length > 3 ? texts.oneOfThese(shortened(name, 14)) : name, 30)
}

function reviewOf(need: Need, review: string | undefined): string | undefined {
  const [unread] = unreadIn(need)
  return unread === undefined ? review : texts.review.unread(unread)
}

export type DraftedCriterion = { criterion: Criterion; clause: Clause; span: [number, number]; from: readonly string[] }

/** Most criteria of a document. */
const mostCriteria = 60

/** 二、企业条件: what follows is of the firm, where a person applies. */
const ofFirm =
  /(?:^|[、）.›\s])(?:所在|创办|所创办|申报)?(?:企业|公司|单位)(?:应?具备的?|须?满足的?|基本|应符合的?)?(?:条件|要求)/u

export function draftCriteria(
  outline: Outline,
  entries: readonly Entry[],
  book: FactBook,
  isPerson: boolean,
): DraftedCriterion[] {
  return entries.slice(0, mostCriteria).map((entry, at) => {
    const { need, clause, start, end, from } = entry
    const quoted = quoteOf(outline.notice, clause, start, end)
    const title = titleOf(entry, outline)
    const review = reviewOf(need, entry.review)
    const asked = { isPerson, isOfFirm: ofFirm.test(clause.path), quote: shortened(quoted.quote, 120), title }
    const condition = conditionOf(need, asked, book)
    const criterion: Criterion = {
      id: `c${at + 1}`,
      title,
      ...quoted,
      condition,
      ...(review !== undefined && { review }),
    }
    return { criterion, clause, span: [start, end], from }
  })
}
