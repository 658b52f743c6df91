import { z } from 'zod'
import { dateSchema } from '../../../services/eligibility/answers.ts'
import { type QuestionFilter, queues, reviews } from '../../../services/staff/question-filter.ts'
import { longestName } from '../../../services/staff/accounts.ts'
import { longestTag } from '../../../services/staff/tags.ts'
import { idSchema, personText } from '../../validation.ts'

/** What a form leaves empty restricts nothing. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

/** Whom questions are assigned to, where that is no name: an account's begins with a letter or a figure. */
export const assignees = { me: '@me', nobody: '@nobody' } as const

/** The query of whatever lists questions. `status` takes how it was answered and what it has come to alike. */
export const filterSchema = z.strictObject({
  queue: optional(z.enum(queues)),
  status: optional(idSchema),
  /** `any` is for pages that show what is new unless told otherwise. */
  review: optional(z.enum([...reviews, 'any'])),
  channel: optional(idSchema),
  programme: optional(idSchema),
  notice: optional(idSchema),
  from: optional(dateSchema),
  to: optional(dateSchema),
  q: optional(personText(200)),
  group: optional(z.coerce.number().int().min(1)),
  tag: optional(personText(longestTag)),
  /** A name, or one of `assignees`. */
  assignee: optional(personText(longestName)),
  page: optional(z.coerce.number().int().min(1).max(100_000)),
  view: optional(z.enum(['groups', 'questions'])),
})

export type FilterQuery = z.output<typeof filterSchema>

const isReview = (status: string | undefined): status is NonNullable<QuestionFilter['review']> =>
  reviews.some((review) => review === status)

/** @param who Asks: `@me` is that account. */
export function filterOf(query: FilterQuery, who: string): QuestionFilter {
  const { page: _, view: __, status, review: wanted, assignee: whose, ...named } = query
  const review = wanted === 'any' ? undefined : wanted
  const rest = { ...named, assignee: assigneeOf(whose, who) }
  return isReview(status) ? { ...rest, review: review ?? status } : { ...rest, status, review }
}

function assigneeOf(whose: string | undefined, who: string): string | null | undefined {
  if (whose === assignees.nobody) return null
  return whose === assignees.me ? who : whose
}
