import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Changes, changesChannel } from './changes.ts'

/** Between two tries to connect, in milliseconds. */
const againMs = 500
/** How often the connection is asked for a sign of life, and how long one may stay away, in milliseconds. */
const askMs = 5_000
const silenceMs = 5_000

/**
 * Hears on a connection of its own what a server tells of changes, connecting again when that breaks, until it is closed.
 *
 * @returns Ends it.
 */
export function listenOn(config: pg.ClientConfig, changes: Changes): () => Promise<void> {
  const closing = new AbortController()
  let current: pg.Client | undefined

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      await hear().catch(() => undefined)
      changes.setTold(false)
      await pause(againMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined)
    }
  }
  async function hear(): Promise<void> {
    const client = new pg.Client({
      ...config,
      keepAlive: true,
      connectionTimeoutMillis: silenceMs,
      query_timeout: silenceMs,
    })
    current = client
    const broken = new Promise<void>((resolve) => client.once('end', resolve).on('error', () => resolve()))
    client.on('notification', ({ payload }) => changes.tell(payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${changesChannel}`)
      changes.setTold(true)
      await lives(client, broken)
    } finally {
      // A connection that has fallen silent would not say that it has ended.
      void client.end().catch(() => undefined)
      ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    }
  }
  /** Settles when the connection is no more, or rejects when it gives no sign of life. */
  async function lives(client: pg.Client, broken: Promise<void>): Promise<void> {
    let isOver = false
    void broken.then(() => (isOver = true))
    while (!isOver && !closing.signal.aborted) {
      await Promise.race([
        broken,
        pause(askMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined),
      ])
      if (!isOver && !closing.signal.aborted) await client.query('select')
    }
  }

  const running = run()
  return async () => {
    closing.abort()
    await current?.end().catch(() => undefined)
    await running
  }
}
