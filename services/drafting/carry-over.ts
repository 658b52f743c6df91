import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { diceOf, pairsOf, shortened } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import type { ProgrammeDocument, Quoted } from '../eligibility/document.ts'
import { wordsOf } from '../eligibility/follow-sections.ts'
import { locateQuote } from '../eligibility/find-source.ts'
import { type ProgrammeDraft, draftProgrammes } from './draft-programmes.ts'
import { mergeFacts } from './merge-facts.ts'

/** What became of a rule: it stands as it did, its words are others now, they are gone, or it is new. */
export type CarriedRule = {
  part: 'criteria' | 'preferences' | 'commitments'
  /** Its id in the new document. */
  id: string
  outcome: 'kept' | 'changed' | 'gone' | 'added'
  before?: string
  now?: string
}

export type CarriedOver = ProgrammeDraft & { rules: readonly CarriedRule[] }

/** How alike the words of two provisions must be to be the same one with other figures. */
const leastAlike = 0.5

type Rule = Quoted & { id: string; review?: string }
type Place = { clause: Clause; words: string }

/** A quote's clause and all that is said with it: its clause and the lines above that open it. */
function placeOf(notice: Notice, document: Pick<ProgrammeDocument, 'id' | 'section'>, rule: Quoted): Place | undefined {
  const found = locateQuote(
    notice,
    { id: document.id, ...(document.section !== undefined && { section: document.section }) },
    rule,
  )
  const clause = 'source' in found ? notice.clauses.find(({ id }) => id === found.source.clause) : undefined
  return clause && { clause, words: wordsWith(notice, clause) }
}

function wordsWith(notice: Notice, clause: Clause): string {
  const above = clause.parent === undefined ? undefined : notice.clauses.find(({ id }) => id === clause.parent)
  return `${above ? wordsWith(notice, above) : ''}/${wordsOf(clause)}`.replace(/[；;。，]/gu, '')
}

const alike = (one: string, other: string): number =>
  diceOf(new Set(pairsOf(squeeze(one))), new Set(pairsOf(squeeze(other))))

type Sides<R extends Rule> = { before: readonly R[]; fresh: readonly R[] }

/** Each old rule with what has become of it, then what is new, in the order of the new text. */
function carryRules<R extends Rule>(
  part: CarriedRule['part'],
  { before, fresh }: Sides<R>,
  wherefrom: (rule: Quoted) => Place | undefined,
  whereto: (rule: Quoted) => Place | undefined,
): { rules: R[]; carried: CarriedRule[] } {
  const free = new Set(fresh)
  const rules: R[] = []
  const carried: CarriedRule[] = []
  const gone: R[] = []
  for (const rule of before) {
    const [was, is] = [wherefrom(rule), whereto({ quote: rule.quote })]
    const twin = [...free].find(
      (one) => squeeze(one.quote).includes(squeeze(rule.quote)) || squeeze(rule.quote).includes(squeeze(one.quote)),
    )
    if (was && is && was.words === is.words) {
      if (twin) free.delete(twin)
      const { section: _section, ...rest } = rule
      rules.push({ ...(rest as unknown as R), ...(twin?.section !== undefined && { section: twin.section }) })
      carried.push({ part, id: rule.id, outcome: 'kept' })
    } else gone.push(rule)
  }
  for (const rule of gone) {
    const [best] = [...free]
      .map((one) => ({ one, share: alike(one.quote, rule.quote) }))
      .toSorted((a, b) => b.share - a.share)
    if (!best || best.share < leastAlike) {
      carried.push({ part, id: rule.id, outcome: 'gone', before: rule.quote })
      continue
    }
    free.delete(best.one)
    rules.push({
      ...best.one,
      id: rule.id,
      review: texts.review.changed(shortened(rule.quote, 200), shortened(best.one.quote, 200)),
    })
    carried.push({ part, id: rule.id, outcome: 'changed', before: rule.quote, now: best.one.quote })
  }
  const taken = new Set(before.map(({ id }) => id))
  for (const one of free) {
    let id = one.id
    for (let number = 2; taken.has(id); number++) id = `${one.id}-${number}`
    taken.add(id)
    rules.push({ ...one, id, review: one.review ?? texts.review.added })
    carried.push({ part, id, outcome: 'added', now: one.quote })
  }
  const order = (rule: R) => fresh.findIndex((one) => squeeze(one.quote) === squeeze(rule.quote))
  return { rules: rules.toSorted((a, b) => order(a) - order(b)), carried }
}

/**
 * Carries a programme's rules over to the next edition of its notice, or to the notice that replaces it. Rules whose words
 * stand where they stood are kept as staff made them; the rest is drafted anew and flagged with both texts. A rule whose words
 * are gone is named, and nothing vanishes silently.
 *
 * @returns Undefined where nothing can be drafted from the new text.
 */
export function carryOver(document: ProgrammeDocument, before: Notice, now: Notice): CarriedOver | undefined {
  const drafts = draftProgrammes(now, document.facts)
  const [draft] = drafts.toSorted(
    (a, b) => alike(b.document.title, document.title) - alike(a.document.title, document.title),
  )
  if (!draft) return undefined
  const fresh = draft.document
  const wherefrom = (rule: Quoted) => placeOf(before, document, rule)
  const whereto = (rule: Quoted) => placeOf(now, fresh, rule)
  const carry = <R extends Rule>(part: CarriedRule['part'], sides: Sides<R>) =>
    carryRules(part, sides, wherefrom, whereto)
  const criteria = carry('criteria', { before: document.criteria, fresh: fresh.criteria })
  const preferences = carry('preferences', { before: document.preferences, fresh: fresh.preferences })
  const commitments = carry('commitments', { before: document.commitments, fresh: fresh.commitments })
  const stands = (rule: Quoted) => whereto({ quote: rule.quote }) !== undefined
  const isPaid =
    document.support.money !== undefined &&
    stands(document.support.money) &&
    (document.support.amounts ?? []).every(stands)
  const carried: ProgrammeDocument = {
    ...fresh,
    ...(now.id === before.id && { id: document.id, title: document.title }),
    window: stands(document.window) && now.id === before.id ? document.window : fresh.window,
    criteria: criteria.rules,
    preferences: preferences.rules,
    commitments: commitments.rules,
    support: isPaid ? document.support : fresh.support,
    preparation: fresh.preparation.filter(
      ({ proves }) => proves === undefined || criteria.rules.some(({ id }) => id === proves),
    ),
  }
  const rules = [...criteria.carried, ...preferences.carried, ...commitments.carried]
  return { ...draft, document: { ...carried, facts: mergeFacts(carried, document.facts) }, rules }
}
