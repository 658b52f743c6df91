import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import { listWordings } from '../../../services/staff/notices/wordings.ts'
import { Problem } from '../../problem.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { renderWordingsPage } from '../../web/staff/wordings-page.ts'

const html = 'text/html; charset=utf-8'
const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }
const ids = z.array(z.string().max(200)).max(5_000)
const wordingSchema = z.object({ id: z.string(), clause: z.string(), text: z.string(), isApproved: z.boolean() })

/** The sentences in which the clauses of an added notice may be told, each once somebody has read it. */
export const noticeWordingRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { db, known, notices } = desk
  function inUse(id: string) {
    const notice = known().catalogue.notices.find((one) => one.id === id)
    if (!notice) throw new Problem(404, words.noSuchNotice)
    return notice
  }

  app.get(
    '/api/staff/notices/:id/wordings',
    {
      schema: {
        summary: '一份通知的条款可以怎样说，各句是否已经核对',
        params,
        response: { 200: z.object({ wordings: z.array(wordingSchema) }).describe('说法') },
      },
    },
    async ({ params: { id } }) => ({ wordings: await listWordings(db, inUse(id).id) }),
  )

  app.post(
    '/api/staff/notices/:id/wordings',
    {
      ...editor,
      schema: {
        summary: '认可或撤回说法；认可以后作答时才这样说',
        params,
        body: z.strictObject({ approve: ids.default([]), withdraw: ids.default([]) }),
        response: { 200: z.object({ changed: z.int() }).describe('改了几句') },
      },
    },
    async ({ params: { id }, body, member }) => ({ changed: await notices.word(member!.name, inUse(id).id, body) }),
  )

  app.get(
    '/staff/notices/:id/wordings',
    { schema: { hide: true, params } },
    async ({ params: { id }, member }, reply) => {
      const notice = inUse(id)
      const page = { member: member!, notice, wordings: await listWordings(db, id) }
      return reply.type(html).send(renderWordingsPage(page))
    },
  )
}
