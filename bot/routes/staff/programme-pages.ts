import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { documentTexts as texts } from '../../../prompts/document-fault-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { listChanges } from '../../../services/staff/audit.ts'
import { programmeSubject } from '../../../services/staff/programmes/programme-store.ts'
import { readRemarks } from '../../../services/staff/programmes/remarks.ts'
import { Problem } from '../../problem.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { idSchema } from '../../validation.ts'
import { renderProgrammePage } from '../../web/staff/programme-page.ts'
import { renderProgrammesPage } from '../../web/staff/programmes-page.ts'

const html = 'text/html; charset=utf-8'
const hide = { hide: true } as const
const params = z.object({ id: idSchema })
const editor = { config: { role: 'editor' as const } }

/** The pages on which programmes are drafted, read beside their clauses, mended and put in use. */
export const programmePageRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk }) => {
  const { programmes, known, db, timeZone } = desk

  app.get('/staff/programmes', { schema: hide }, async ({ member }, reply) => {
    const listed = await programmes.list()
    const { notices } = known().catalogue
    const drafted = new Set(listed.map(({ notice }) => notice))
    const open = notices.filter(({ id }) => !drafted.has(id))
    return reply.type(html).send(renderProgrammesPage({ member: member!, listed, notices, open, timeZone }))
  })

  app.get('/staff/programmes/:id', { schema: { ...hide, params } }, async ({ params: { id }, member }, reply) => {
    const programme = await programmes.find(id)
    if (!programme) throw new Problem(404, texts.noSuchProgramme(id))
    const notice = programmes.notice(programme.document.notice)
    const { changes } = await listChanges(db, { subject: programmeSubject(id) })
    const beside = known().catalogue.notices
    const remarks = await readRemarks(db, id)
    const versions = await programmes.versions(id)
    const today = programmes.today()
    const page = { member: member!, programme, notice, beside, history: changes, timeZone, remarks, versions, today }
    return reply.type(html).send(renderProgrammePage(page))
  })

  app.post(
    '/api/staff/programmes/drafts',
    {
      ...editor,
      schema: {
        summary: '按一份通知起草自查项目；已经有的不动',
        body: z.strictObject({ notice: idSchema }),
        response: { 200: z.object({ drafted: z.array(z.string()) }).describe('起草好的项目') },
      },
    },
    async ({ body, member }) => {
      const notice = programmes.notice(body.notice)
      if (!notice) throw new Problem(404, words.noNotice)
      const drafted: string[] = []
      for (const { document } of await programmes.draft(notice)) {
        if (await programmes.find(document.id)) continue
        const made = await programmes.save(member!.name, document.id, 0, document)
        if (made.kind === 'made') drafted.push(document.id)
      }
      if (drafted.length === 0) throw new Problem(400, words.nothingDrafted)
      return { drafted }
    },
  )
}
