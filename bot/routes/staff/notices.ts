import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { storable } from '../../../knowledge/language/characters.ts'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import type { Draft, DraftChange } from '../../../services/staff/notices/draft.ts'
import { findDraft } from '../../../services/staff/notices/draft-store.ts'
import { noticeSubject } from '../../../services/staff/notices/publish-draft.ts'
import { listChanges } from '../../../services/staff/audit.ts'
import { daySchema, draftChangeSchema, toldAfter } from '../../notice-desk/change-input.ts'
import { type DraftJson, draftJson, draftSchema } from '../../notice-desk/draft-json.ts'
import { impactSchema } from '../../notice-desk/impact-json.ts'
import type { StaffNotices } from '../../notice-desk/notice-desk.ts'
import { readShelf, shelfSchema } from '../../notice-desk/shelf-json.ts'
import { Problem } from '../../problem.ts'
import { changeJson, changeSchema } from '../../staff/change-json.ts'
import { versionSchema } from '../../staff/faq-input.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { fileOf, sayTooLarge, takeForms } from './multipart.ts'

const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const form = z.custom<FormData>().meta({
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
})
const publishedSchema = z.object({ notice: z.string(), scheduledFor: z.string().nullable() })
const inUseVersion = z.string().min(1).max(40)

/** The draft of an id. @throws {Problem} 404 where there is none. */
export async function requireDraft({ db }: StaffNotices, id: string): Promise<Draft> {
  const draft = await findDraft(db, id)
  if (!draft) throw new Problem(404, '没有这份草稿，可能已经发布或删除。')
  return draft
}

/** A draft as it is told. @param desk Whose notices in use it may speak of. */
export async function toldDraft({ notices, known, draftProgrammes }: StaffDesk, draft: Draft): Promise<DraftJson> {
  const inUse = known().catalogue.notices
  const titleOf = (id: string) => inUse.find((notice) => notice.id === id)?.title ?? id
  return draftJson(draft, await notices.reading(draft), titleOf, draftProgrammes)
}

/** What a change made. @throws {Problem} 404 where there is no draft any more, 409 where somebody else was first. */
export function madeOf(change: DraftChange | undefined, submitted: unknown): Draft {
  if (!change) throw new Problem(404, '没有这份草稿，可能已经发布或删除。')
  if (change.kind === 'changed') return change.draft
  const { id, version, told, title, scheduledFor = null } = change.stored
  throw new Problem(409, undefined, undefined, { stored: { id, version, title, scheduledFor, ...told }, submitted })
}

export const staffNoticeRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk, today },
) => {
  const { notices } = desk
  takeForms(app)

  app.get(
    '/api/staff/notices',
    { schema: { summary: '收录的通知、草稿、定时发布的和移除的', response: { 200: shelfSchema.describe('通知') } } },
    () => readShelf(desk.db),
  )

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

  app.delete(
    '/api/staff/notices/:id',
    {
      ...editor,
      schema: {
        summary: '删除一份草稿，或移除一份收录的通知（可以退回）',
        params,
        querystring: z.strictObject({ version: inUseVersion }),
        response: { 204: z.undefined().describe('已删除') },
      },
    },
    async ({ params: { id }, query: { version }, member }, reply) => {
      if (await findDraft(desk.db, id)) {
        const of = { id, version: Number(version) }
        madeOf(await notices.discard(member!.name, of), { version })
      } else {
        const isOut = await notices.takeOut(member!.name, { id, version })
        if (isOut === false) throw new Problem(404, '没有这份通知。')
        if (isOut === 'stale') throw staleNotice(desk, id, version)
      }
      return reply.code(204).send()
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

  app.post(
    '/api/staff/notices/:id/rollback',
    {
      ...editor,
      schema: {
        summary: '退回上一版；没有上一版的新通知就不再使用，移除的通知恢复',
        params,
        body: z.strictObject({ version: inUseVersion }),
        response: { 200: z.object({ kind: z.enum(['restored', 'removed']) }).describe('已退回') },
      },
    },
    async ({ params: { id }, body: { version }, member }) => {
      const rollback = await notices.rollBack(member!.name, { id, version })
      if (rollback === 'stale') throw staleNotice(desk, id, version)
      if (!rollback) throw new Problem(400, words.nothingBefore)
      return { kind: rollback.kind }
    },
  )

  app.get(
    '/api/staff/notices/:id/history',
    {
      schema: {
        summary: '一份通知的发布、退回和移除，新的在前',
        params,
        response: { 200: z.object({ changes: z.array(changeSchema) }).describe('改动') },
      },
    },
    async (request) => {
      const { changes } = await listChanges(desk.db, { subject: noticeSubject(request.params.id) })
      return { changes: changes.map(changeJson) }
    },
  )
}

/** Somebody has put another edition in use meanwhile. */
function staleNotice({ known }: StaffDesk, id: string, version: string): Problem {
  const stored = known().catalogue.notices.find((notice) => notice.id === id)
  return new Problem(409, undefined, undefined, {
    stored: { id, title: stored?.title ?? null },
    submitted: { version },
  })
}
