import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Notice, noticeMetadataFields } from '../../knowledge/parsing/notice.ts'
import type { RouteOptions } from '../app-options.ts'
import type { AppServices } from '../app-services.ts'
import { clauseSchema } from '../clause-schema.ts'
import { Problem } from '../problem.ts'
import { idSchema } from '../validation.ts'

const metadata = noticeMetadataFields.omit({ programmes: true, rosters: true, edits: true, spoken: true })
const noticeSchema = z.object({ ...metadata.shape, url: z.string() })

const noticeWithClausesSchema = z.object({ ...noticeSchema.shape, clauses: z.array(clauseSchema) })

export const noticeParams = z.object({ id: idSchema })

/** @throws {Problem} 404 when there is no such notice. */
export function requireNotice(notices: AppServices['notices'], id: string): Notice {
  const notice = notices.find(id)
  if (!notice) throw new Problem(404, '没有这份通知。')
  return notice
}

const withUrl = (notice: Notice) => ({ ...notice, url: `/notices/${notice.id}` })

export const noticeRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services }) => {
  app.get(
    '/api/notices',
    { schema: { summary: '全部通知', response: { 200: z.array(noticeSchema).describe('通知') } } },
    async () => services.notices.list().map(withUrl),
  )

  app.get(
    '/api/notices/:id',
    {
      schema: {
        summary: '一份通知及其条款',
        params: noticeParams,
        response: { 200: noticeWithClausesSchema.describe('通知及其条款') },
      },
    },
    async (request) => withUrl(requireNotice(services.notices, request.params.id)),
  )
}
