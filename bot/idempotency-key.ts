import { createHash, createHmac, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Turn } from './app-services.ts'

/** Printable ASCII, bare or in quotes as the draft of its standard has it. */
const written = /^[\x21-\x7e]{1,200}$/
/** A key that is beyond guessing, as a UUID is: 22 signs of 64 are 132 bits. */
const random = /^[\w-]{22,200}$/
/** Of a random UUID fewer than one in 10¹² have fewer different signs. */
const fewestSigns = 6

/** A random UUID (versions 4 and 7) or as many hexadecimal digits; of letters there are hardly ever fewer than two. */
const identifier = /[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|[\da-f]{32,}/i
const twoLetters = /[a-f].*[a-f]/i
/** Between capitals, small letters and digits: two signs out of three begin another run at random, few do in words and dates. */
const runs = /[A-Z]+|[a-z]+|\d+/g
const longestRunOnAverage = 3

function isRandom(key: string): boolean {
  if (!random.test(key) || new Set(key).size < fewestSigns) return false
  const signs = key.replaceAll(/[-_]/g, '')
  return (
    twoLetters.test(identifier.exec(key)?.[0] ?? '') || signs.match(runs)!.length * longestRunOnAverage >= signs.length
  )
}

/** The header `Idempotency-Key`. */
export const idempotencyKeySchema = z
  .string()
  .regex(written, { error: '须为 1 到 200 个可见的 ASCII 字符，最好是随机的 UUID' })
  .meta({
    description:
      '标明这一条消息：没有收到答复时，以同一个编号原样重发，得到第一次的答复，不会答两遍。' +
      '对话的第一条消息须用随机的编号（UUID，或者 22 位以上的字母、数字、_、-），否则重发时另开对话；在对话继续之后或满 24 小时，也不能再重发。' +
      '同一个编号用于另一条消息或另一个对话，返回 422。',
  })

/**
 * The id of a turn that comes under a key, and the fingerprint by which its repetition is known: of the conversation that was
 * asked for and the message as sent. Neither tells the key, nor the message to those who don't have the key.
 *
 * A key that can be guessed counts within its conversation alone, whose id is the secret; without one it counts for nothing.
 */
export function turnUnder(
  key: string | undefined,
  { conversation, message }: { conversation?: string | undefined; message: string },
): Pick<Turn, 'id' | 'fingerprint'> {
  const bare = key?.replaceAll('"', '')
  if (bare === undefined || (!isRandom(bare) && conversation === undefined)) return { id: `web-${randomUUID()}` }
  const secret = isRandom(bare) ? bare : `${conversation} ${bare}`
  const sent = JSON.stringify([conversation ?? null, message])
  return {
    id: `web-${createHash('sha256').update(secret).digest('hex')}`,
    fingerprint: createHmac('sha256', secret).update(sent).digest('base64url'),
  }
}
