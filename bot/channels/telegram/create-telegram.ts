import { setMaxListeners } from 'node:events'
import type { Update } from 'grammy/types'
import type { Database } from '../../../knowledge/database/schema.ts'
import { purgeUpdates } from '../../../services/telegram/update-inbox.ts'
import type { Config } from '../../config.ts'
import { Problem } from '../../problem.ts'
import { atMost } from '../at-most.ts'
import { createBot, wireBot } from './build-bot.ts'
import { callLimits, type OnCall } from './call-limits.ts'
import { answerInline } from './answer-inline.ts'
import type { Desk, TelegramServices } from './channel-context.ts'
import { keepCounting } from './counting.ts'
import { isReachable } from './is-reachable.ts'
import { connect } from './connect.ts'
import { postDeliveries } from '../post.ts'
import { postToTelegram } from './post.ts'
import { inBatches } from './in-batches.ts'
import { openInbox } from './open-inbox.ts'
import { workInbox } from './work-inbox.ts'

/** Answers that are worked out at a time. */
const turnsAtOnce = 16
/** How long the numbers of answered updates are kept: Telegram redelivers for a day. */
const keptDays = 7
/** How long an end waits for what is under way, in milliseconds. */
const drainLimitMs = 10_000
const purgeEveryMs = 24 * 60 * 60 * 1000
const pace = { typingMs: 4_000, quietMs: 500 }

export type TelegramParts = {
  config: NonNullable<Config['telegram']>
  db: Database
  /** Where what has gone out is noted first. */
  dataDir: string
  services: TelegramServices
  publicUrl?: string | undefined
  /** What those who run it read, a line at a time. */
  tell(line: string): void
  complain(line: string): void
  metrics?: { telegramUpdates(count: number): void; telegramCall: OnCall }
  pace?: Partial<Desk['pace']>
}

export type Telegram = {
  /** The bot's name once Telegram has told it. */
  name(): string | undefined
  /** Keeps what Telegram delivers; rejects when it can't, or the channel has ended. */
  receive(updates: Update[]): Promise<void>
  /** Takes up what was left, and connects in the background.  */
  start(parts: { log: Desk['log'] }): Promise<void>
  /** Takes nothing more, lets what is under way come to its end, and leaves the rest in the inbox. */
  close(): Promise<void>
}

/** The Telegram channel: an inbox that nothing is lost from, and a bot that works it off. */
export function createTelegram(parts: TelegramParts): Telegram {
  const { config, db, dataDir, publicUrl, tell, complain, metrics } = parts
  const { token, apiRoot, webhook } = config
  const id = token.split(':')[0]!
  const stop = new AbortController()
  const { signal: stopping } = stop
  // Every call that waits hears of the end.
  setMaxListeners(0, stopping)
  const bot = createBot(token, apiRoot)
  bot.api.config.use(callLimits(stopping, (method, code) => metrics?.telegramCall(method, code)))
  const inbox = openInbox(db, id, dataDir)
  const origin = [publicUrl, webhook && new URL(webhook.url).origin].find(isReachable)
  const place: Place = { log: silent }
  const desk = deskOf(parts, id, inbox, origin, place)
  const handle = wireBot(bot, desk, stopping)
  const worker = workInbox({ handle, finish: inbox.finish, stopping })
  let connected: Promise<void> | undefined
  let purging: NodeJS.Timeout | undefined
  let endPosting: () => Promise<void> = async () => undefined

  /** Answers and what is sent unasked go out once Telegram knows the bot. */
  function open(): void {
    worker.open()
    endPosting = postDeliveries({
      db,
      channel: 'telegram',
      account: id,
      send: (delivery) => postToTelegram(desk, bot.api, delivery),
      log: () => place.log,
    })
  }

  // A webhook brings updates one by one; they are kept as many at a time as have come.
  const keep = inBatches(async (updates: Update[]): Promise<void> => {
    const fresh = await inbox.keep(updates)
    metrics?.telegramUpdates(fresh.length)
    worker.add(fresh)
  })

  const onLost = (error: unknown): void => {
    if (!stopping.aborted) place.log.warn({ err: error }, 'telegram inline answer lost')
  }

  async function receive(updates: Update[]): Promise<void> {
    if (stopping.aborted) throw new Problem(503)
    // What is typed into another chat is answered at once or never; nothing of it is kept.
    for (const { inline_query: query } of updates) if (query) void answerInline(desk, bot.api, query).catch(onLost)
    const kept = updates.filter((update) => !update.inline_query)
    if (kept.length > 0) await keep(kept)
  }

  async function start({ log }: { log: Desk['log'] }): Promise<void> {
    place.log = log
    const onFailure = (error: unknown) => log.warn({ err: error }, 'telegram task failed')
    purging = setInterval(() => void purgeUpdates(db, keptDays).catch(onFailure), purgeEveryMs).unref()
    await purgeUpdates(db, keptDays)
    worker.add(await inbox.left())
    connected = connect({ bot, webhook, origin, receive, stopping, tell, complain, onReady: open, onFailure })
  }

  async function close(): Promise<void> {
    stop.abort()
    clearInterval(purging)
    const limit = Promise.withResolvers<void>()
    const timer = setTimeout(limit.resolve, drainLimitMs)
    await Promise.race([Promise.all([connected, worker.idle(), endPosting()]), limit.promise])
    clearTimeout(timer)
  }

  const name = () => (bot.isInited() ? bot.botInfo.username : undefined)

  return { name, receive, start, close }
}

/** What is known only once the app listens. */
type Place = { log: Desk['log'] }

const silent: Desk['log'] = { warn: () => undefined, error: () => undefined }

function deskOf(
  { db, services, pace: chosen }: TelegramParts,
  bot: string,
  inbox: Desk['inbox'],
  origin: string | undefined,
  place: Place,
): Desk {
  return {
    db,
    inbox,
    bot,
    services,
    origin,
    counting: keepCounting(),
    get log() {
      return place.log
    },
    inTurn: atMost(turnsAtOnce),
    pace: { ...pace, ...chosen },
  }
}
