import type { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type Reply, replySchema } from '../../services/reply.ts'
import type { RouteOptions } from '../app-options.ts'
import type { Turn } from '../app-services.ts'
import { idempotencyKeySchema, turnUnder } from '../idempotency-key.ts'
import { problemSchema } from '../problem.ts'
import { limitTurns } from '../rate-limits.ts'
import { idSchema, personText } from '../validation.ts'
import { streamTurn } from './turn-stream.ts'
import { within } from './within.ts'
import { chatCommands } from '../../prompts/command-replies.ts'

const bodySchema = z.strictObject({
  conversation: idSchema.optional(),
  message: personText(2000),
  language: z.enum(['zh', 'en']).optional(),
})
const outcomeSchema = z.object({ conversation: z.string(), replies: z.array(replySchema) })

const headersSchema = z.looseObject({ 'idempotency-key': idempotencyKeySchema.optional() })

const eventsSchema = z.custom<Readable>().meta({
  type: 'string',
  description: '事件：delta {text}、reply Reply、done {conversation}；出错时为 error Problem。答复以 reply 为准。',
})

export const chatRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, metrics, options }) => {
  function take(turn: Turn, onReply?: (reply: Reply) => void) {
    return within(options.timeLimitMs, services.conversation.take(turn, onReply))
  }

  app.route({
    method: 'POST',
    url: '/api/chat',
    config: { rateLimit: { max: options.turnsPerMinute } },
    preHandler: limitTurns(app, options),
    schema: {
      summary: '提问或回答',
      description: chatCommands,
      headers: headersSchema,
      body: bodySchema,
      response: {
        200: {
          description: '答复',
          content: { 'application/json': { schema: outcomeSchema }, 'text/event-stream': { schema: eventsSchema } },
        },
        422: {
          description: '这个 Idempotency-Key 已经用过，见其说明；事件流里为 error',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    },
    async handler(request, reply) {
      const { conversation, message, language } = request.body
      const named = turnUnder(request.headers['idempotency-key'], request.body)
      const turn: Turn = { ...named, conversation, text: message, channel: 'web', language }
      reply.header('cache-control', 'no-store')
      if (request.raw.headers.accept?.includes('text/event-stream')) {
        reply.type('text/event-stream').header('x-accel-buffering', 'no')
        return streamTurn((onReply) => take(turn, onReply), { metrics, log: request.log })
      }
      const outcome = await take(turn)
      for (const { kind } of outcome.replies) metrics.reply(kind)
      return outcome
    },
  })
}
