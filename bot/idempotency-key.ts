import { createHash, createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Turn } from './app-services.ts'

/** A key proves who sent the first message of a conversation, so that it must be beyond guessing: 22 signs of 64 are 132 bits. */
const written = /^("?)[\w-]{22,100}\1$/
/** Of a random UUID fewer than one in 10¹² have fewer different signs. */
const fewestSigns = 6

const whatItTakes = '须为随机的 UUID，或者 22 到 100 位随机的字母、数字、_、-'
const isRandom = (key: string) => new Set(key.replaceAll('"', '')).size >= fewestSigns

/** The header `Idempotency-Key`: bare, or in quotes as the draft of its standard has it. */
export const idempotencyKeySchema = z
  .string()
  .regex(written, { error: whatItTakes, abort: true })
  .refine(isRandom, { error: whatItTakes })
  .meta({
    description:
      '标明这一条消息：没有收到答复时，以同一个编号原样重发，得到第一次的答复，不会答两遍。须随机，如 UUID，不可猜测，不可用于别的消息。' +
      '同一个编号用于另一条消息或另一个对话，返回 422；对话的第一条消息在对话继续之后或满 24 小时，也不能再重发。',
  })

/**
 * The id of a turn that comes under a key, and the fingerprint by which its repetition is known: of the conversation that was
 * asked for and the message as sent. Neither tells the key, nor the message to those who don't have the key.
 */
export function turnUnder(
  key: string | undefined,
  { conversation, message }: { conversation?: string | undefined; message: string },
): Pick<Turn, 'id' | 'fingerprint'> {
  if (key === undefined) return { id: `web-${randomUUID()}` }
  const secret = key.replaceAll('"', '')
  const sent = JSON.stringify([conversation ?? null, message])
  return {
    id: `web-${createHash('sha256').update(secret).digest('hex')}`,
    fingerprint: createHmac('sha256', secret).update(sent).digest('base64url'),
  }
}
