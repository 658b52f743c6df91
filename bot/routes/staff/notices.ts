import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import { listChanges } from '../../../services/staff/audit.ts'
import { findDraft } from '../../../services/staff/notices/draft-store.ts'
import { noticeSubject } from '../../../services/staff/notices/publish-draft.ts'
import { readShelf, shelfSchema } from '../../notice-desk/shelf-json.ts'
import { Problem } from '../../problem.ts'
import { changeJson, changeSchema } from '../../staff/change-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { madeOf, staleNotice } from './told-draft.ts'

const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const inUseVersion = z.string().min(1).max(40)
const rolledBackSchema = z.object({
  kind: z.enum(['restored', 'removed']),
  draft: z.string().optional().describe('退回的那一版变成的草稿，可以改好再发布'),
})

/** The notices in use: listed, taken out, and put back. */
export const staffNoticeRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { notices } = desk

  app.get(
    '/api/staff/notices',
    { schema: { summary: '收录的通知、草稿、定时发布的和移除的', response: { 200: shelfSchema.describe('通知') } } },
    () => readShelf(desk.db),
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

  app.post(
    '/api/staff/notices/:id/rollback',
    {
      ...editor,
      schema: {
        summary: '退回上一版；没有上一版的新通知就不再使用，移除的通知恢复',
        params,
        body: z.strictObject({ version: inUseVersion }),
        response: { 200: rolledBackSchema.describe('已退回') },
      },
    },
    async ({ params: { id }, body: { version }, member }) => {
      const rollback = await notices.rollBack(member!.name, { id, version })
      if (rollback === 'stale') throw staleNotice(desk, id, version)
      if (!rollback) throw new Problem(400, words.nothingBefore)
      return { kind: rollback.kind, ...(rollback.draft !== undefined && { draft: rollback.draft }) }
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
