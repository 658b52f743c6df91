import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { idSchema } from '../validation.ts'
import { within } from './within.ts'

const bodySchema = z.strictObject({ conversation: idSchema })
const newsSchema = z.object({ waiting: z.boolean() })

/** Whether there is something to tell somebody who comes back; the message `/news` tells it, once. */
export const newsRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, options }) => {
  app.post(
    '/api/chat/news',
    {
      schema: {
        summary: '这个对话有没有新消息（自查有变化、到了提醒的日子、提问有了答复）；发送 /news 就看到，只看到一次',
        body: bodySchema,
        response: { 200: newsSchema.describe('有没有') },
      },
    },
    async ({ body: { conversation } }, reply) => {
      reply.header('cache-control', 'no-store')
      const waiting = await within(
        options.timeLimitMs,
        services.conversation.hasNews?.(conversation) ?? Promise.resolve(false),
      )
      return { waiting }
    },
  )
}
