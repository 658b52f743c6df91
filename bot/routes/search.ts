import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { hitSchema } from '../app-services.ts'
import { idSchema, personText } from '../validation.ts'
import { requireNotice } from './notices.ts'
import { within } from './within.ts'

const bodySchema = z.strictObject({
  query: personText(2000),
  limit: z.int().min(1).max(50).default(10),
  notice: idSchema.optional(),
})

export const searchRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  app.post(
    '/api/search',
    {
      schema: {
        summary: '检索条款',
        body: bodySchema,
        response: { 200: z.object({ hits: z.array(hitSchema) }).describe('命中的条款，最相关的在前') },
      },
    },
    async (request) => {
      const { notice } = request.body
      if (notice !== undefined) requireNotice(services.notices, notice)
      return { hits: await within(options.timeLimitMs, services.search(request.body)) }
    },
  )
}
