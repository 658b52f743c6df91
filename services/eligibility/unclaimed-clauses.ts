import { readFigures } from '../../knowledge/language/figure.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { amendmentsInUse } from '../amending/amendments-in-use.ts'
import type { ProgrammeDocument, Quoted } from './document.ts'
import { isOfOther, isUnder, locateQuote } from './find-source.ts'

/** Every stretch of a notice that a document rests on. */
function quotesOf({ window, criteria, preferences, commitments, support, preparation }: ProgrammeDocument): Quoted[] {
  const { money, placesQuote, restrictions, amounts = [] } = support
  const given = [window, money, placesQuote].filter((one) => one !== undefined)
  const prepared = preparation.flatMap(({ quote, ...one }) => (quote === undefined ? [] : [{ ...one, quote }]))
  return [...given, ...criteria, ...preferences, ...commitments, ...restrictions, ...amounts, ...prepared]
}

/** The nearest heading above a clause. */
function sectionOf(byId: ReadonlyMap<string, Clause>, id: string): string | undefined {
  const above = byId.get(byId.get(id)?.parent ?? '')
  return above && (above.kind === 'heading' ? above.id : sectionOf(byId, above.id))
}

/**
 * The provisions beside a programme's conditions that no rule of it rests on, in the notice's order. A line that only opens
 * what stands under it is none; one that says a figure of its own is.
 *
 * @param notices All in use: one may amend it.
 */
export function unclaimedClauses(
  document: ProgrammeDocument,
  notice: Notice,
  notices: readonly Notice[] = [notice],
): Clause[] {
  // What another notice has changed has its rule in that notice's words.
  const amended = amendmentsInUse(notices)(notice).flatMap(({ clauses = [] }) => clauses.map(({ id }) => id))
  const clauseOf = (quoted: Quoted): string[] => {
    const found = isOfOther(quoted, document) ? undefined : locateQuote(notice, document, quoted)
    return found && 'source' in found ? [found.source.clause] : []
  }
  const claimed = [...new Set(quotesOf(document).flatMap(clauseOf))]
  const asked = new Set(document.criteria.flatMap(clauseOf))
  const byId = new Map(notice.clauses.map((clause) => [clause.id, clause]))
  const sections = new Set([...asked].flatMap((id) => sectionOf(byId, id) ?? []))
  const isOpening = ({ id, text }: Clause) =>
    claimed.some((one) => isUnder(one, id)) && (/[：:]$/u.test(text.trim()) || readFigures(text).length === 0)
  return notice.clauses.filter(
    (clause) =>
      clause.marker !== undefined &&
      clause.kind === 'item' &&
      sections.has(sectionOf(byId, clause.id) ?? '') &&
      ![...claimed, ...amended].some((id) => isUnder(clause.id, id)) &&
      !isOpening(clause),
  )
}
