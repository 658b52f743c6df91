import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { documentTexts } from '../../prompts/document-texts.ts'
import { downloadNames } from '../../services/downloads/download.ts'
import type { RouteOptions } from '../app-options.ts'
import { Problem } from '../problem.ts'
import { idSchema } from '../validation.ts'
import { within } from './within.ts'

const params = z.object({ id: idSchema, name: z.enum(downloadNames) })
const file = { description: '文件', content: { 'application/octet-stream': { schema: z.custom<Buffer>() } } }

/** A name in any script, as RFC 6266 and RFC 5987 write it. */
export const attachment = (plain: string, fileName: string): string =>
  `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`

export const downloadRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  app.get(
    '/api/replies/:id/:name',
    { schema: { summary: '下载一次自查的结果文件', params, response: { 200: file } } },
    async (request, reply) => {
      const { id, name } = request.params
      const download = await within(options.timeLimitMs, services.downloads.make(id, name))
      if (!download) throw new Problem(404, '没有这次自查的结果，可能已经删除。')
      if (download === 'over') throw new Problem(410, documentTexts.calendarOver)
      return reply
        .header('content-disposition', attachment(name, download.fileName))
        .header('cache-control', 'private, no-store')
        .type(download.type)
        .send(download.body)
    },
  )
}
