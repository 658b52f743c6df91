import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import { replacementOf } from '../understand/scopes.ts'
import { excerptOf } from './excerpt.ts'
import type { Quoted, Source } from './finding.ts'

/** A clause with the notice that has replaced its own, if one has. */
export const sourceOf = ({ catalogue }: Inquiry, entry: Entry): Source => ({
  entry,
  newer: replacementOf(catalogue, entry.notice),
})

/** A clause with what of it answers. @param limit Characters at most (see `excerptOf`). */
export const quotedFrom = (inquiry: Inquiry, entry: Entry, limit?: number): Quoted => ({
  ...sourceOf(inquiry, entry),
  excerpt: excerptOf(inquiry.question, entry, limit),
})
