import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listChanges } from '../../../services/staff/audit.ts'
import { changeJson, changeSchema } from '../../staff/change-json.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'

export const auditRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk }> = async (app, { desk: { db } }) => {
  app.get(
    '/api/staff/audit',
    {
      config: { role: 'admin' },
      schema: {
        summary: '操作记录，新的在前',
        querystring: z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1) }),
        response: {
          200: z.object({ changes: z.array(changeSchema), hasMore: z.boolean() }).describe('操作记录'),
        },
      },
    },
    async ({ query: { page } }) => {
      const { changes, hasMore } = await listChanges(db, { page })
      return { changes: changes.map(changeJson), hasMore }
    },
  )
}
