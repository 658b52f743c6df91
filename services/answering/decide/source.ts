import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import type { Inquiry } from '../answer.ts'
import { replacementOf } from '../understand/scopes.ts'
import { bindingLead } from './binding-lead.ts'
import { excerptOf } from './excerpt.ts'
import type { Quoted, Source } from './finding.ts'

/** A clause with the notice that has replaced its own, if one has. */
export const sourceOf = ({ catalogue }: Inquiry, entry: Entry): Source => ({
  entry,
  newer: replacementOf(catalogue, entry.notice),
})

/** A clause with what of it answers. @param limit Characters at most (see `excerptOf`). */
export const quotedFrom = (inquiry: Inquiry, entry: Entry, limit?: number): Quoted =>
  quotedAs(inquiry, entry, excerptOf(inquiry.question, entry, limit))

/** A clause with a stretch of it. */
export function quotedAs(inquiry: Inquiry, entry: Entry, excerpt: string): Quoted {
  const shown = squeeze(excerpt)
  const isShown = ({ sentence }: Statement): boolean => {
    const own = squeeze(entry.clause.text.slice(...sentence))
    return own.includes(shown) || shown.includes(own)
  }
  const stated = statedIn(inquiry, entry).filter(isShown)
  return { ...sourceOf(inquiry, entry), excerpt, opening: bindingLead(inquiry.catalogue, entry), stated }
}

/** What a clause says that may be said in other words. */
export const statedIn = ({ said }: Inquiry, { notice, clause }: Entry): readonly Statement[] =>
  said.get(`${notice.id}#${clause.id}`) ?? []
