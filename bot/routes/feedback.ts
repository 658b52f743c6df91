import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { Problem } from '../problem.ts'
import { idSchema, personText } from '../validation.ts'
import { within } from './within.ts'

const bodySchema = z.strictObject({
  reply: idSchema,
  helpful: z.boolean(),
  comment: personText(500, 0).optional(),
})

export const feedbackRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  app.post(
    '/api/feedback',
    {
      schema: {
        summary: '评价一条答复',
        body: bodySchema,
        response: { 204: z.undefined().describe('已记录') },
      },
    },
    async (request, reply) => {
      const isRecorded = await within(options.timeLimitMs, services.feedback.record(request.body))
      if (!isRecorded) throw new Problem(404, '没有这条答复。')
      return reply.code(204).send()
    },
  )
}
