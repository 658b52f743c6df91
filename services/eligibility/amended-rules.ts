import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { type Located, plain } from '../amending/find-amended.ts'
import type { ProgrammeDocument, Quoted } from './document.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import { isOfOther, locateQuote } from './find-source.ts'
import { daysIn } from './last-days.ts'

/** Which amendment changes a rule, the latest where several do. */
export type Touch = {
  of(rule: Quoted): Located | undefined
  ofWindow(window: Quoted): Located | undefined
  /** What is new beside the conditions, or can't be told to change anything that is there. */
  added(): Located[]
}

/** Words on the time to apply. */
const onTime = /申报|申请|报送|受理|截止|提交|征集|报名/u

/** The last day that an amendment puts in place of another; a day without a year is of the notice's. */
export const endingDay = ({ after, quote }: Located, year: number): string | undefined =>
  (after === undefined ? [] : daysIn(after, year)).at(-1) ?? daysIn(quote, year).at(-1)

/** Whether an amendment names another last day to apply, and no place at which the old one stands. */
export const movesLastDay = ({ kind, said, after, place }: Located, year: number): boolean =>
  place.length === 0 && kind === 'changed' && onTime.test(said) && after !== undefined && daysIn(after, year).length > 0

/** The days that words on the time to apply name. */
export const daysToApply = (text: string, year: number): string[] => (onTime.test(text) ? daysIn(text, year) : [])

/** Where the words of an amendment stand. */
export const placeOf = ({ quote, notice, clause }: Located): Required<Quoted> => ({ quote, notice, section: clause })

/**
 * The time to apply with the last day that an amendment names; the first stays as its own words have it, unless the amendment
 * names one.
 *
 * @returns Undefined where it names no last day.
 */
export function windowBy(
  { opens, closes: _, quote, section, notice, opening, ...rest }: ProgrammeDocument['window'],
  by: Located,
  { year, issued }: Notice,
): ProgrammeDocument['window'] | undefined {
  const closes = endingDay(by, year)
  if (closes === undefined) return undefined
  const isNamed = opens === undefined || opens === issued || daysIn(by.quote, year).includes(opens)
  const words = opening ?? { quote, ...(section !== undefined && { section }), ...(notice !== undefined && { notice }) }
  return {
    ...rest,
    ...(opens !== undefined && { opens }),
    closes,
    ...placeOf(by),
    ...(!isNamed && { opening: words }),
  }
}

/** What there is to prepare, with the words that move the last day beside each place that names the one before. */
export function preparationMoved(
  preparation: ProgrammeDocument['preparation'],
  { window }: Pick<ProgrammeDocument, 'window'>,
  touch: Pick<Touch, 'ofWindow'>,
  { year }: Notice,
): ProgrammeDocument['preparation'] {
  const by = touch.ofWindow(window)
  if (!by || endingDay(by, year) === undefined) return preparation
  return preparation.map((one) =>
    daysIn(one.text, year).includes(window.closes) ? { ...one, text: texts.dayMoved(one.text, by.quote) } : one,
  )
}

export function openAmending(document: ProgrammeDocument, notice: Notice, amendments: readonly Located[]): Touch {
  const clauseOf = (rule: Quoted): Clause | undefined => {
    if (isOfOther(rule, document)) return undefined
    const found = locateQuote(notice, document, rule)
    return 'source' in found ? notice.clauses.find(({ id }) => id === found.source.clause) : undefined
  }
  const rules = rulesOf(document)
  const places = new Map(rules.map((rule) => [rule.quote, clauseOf(rule)]))

  function changes({ before, clauses, kind }: Located, rule: Quoted): boolean {
    if (kind === 'added') return false
    if (isOfOther(rule, document)) return before !== undefined && plain(rule.quote).includes(plain(before))
    const clause = places.get(rule.quote) ?? clauseOf(rule)
    if (!clause || !clauses?.some(({ id }) => id === clause.id)) return false
    if (before === undefined || overlap(clause, rule.quote, before)) return true
    // Words beside every rule of the clause may narrow any of them.
    return !rules.some((one) => places.get(one.quote)?.id === clause.id && overlap(clause, one.quote, before))
  }

  const isUnplacedTime = (one: Located) => movesLastDay(one, notice.year)
  const conditions = () => document.criteria.flatMap((one) => clauseOf(one) ?? [])
  const isBeside = ({ clauses = [] }: Located): boolean =>
    conditions().some((clause) => clauses.some(({ id, parent }) => id === clause.id || parent === clause.parent))
  return {
    of: (rule) => amendments.findLast((one) => changes(one, rule) && !isUnplacedTime(one)),
    ofWindow: (window) => amendments.findLast((one) => isUnplacedTime(one) || changes(one, window)),
    added: () =>
      amendments.filter((one) =>
        one.clauses === undefined ? !isUnplacedTime(one) : one.kind === 'added' && isBeside(one),
      ),
  }
}

function rulesOf({ criteria, preferences, commitments, support, window, preparation }: ProgrammeDocument): Quoted[] {
  const { money, placesQuote, restrictions, amounts = [] } = support
  const others = [window, money, placesQuote].filter((one) => one !== undefined)
  const prepared = preparation.flatMap(({ quote, section }) => (quote === undefined ? [] : [{ quote, section }]))
  return [...criteria, ...preferences, ...commitments, ...others, ...restrictions, ...amounts, ...prepared]
}

/** Whether two stretches of a clause have words in common. */
function overlap({ quote: text }: Clause, one: string, other: string): boolean {
  const [whole, first, second] = [plain(text), plain(one), plain(other)]
  const [start, at] = [whole.indexOf(first), whole.indexOf(second)]
  if (start < 0 || at < 0) return false
  return at < start + first.length && start < at + second.length
}
