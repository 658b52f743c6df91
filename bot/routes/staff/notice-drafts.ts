import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { storable } from '../../../knowledge/language/characters.ts'
import { daySchema, draftChangeSchema, toldAfter } from '../../notice-desk/change-input.ts'
import { draftSchema } from '../../notice-desk/draft-json.ts'
import { impactSchema } from '../../notice-desk/impact-json.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { fileOf, sayTooLarge, takeForms } from './multipart.ts'
import { madeOf, requireDraft, toldDraft } from './told-draft.ts'

const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const form = z.custom<FormData>().meta({
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
})
const publishedSchema = z.object({ notice: z.string(), scheduledFor: z.string().nullable() })

/** Drafts of notices: sent, mended, measured and put in use. */
export const noticeDraftRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk, today },
) => {
  const { notices } = desk
  takeForms(app)

  app.post(
    '/api/staff/notices',
    {
      ...editor,
      errorHandler: sayTooLarge,
      schema: {
        summary: '上传一份通知，读成草稿；还不会用来作答',
        consumes: ['multipart/form-data'],
        body: form,
        response: { 201: draftSchema.describe('草稿') },
      },
    },
    async ({ body, member }, reply) => {
      const file = fileOf(body)
      const bytes = new Uint8Array(await file.arrayBuffer())
      const draft = await notices.upload(member!.name, storable(file.name), bytes)
      return reply.code(201).send(await toldDraft(desk, draft))
    },
  )

  app.get(
    '/api/staff/notices/:id',
    { schema: { summary: '一份草稿', params, response: { 200: draftSchema.describe('草稿') } } },
    async (request) => toldDraft(desk, await requireDraft(notices, request.params.id)),
  )

  app.patch(
    '/api/staff/notices/:id/draft',
    {
      ...editor,
      schema: {
        summary: '改草稿：填写的信息、对条款的改动（整个列表）、与已有通知的关系；没有提到的不变',
        params,
        body: draftChangeSchema,
        response: { 200: draftSchema.describe('改过的草稿') },
      },
    },
    async ({ params: { id }, body, member }) => {
      const draft = await requireDraft(notices, id)
      const { version, scheduledFor, ...changes } = body
      const told = toldAfter(draft.told, body)
      return toldDraft(desk, madeOf(await notices.change(member!.name, draft, version, told, scheduledFor), changes))
    },
  )

  app.get(
    '/api/staff/notices/:id/impact',
    {
      schema: {
        summary: '发布这份草稿会改变什么：答复、人工答复、自查项目；不影响正在用的',
        params,
        response: { 200: impactSchema.describe('影响') },
      },
    },
    async (request) => notices.impact(await requireDraft(notices, request.params.id)),
  )

  app.post(
    '/api/staff/notices/:id/publish',
    {
      ...editor,
      schema: {
        summary: '发布草稿：现在，或者到 at 那一天',
        params,
        body: z.strictObject({ version: versionSchema, at: daySchema.optional() }),
        response: { 200: publishedSchema.describe('已发布，或已定好日子') },
      },
    },
    async ({ params: { id }, body: { version, at = today() }, member }) => {
      const draft = await requireDraft(notices, id)
      const { notice } = await notices.reading(draft)
      const made = madeOf(await notices.publish(member!.name, draft, version, at), { version, at })
      return { notice: notice.id, scheduledFor: at > today() ? (made.scheduledFor ?? null) : null }
    },
  )
}
