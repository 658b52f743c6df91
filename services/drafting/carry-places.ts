import { diceOf, pairsOf } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { ProgrammeDocument, Quoted } from '../eligibility/document.ts'
import { locateQuote } from '../eligibility/find-source.ts'
import { wordsOf } from '../eligibility/follow-sections.ts'

/** Where a rule's words stand, with all that is said with them. */
export type Place = { clause: Clause; words: string }

export const alike = (one: string, other: string): number =>
  diceOf(new Set(pairsOf(squeeze(one))), new Set(pairsOf(squeeze(other))))

/** A quote's clause and all that is said with it: its clause and the lines above that open it. */
export function placeOf(
  notice: Notice,
  { id, section }: Pick<ProgrammeDocument, 'id' | 'section'>,
  rule: Quoted,
): Place | undefined {
  const found = locateQuote(notice, { id, ...(section !== undefined && { section }) }, rule)
  const clause = 'source' in found ? notice.clauses.find((one) => one.id === found.source.clause) : undefined
  return clause && { clause, words: wordsWith(notice, clause) }
}

export function wordsWith(notice: Notice, clause: Clause): string {
  const above = clause.parent === undefined ? undefined : notice.clauses.find(({ id }) => id === clause.parent)
  return `${above ? wordsWith(notice, above) : ''}/${wordsOf(clause)}`.replace(/[；;。，]/gu, '')
}
