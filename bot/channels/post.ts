import type { FastifyBaseLogger } from 'fastify'
import { setTimeout as wait } from 'node:timers/promises'
import { findChanges } from '../../knowledge/database/changes.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import type { ChannelName } from '../../services/channel.ts'
import { claimDelivery, type Delivery, type Sent, settleDelivery } from '../../services/reminders/deliveries.ts'
import { switchesInForce } from '../../services/staff/switches.ts'
import { every } from '../every.ts'

/** How often it is looked for what is to be sent later, in milliseconds. */
const lookEveryMs = 15_000
/** Between two deliveries, in milliseconds: twenty a second at most, which every channel takes. */
const restMs = 50

type Parts = {
  db: Database
  channel: ChannelName
  /** The bot whose chats these are; without it those of every account of the channel. */
  account?: string
  /** Sends it; what it throws was not taken, as far as anybody knows. */
  send(delivery: Delivery): Promise<Sent>
  log(): Pick<FastifyBaseLogger, 'warn' | 'error'>
}

/**
 * Sends what people asked to hear of, one after the other, as soon as it is written down; each is sent by one process alone,
 * and none twice unless the channel itself says that it did not take it.
 *
 * @returns Ends it, after what is under way.
 */
export function postDeliveries({ db, channel, account, send, log }: Parts): () => Promise<void> {
  const stop = new AbortController()
  let posting: Promise<void> | undefined
  let isWoken = false

  async function postAll(): Promise<void> {
    while (!stop.signal.aborted) {
      const { assistant, [channel]: own } = await switchesInForce(db)
      if (assistant.off || own.off) return
      const delivery = await claimDelivery(db, channel, account)
      if (!delivery) return
      await settleDelivery(db, delivery, await send(delivery).catch(lost))
      await wait(restMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined)
    }
  }
  function lost(error: unknown): Sent {
    log().error({ err: error }, 'delivery failed')
    return 'unsure'
  }
  async function run(): Promise<void> {
    do {
      isWoken = false
      await postAll()
    } while (isWoken && !stop.signal.aborted)
  }
  const post = (): Promise<void> => {
    isWoken = true
    return (posting ??= run().finally(() => (posting = undefined)))
  }
  const onFault = (error: unknown) => log().warn({ err: error }, 'deliveries failed')
  const off = findChanges(db)?.on('delivery', () => void post().catch(() => undefined))
  const stopLooking = every('post', lookEveryMs, post, onFault)
  void post().catch(onFault)
  return async () => {
    stop.abort()
    off?.()
    await stopLooking()
    await posting?.catch(() => undefined)
  }
}
