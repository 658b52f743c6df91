import type { FastifyBaseLogger } from 'fastify'
import { every } from '../../every.ts'
import { inOrder } from '../../in-order.ts'
import { atMost } from '../at-most.ts'
import type { Channel, ChannelParts } from '../channel.ts'
import { type Connection, holdConnection, type WeComPace, wecomPace } from './connection.ts'
import { postDeliveries } from '../post.ts'
import { postToWeCom } from './post.ts'
import { readFrame } from './read-frame.ts'
import { tellWaiting } from './tell-waiting.ts'
import { takeIncoming } from './take-incoming.ts'
import type { WeComConfig } from './variables.ts'

const turnsAtOnce = 8
/** So many messages are remembered, so that one that comes again is not answered again. */
const mostKnown = 2_000
/** How long an end waits for what is under way, in milliseconds. */
const drainLimitMs = 10_000
const silent = { warn: () => undefined, error: () => undefined }

/** A WeCom bot (智能机器人) over its long connection, for the people of the company that owns it. */
export function createWeCom(config: WeComConfig, parts: ChannelParts, pace: WeComPace = wecomPace): Channel {
  const queue = inOrder()
  const inTurn = atMost(turnsAtOnce)
  const known = new Set<string>()
  const underWay = new Set<Promise<void>>()
  let log: Pick<FastifyBaseLogger, 'warn' | 'error'> = silent
  let connection: Connection | undefined
  let isClosing = false
  let endPosting: () => Promise<void> = async () => undefined
  let endTelling: () => Promise<void> = async () => undefined

  function isNew(id: string): boolean {
    if (known.has(id)) return false
    known.add(id)
    if (known.size > mostKnown) known.delete(known.values().next().value!)
    return true
  }

  function take(frame: unknown): void {
    const incoming = isClosing ? undefined : readFrame(frame)
    if (!incoming || !isNew(incoming.id)) return
    const isPlain = config.url.startsWith('ws:')
    const desk = { ...parts, bot: config.botId, isPlain, connection: connection!, log: () => log }
    const work = queue(incoming.chat, () => inTurn(() => takeIncoming(desk, incoming)))
      .catch((error: unknown) => log.error({ err: error }, 'wecom message failed'))
      .finally(() => underWay.delete(work))
    underWay.add(work)
  }

  return {
    async start(given) {
      log = given.log
      const { tell, complain } = parts
      const held = (connection = holdConnection({ config, pace, onFrame: take, tell, complain }))
      endPosting = postDeliveries({
        db: parts.db,
        channel: 'wecom',
        account: config.botId,
        send: (delivery) => postToWeCom(held, parts.publicUrl, delivery),
        log: () => log,
      })
      const { db, today, publicUrl } = parts
      const telling = { db, bot: config.botId, connection: held, today, publicUrl }
      const onFault = (error: unknown) => log.warn({ err: error }, 'wecom could not tell what waits')
      endTelling = every('wecom-waiting', pace.waitingMs, () => tellWaiting(telling), onFault)
    },
    async close() {
      isClosing = true
      const limit = new Promise<void>((resolve) => setTimeout(resolve, drainLimitMs).unref())
      await Promise.race([Promise.all([...underWay, endPosting(), endTelling()]), limit])
      await connection?.close()
    },
  }
}
