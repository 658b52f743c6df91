import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listChanges } from '../../../services/staff/audit.ts'
import { isAtLeast } from '../../../services/staff/role.ts'
import { draftSubject } from '../../../services/staff/notices/draft-store.ts'
import { readShelf } from '../../notice-desk/shelf-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { renderDraftPage } from '../../web/staff/draft-page.ts'
import { renderNoticesPage } from '../../web/staff/notices-page.ts'
import { modelOf, waitingFor } from './notice-proposals.ts'
import { requireDraft, toldDraft } from './told-draft.ts'

const html = 'text/html; charset=utf-8'
const hide = { hide: true } as const

/** The pages of the notice desk. */
export const noticePageRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk, today },
) => {
  const { db, known, notices, timeZone } = desk
  const listSchema = z.object({ published: idSchema.optional() })

  app.get('/staff/notices', { schema: { ...hide, querystring: listSchema } }, async ({ query, member }, reply) => {
    const { published } = query
    const own = known().catalogue.notices.find(({ id }) => id === published)
    const touched = [published, ...(own?.amends ?? []), ...(own?.replaces ?? [])]
    const listed = published === undefined ? [] : await desk.programmes.list()
    const programmes = listed.filter(({ notice }) => touched.includes(notice))
    const page = { member: member!, shelf: await readShelf(db), published, programmes, timeZone }
    return reply.type(html).send(renderNoticesPage(page))
  })

  app.get(
    '/staff/notices/:id',
    { schema: { ...hide, params: z.object({ id: idSchema }) } },
    async ({ params: { id }, member }, reply) => {
      const found = await requireDraft(notices, id)
      const draft = await toldDraft(desk, found)
      const { changes: history } = await listChanges(db, { subject: draftSubject(id) })
      const inUse = known().catalogue.notices.map((notice) => ({ id: notice.id, title: notice.title }))
      const mayWrite = isAtLeast(member!.role, 'editor')
      const proposals = mayWrite ? await waitingFor(desk, found) : []
      const hasModel = (await modelOf(desk)) !== undefined
      const page = { member: member!, draft, inUse, history, proposals, hasModel, today: today(), timeZone }
      return reply.type(html).send(renderDraftPage(page))
    },
  )
}
