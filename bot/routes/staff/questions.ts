import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listGroups } from '../../../services/staff/list-groups.ts'
import { listQuestions, questionsOf, questionsPerPage } from '../../../services/staff/list-questions.ts'
import { longestName } from '../../../services/staff/accounts.ts'
import { reviews } from '../../../services/staff/question-filter.ts'
import { type Decided, type Decision, reviewQuestion } from '../../../services/staff/review-question.ts'
import { longestTag, mostTags } from '../../../services/staff/tags.ts'
import { staffTexts } from '../../../prompts/staff-texts.ts'
import { Problem } from '../../problem.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import { questionJson, questionSchema } from '../../staff/question-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema, personText } from '../../validation.ts'
import { filterOf, filterSchema } from './filter-schema.ts'

const changeSchema = z
  .strictObject({
    status: z.enum(reviews).optional(),
    note: personText(1000, 0).optional(),
    tags: z.array(personText(longestTag)).max(mostTags).optional(),
    /** An account, or null for nobody. */
    assignee: personText(longestName).nullable().optional(),
    version: versionSchema,
  })
  .refine(({ version: _, ...change }) => Object.values(change).some((part) => part !== undefined), {
    error: '要有 status、note、tags 或 assignee',
  })

/** Somebody else has decided meanwhile: both decisions in the names that programs use. */
function lateReview({ stored, submitted }: Extract<Decided, { kind: 'stale' }>): Problem {
  const named = ({ review: status, ...rest }: Decision) => ({ status, ...rest })
  return new Problem(409, undefined, undefined, { stored: named(stored), submitted: named(submitted) })
}

const groupSchema = z.object({
  id: z.int(),
  count: z.int(),
  disliked: z.int(),
  review: z.enum(reviews),
  note: z.string(),
  tags: z.array(z.string()),
  assignee: z.string().nullable(),
  version: z.int(),
  reviewer: z.string().nullable(),
  returnedBecause: z.string().nullable(),
  askedSince: z.int(),
  waiting: z.int(),
  last: z.object({ id: z.string(), text: z.string(), status: z.string(), channel: z.string(), at: z.string() }),
})

const counted = { page: z.int(), total: z.int() }

export const staffQuestionRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db } }) => {
  app.get(
    '/api/staff/questions',
    {
      schema: {
        summary: '提问记录，新的在前；status 可以是答复状态或审核状态',
        querystring: filterSchema,
        response: {
          200: z
            .object({ questions: z.array(questionSchema), perPage: z.int(), ...counted })
            .describe('符合条件的提问'),
        },
      },
    },
    async ({ query, member }) => {
      const { page = 1 } = query
      const { questions, total } = await listQuestions(db, filterOf(query, member!.name), page)
      return { questions: questions.map(questionJson), page, total, perPage: questionsPerPage }
    },
  )

  app.get(
    '/api/staff/groups',
    {
      schema: {
        summary: '意思相同的提问，多的在前',
        querystring: filterSchema,
        response: { 200: z.object({ groups: z.array(groupSchema), ...counted }).describe('符合条件的各组') },
      },
    },
    async ({ query, member }) => {
      const { page = 1 } = query
      const { groups, total } = await listGroups(db, filterOf(query, member!.name), page)
      const shown = groups.map((group) => ({ ...group, last: { ...group.last, at: group.last.at.toISOString() } }))
      return { groups: shown, page, total }
    },
  )

  app.patch(
    '/api/staff/questions/:id',
    {
      schema: {
        summary: '审核一个提问，对同组的提问（包括以后的）都有效',
        params: z.object({ id: idSchema }),
        body: changeSchema,
        response: { 200: questionSchema.describe('审核后的提问') },
      },
    },
    async (request) => {
      const { params, body, member } = request
      const { status: review, ...rest } = body
      const decided = await reviewQuestion(db, member!.name, params.id, { review, ...rest })
      if (decided?.kind === 'stale') throw lateReview(decided)
      if (decided?.kind === 'unknown-assignee')
        throw new Problem(400, undefined, [{ path: 'assignee', message: staffTexts.noSuchAssignee }])
      const [question] = decided ? await questionsOf(db, [params.id]) : []
      if (!question) throw new Problem(404, '没有这个提问。')
      return questionJson(question)
    },
  )
}
