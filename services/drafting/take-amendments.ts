import type { Notice } from '../../knowledge/parsing/notice.ts'
import { draftTexts as texts } from '../../prompts/draft-texts.ts'
import { type Located, wordsAfter } from '../amending/find-amended.ts'
import { openAmending, placeOf, preparationMoved } from '../eligibility/amended-rules.ts'
import type { Criterion, ProgrammeDocument } from '../eligibility/document.ts'
import { preparationOf, reviewOf, supportOf, windowOf } from './amended-parts.ts'
import type { CarriedRule, Rule } from './carry-rules.ts'
import type { Facts } from './fact-book.ts'
import { mergeFacts } from './merge-facts.ts'
import { refigured } from './refigure.ts'
import { draftedFrom } from './draft-words.ts'

export type Taken = { document: ProgrammeDocument; rules: CarriedRule[] }

/**
 * Takes up in the rules what other notices change of theirs: limits follow where only figures are others, the rest is drafted
 * anew from the new words. Each rule rests on the clause that changes it, and is flagged with both texts.
 *
 * @param notice The programme's own.
 * @param amendments Those that the rules have not taken up.
 */
export function takeAmendments(document: ProgrammeDocument, notice: Notice, amendments: readonly Located[]): Taken {
  const touch = openAmending(document, notice, amendments)
  const rules: CarriedRule[] = []
  let facts: Facts = document.facts
  function taken<R extends Rule>(part: CarriedRule['part'], rule: R, anew: (words: string, by: Located) => R): R[] {
    const by = touch.of(rule)
    if (!by) return [rule]
    const { id, quote: before } = rule
    const title = rule.title ?? rule.text ?? id
    if (by.kind === 'removed') {
      rules.push({ part, id, title, outcome: 'gone', before })
      return []
    }
    const now = wordsAfter(by, before)
    rules.push({ part, id, title, outcome: 'changed', before, now })
    const { section: _section, ...own } = refigured(rule, now) ?? anew(now, by)
    return [{ ...(own as unknown as R), id, ...placeOf(by), review: reviewOf(before, now) }]
  }
  const drafted = (words: string, by: Located): Criterion => {
    const made = draftedFrom(words, by, facts)
    facts = { ...facts, ...made.facts }
    return made.criterion
  }
  const criteria = document.criteria.flatMap((one) =>
    taken('criteria', one, (words, by) => ({ ...drafted(words, by), title: one.title })),
  )
  for (const by of touch.added()) {
    const words = by.after ?? by.quote
    let id = `added-${by.notice}`.slice(0, 70)
    for (let number = 2; criteria.some((one) => one.id === id); number++) id = `${id.replace(/-\d+$/u, '')}-${number}`
    const made = drafted(words, by)
    criteria.push({ ...made, id, ...placeOf(by), review: texts.review.added })
    rules.push({ part: 'criteria', id, title: made.title, outcome: 'added', now: words })
  }
  const preferences = document.preferences.flatMap((one) => taken('preferences', one, () => one))
  const now: ProgrammeDocument = {
    ...document,
    criteria,
    preferences,
    commitments: document.commitments.flatMap((one) => taken('commitments', one, () => one)),
    window: windowOf(document, notice, touch),
    support: supportOf(document, touch),
    preparation: preparationMoved(
      preparationOf(document, touch, [...criteria, ...preferences]),
      document,
      touch,
      notice,
    ),
    amendments: [...new Set([...(document.amendments ?? []), ...amendments.map((one) => one.notice)])],
  }
  return { document: { ...now, facts: mergeFacts(now, { ...facts, ...document.facts }) }, rules }
}
