import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsync } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Update } from 'grammy/types'
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import { within } from '../../routes/within.ts'

const updateSchema = z.looseObject({ update_id: z.int().nonnegative() })
const takenSchema = z.object({ ok: z.literal(true) })

/** A long message that answers another one is larger than what people send otherwise. */
const bodyLimit = 1024 * 1024
/** How long Telegram waits until it hears that an update was not taken, in milliseconds. */
const timeLimitMs = 25_000

type Parts = { secret: string; receive(updates: Update[]): Promise<void> }

/** Where Telegram delivers updates; they are kept before it hears that they were taken, and answered afterwards. */
export const telegramRoutes =
  ({ secret, receive }: Parts): FastifyPluginAsync =>
  async (app) => {
    app.withTypeProvider<ZodTypeProvider>().post(
      '/telegram',
      {
        bodyLimit,
        config: { rateLimit: false },
        onRequest: async (request) => {
          const given = request.headers['x-telegram-bot-api-secret-token']
          if (!isSame(typeof given === 'string' ? given : '', secret)) throw new Problem(401)
        },
        schema: {
          summary: '接收 Telegram 送来的消息',
          body: updateSchema,
          response: { 200: takenSchema.describe('已收下') },
        },
      },
      async (request) => {
        await within(timeLimitMs, receive([request.body as unknown as Update]))
        return { ok: true as const }
      },
    )
  }

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares in a time that tells nothing of the secret, its length included. */
const isSame = (given: string, secret: string): boolean => timingSafeEqual(digestOf(given), digestOf(secret))
