import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Change, faqStates } from '../../../services/faq/faq.ts'
import { addFaq, changeFaq, contentOf, findFaq, listFaqs, subjectOf } from '../../../services/faq/faq-store.ts'
import { returnFaqs } from '../../../services/faq/return-faqs.ts'
import { undoFaq } from '../../../services/faq/undo-faq.ts'
import { replySchema } from '../../../services/reply.ts'
import { listChanges } from '../../../services/staff/audit.ts'
import { questionsOf } from '../../../services/staff/list-questions.ts'
import { Problem } from '../../problem.ts'
import { changeJson, changeSchema } from '../../staff/change-json.ts'
import {
  changedFaqSchema,
  faqContentOf,
  faqJson,
  faqSchema,
  newFaqSchema,
  versionSchema,
} from '../../staff/faq-input.ts'
import { measureFaqImpact } from '../../staff/faq-impact.ts'
import { previewFaq } from '../../staff/preview-faq.ts'
import { contradictions, contradictionWords, unlessContradicting } from '../../staff/publish-guard.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { personText } from '../../validation.ts'

const params = z.object({ id: z.coerce.number().int().min(1).max(2_147_483_647) })
const editor = { config: { role: 'editor' as const } }
const missing = () => new Problem(404, '没有这条答复。')

/** The answer after a change. @throws {Problem} 404 where there is none, 409 where somebody else was first. */
function changedFaq(change: Change | undefined): z.infer<typeof faqSchema> {
  if (!change) throw missing()
  if (change.kind === 'changed') return faqJson(change.faq)
  const { stored, submitted } = change
  const clauses = submitted.clauses.map(({ notice, clause }) => ({ notice, clause }))
  throw new Problem(409, undefined, undefined, { stored: faqJson(stored), submitted: { ...submitted, clauses } })
}

const previewSchema = z.strictObject({
  ...newFaqSchema.omit({ question: true, state: true, isRead: true }).shape,
  ask: personText(2000),
  id: params.shape.id.optional(),
})

const saidSchema = z.object({ text: z.string(), source: z.string().optional() })
const faqImpactSchema = z.object({
  answers: z.array(z.object({ question: z.string(), before: saidSchema, after: saidSchema })),
  asked: z.int(),
  questions: z.int(),
  unused: z.array(z.string()),
  contradicted: z.array(z.string()),
})

export type FaqRouteOptions = { desk: StaffDesk; today(): string }

export const faqRoutes: FastifyPluginAsyncZod<FaqRouteOptions> = async (app, { desk, today }) => {
  const { db, known } = desk

  app.get(
    '/api/staff/faqs',
    {
      schema: {
        summary: '人工答复，最近改动的在前；不说状态就是除已删除以外的全部',
        querystring: z.strictObject({ state: z.enum(faqStates).optional() }),
        response: { 200: z.object({ faqs: z.array(faqSchema) }).describe('人工答复') },
      },
    },
    async ({ query }) => {
      await returnFaqs(db, known().catalogue, today())
      const states = query.state === undefined ? faqStates.filter((state) => state !== 'deleted') : [query.state]
      return { faqs: (await listFaqs(db, states)).map(faqJson) }
    },
  )

  app.post(
    '/api/staff/faqs',
    {
      ...editor,
      schema: { summary: '写一条答复', body: newFaqSchema, response: { 201: faqSchema.describe('写好的答复') } },
    },
    async ({ body, member }, reply) => {
      const { question: id, isRead, ...input } = body
      const [question] = id === undefined ? [] : await questionsOf(db, [id])
      if (id !== undefined && !question) throw new Problem(404, '没有这个提问。')
      const isBots = question?.replies.some(({ text }) => text.trim() === input.answer.trim()) ?? false
      if (isBots && input.answer !== '' && !isRead) {
        throw new Problem(400, undefined, [{ path: 'answer', message: '这是助手自动生成的原话，请逐字核对后再用' }])
      }
      const author = { who: member!.name, today: today() }
      const content = faqContentOf(known(), input, author.today)
      const faq = await unlessContradicting(desk, content, author, () => addFaq(db, author, content, question?.group))
      return reply.code(201).send(faqJson(faq))
    },
  )

  app.patch(
    '/api/staff/faqs/:id',
    {
      ...editor,
      schema: {
        summary: '修改一条答复；没有提到的不变，条款视为重新核对过',
        params,
        body: changedFaqSchema,
        response: { 200: faqSchema.describe('修改后的答复') },
      },
    },
    async (request) => {
      const faq = await findFaq(db, request.params.id)
      if (!faq) throw missing()
      const { version, ...changes } = request.body
      const author = { who: request.member!.name, today: today() }
      const content = faqContentOf(known(), { ...faq, ...changes }, author.today)
      const { id } = faq
      // Whoever comes too late hears that first.
      const save = () => changeFaq(db, author, { id, version }, content)
      if (version !== faq.version) return changedFaq(await save())
      return changedFaq(await unlessContradicting(desk, content, { today: author.today, id }, save))
    },
  )

  app.delete(
    '/api/staff/faqs/:id',
    {
      ...editor,
      schema: {
        summary: '删除一条答复',
        params,
        querystring: z.strictObject({ version: z.coerce.number().pipe(versionSchema) }),
        response: { 204: z.undefined().describe('已删除') },
      },
    },
    async (request, reply) => {
      const faq = await findFaq(db, request.params.id)
      if (!faq) throw missing()
      const author = { who: request.member!.name, today: today() }
      const of = { id: faq.id, version: request.query.version }
      changedFaq(await changeFaq(db, author, of, { ...contentOf(faq), state: 'deleted' }, 'faq-deleted'))
      return reply.code(204).send()
    },
  )

  app.post(
    '/api/staff/faqs/:id/undo',
    {
      ...editor,
      schema: {
        summary: '撤销最近一次改动',
        params,
        body: z.strictObject({ version: versionSchema }),
        response: { 200: faqSchema.describe('撤销后的答复') },
      },
    },
    async (request) => {
      const author = { who: request.member!.name, today: today() }
      const { id } = request.params
      const of = { id, version: request.body.version }
      return changedFaq(
        await undoFaq(db, author, of, (content, save) =>
          unlessContradicting(desk, content, { today: author.today, id }, save),
        ),
      )
    },
  )

  app.get(
    '/api/staff/faqs/:id/history',
    {
      schema: {
        summary: '一条答复的全部改动，新的在前',
        params,
        response: { 200: z.object({ changes: z.array(changeSchema) }).describe('改动') },
      },
    },
    async (request) => {
      const { changes } = await listChanges(db, { subject: subjectOf(request.params.id) })
      if (changes.length === 0) throw missing()
      return { changes: changes.map(changeJson) }
    },
  )

  app.post(
    '/api/staff/faqs/preview',
    {
      ...editor,
      schema: {
        summary: '预览：用这条答复之前和之后，助手怎样回答一个问题',
        body: previewSchema,
        response: {
          200: z
            .object({
              question: z.string(),
              before: z.array(replySchema),
              after: z.array(replySchema),
              isUsed: z.boolean(),
              contexts: z.array(
                z.object({ name: z.string(), question: z.string(), isUsed: z.boolean(), after: z.string() }),
              ),
              nearest: z.object({ wording: z.string(), likeness: z.number() }).optional(),
            })
            .describe('之前和之后，以及在五种情形下用不用得到'),
        },
      },
    },
    async ({ body: { ask, id, ...input } }) => {
      const content = faqContentOf(known(), { ...input, state: 'draft' }, today())
      return previewFaq(desk, content, ask, { today: today(), id })
    },
  )

  app.post(
    '/api/staff/faqs/impact',
    {
      ...editor,
      schema: {
        summary: '发布之前：已发布的全部问法重问一遍，哪些答复会变，哪些问法用不到它，与哪条答复说的不一样',
        body: previewSchema.omit({ ask: true }),
        response: { 200: faqImpactSchema.describe('会变的答复') },
      },
    },
    async ({ body: { id, ...input } }) => {
      const content = faqContentOf(known(), { ...input, state: 'draft' }, today())
      const at = { today: today(), id }
      const found = await contradictions(desk, content, at)
      const contradicted = found.map(({ wording, other }) => contradictionWords(wording, other))
      return { ...(await measureFaqImpact(desk, content, at)), contradicted }
    },
  )
}
