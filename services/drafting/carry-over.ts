import { shortened } from '../../knowledge/language/characters.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { factsRead } from '../eligibility/rule.ts'
import { openEdition } from '../eligibility/edition.ts'
import type { ProgrammeDocument, Quoted } from '../eligibility/document.ts'
import { isOfOther } from '../eligibility/find-source.ts'
import { rereadWindow } from '../eligibility/reread-window.ts'
import { alike, placeOf, wordsWith } from './carry-places.ts'
import { type CarriedRule, carryRules, type Rule, type Sides } from './carry-rules.ts'
import { type ProgrammeDraft, draftProgrammes } from './draft-programmes.ts'
import { mergeFacts } from './merge-facts.ts'

export type CarriedOver = ProgrammeDraft & { rules: readonly CarriedRule[] }

const mostShown = 200

/** The draft of the new text that is this programme. */
function draftOf(document: ProgrammeDocument, drafts: readonly ProgrammeDraft[]): ProgrammeDraft | undefined {
  const likeness = ({ document: { id, title } }: ProgrammeDraft) =>
    id === document.id ? 2 : alike(title, document.title)
  return drafts.toSorted((a, b) => likeness(b) - likeness(a))[0]
}

function sidesOf(document: ProgrammeDocument, before: readonly Notice[], now: Notice, fresh: ProgrammeDocument): Sides {
  const editions = before.map((notice) => openEdition(document, notice, now))
  const places = now.clauses.map((clause) => ({ clause, words: wordsWith(now, clause) }))
  const old = new Set(before.flatMap((notice) => notice.clauses.map((clause) => wordsWith(notice, clause))))
  return {
    wherefrom: (rule) => before.flatMap((notice) => placeOf(notice, document, rule) ?? []),
    whereto: (rule) => placeOf(now, fresh, rule),
    restsElsewhere: (rule) => now.id === document.notice && isOfOther(rule, document),
    standsAlone: (rule) => editions.some(({ stands, isUnqualified }) => stands(rule) && isUnqualified(rule)),
    places,
    wasThere: (words) => old.has(words),
  }
}

/** The time to apply: as it was where its words stand, read anew beside them where they are others. */
function windowOf(document: ProgrammeDocument, fresh: ProgrammeDocument, now: Notice, stands: boolean) {
  const { window } = document
  if (stands && isOfOther(window, document)) return window
  if (stands) {
    const { section: _section, ...kept } = window
    return now.id === document.notice ? kept : { ...kept, ...(now.issued !== undefined && { opens: now.issued }) }
  }
  const read = rereadWindow(document, now)
  if (!read) return fresh.window
  return { ...read, review: texts.review.changed(shortened(window.quote, mostShown), shortened(read.quote, mostShown)) }
}

function supportOf(document: ProgrammeDocument, fresh: ProgrammeDocument, stands: (rule: Quoted) => boolean) {
  const { support } = document
  const { money, placesQuote, amounts = [], restrictions } = support
  const rests = [money, placesQuote, ...amounts, ...restrictions].filter((one) => one !== undefined)
  if (rests.length > 0 && rests.every(stands)) return support
  const was = [money, placesQuote].flatMap((one) => (one ? [one.quote] : [])).join('；')
  const now = fresh.support.money?.quote ?? fresh.support.amountText
  if (was === '' && !fresh.support.money) return fresh.support
  return { ...fresh.support, review: texts.review.changed(shortened(was, mostShown), shortened(now, mostShown)) }
}

/**
 * Carries a programme's rules over to the next edition of its notice, or to the notice that replaces it. Rules whose words
 * stand where they stood are kept as staff made them; where only a figure is another the limit follows; the rest is drafted
 * anew. All but the first are flagged with both texts. A rule whose words are gone is named, and nothing vanishes silently.
 *
 * @param before The texts that the document quotes, the latest last.
 * @returns Undefined where nothing can be drafted from the new text.
 */
export function carryOver(
  document: ProgrammeDocument,
  before: Notice | readonly Notice[],
  now: Notice,
  drafts: readonly ProgrammeDraft[] = draftProgrammes(now, document.facts),
): CarriedOver | undefined {
  const draft = draftOf(document, drafts)
  if (!draft) return undefined
  const fresh = draft.document
  const sides = sidesOf(document, [before].flat(), now, fresh)
  const carry = <R extends Rule>(part: CarriedRule['part'], own: readonly R[], others: readonly R[]) =>
    carryRules(part, own, others, sides)
  const criteria = carry('criteria', document.criteria, fresh.criteria)
  const preferences = carry('preferences', document.preferences, fresh.preferences)
  const commitments = carry('commitments', document.commitments, fresh.commitments)
  const stands = (rule: Quoted) => sides.restsElsewhere(rule) || sides.whereto({ quote: rule.quote }) !== undefined
  const isSame = now.id === document.notice
  const { facts: _facts, relations = [], english, amendments, ...own } = document
  const carried: ProgrammeDocument = {
    ...fresh,
    ...(isSame && { id: own.id, title: own.title, ...(english && { english }), ...(amendments && { amendments }) }),
    window: windowOf(document, fresh, now, stands(own.window)),
    criteria: criteria.rules,
    preferences: preferences.rules,
    commitments: commitments.rules,
    support: supportOf(document, fresh, stands),
    preparation: preparationOf(document, fresh, stands, criteria.rules),
  }
  const facts = mergeFacts(carried, document.facts)
  const related = relations.filter(({ when, needs }) =>
    [...factsRead(when), ...factsRead(needs)].every((key) => facts[key]),
  )
  const rules = [...criteria.carried, ...preferences.carried, ...commitments.carried]
  return { ...draft, document: { ...carried, facts, ...(related.length > 0 && { relations: related }) }, rules }
}

/** What there is to prepare: as staff left it where its words stand, read anew where one doesn't. */
function preparationOf(
  { preparation: own }: ProgrammeDocument,
  { preparation: fresh }: ProgrammeDocument,
  stands: (rule: Quoted) => boolean,
  criteria: ProgrammeDocument['criteria'],
): ProgrammeDocument['preparation'] {
  const isKept = own.every(({ quote, notice }) => quote === undefined || stands({ quote, notice }))
  const ids = new Set(criteria.map(({ id }) => id))
  return (isKept ? own : fresh).filter(({ proves }) => proves === undefined || ids.has(proves))
}
