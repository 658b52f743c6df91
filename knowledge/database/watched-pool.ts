import { Socket } from 'node:net'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { preparedName } from './prepared.ts'

/** Signs of life are looked for this often within the time that a connection may be silent. */
const looks = 7

/** pg's client with its socket at hand: to see whether anything comes, and to close it whatever pg waits for. */
class WatchedClient extends pg.Client {
  readonly socket: Socket

  constructor(config?: string | pg.ClientConfig) {
    const socket = new Socket()
    super({ ...(config as pg.ClientConfig), stream: () => socket })
    this.socket = socket
  }
}

export type WatchedPool = {
  /** The pool as Kysely takes it; `silenceMs` is how long an answer that is due may stay away. */
  within(silenceMs: number): PostgresPool
  /** Closes the connections that nobody uses, which may be as dead as one that was found so. */
  dropIdle(): void
  /**
   * The same, and closes those too that have said nothing of an answer for so many milliseconds: for a pool whose own
   * patience is long, where another to the same server has found a connection dead.
   */
  dropSilent(silenceMs: number): void
  /** Connections there are, those of them that nobody uses, and who waits for one. */
  counts(): { total: number; idle: number; waiting: number }
}

export type PoolOptions = Omit<pg.PoolConfig, 'onConnect'> & {
  /** For making a connection, in milliseconds; `connectionTimeoutMillis` is for getting one. */
  connectMs: number
  /** Statements for each new connection, with how long they may take in milliseconds. */
  setUp?: { statements: string; silenceMs: number }
  /** Whether each connection is a session of its own, on which statements are prepared. */
  isOwnSession?: boolean
  /** Hears that a connection was silent for too long. */
  onSilence?: () => void
  /** Hears that a new connection is set up. */
  onConnect?: () => void
  /** Hears the payload of each notification that comes on a connection. */
  onNotice?: (payload: string) => void
}

/**
 * A pool of pg whose connections are given up when they fall silent. pg's own `query_timeout` only rejects the query and
 * leaves the connection in the pool, where the next query waits behind the one that never ends.
 */
export function createWatchedPool(options: PoolOptions): WatchedPool {
  const { connectMs, setUp, isOwnSession = false, onSilence, onConnect, onNotice, ...config } = options
  class Client extends WatchedClient {
    constructor(given?: pg.ClientConfig) {
      super({ ...given, connectionTimeoutMillis: connectMs })
    }
  }
  const idle = new Set<Socket>()
  /** Connections that owe an answer: since when, and what had come on them by then. */
  const due = new Map<Socket, { since: number; received: number }>()
  const pool = new pg.Pool({
    ...config,
    Client,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    ...(setUp && {
      // The pool waits for the promise, which its type does not say.
      onConnect: ((client) =>
        watch(
          socketOf(client),
          setUp.silenceMs,
          client.query(setUp.statements),
          dropIdle,
        )) as pg.PoolConfig['onConnect'],
    }),
  })
  // A connection may be cut at any time, as by a restart of the server: the query under way is told, the pool connects
  // anew for the next one, and these events tell nothing else. Unheard they would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.on('notification', ({ payload = '' }) => onNotice?.(payload))
    onConnect?.()
  })
  pool.on('acquire', (client) => idle.delete(socketOf(client)))
  pool.on('release', (_error, client) => idle.add(socketOf(client)))
  pool.on('remove', (client) => idle.delete(socketOf(client)))

  function dropIdle(): void {
    for (const socket of idle) socket.destroy(new Error('Connection terminated: another one has fallen silent'))
  }
  function dropSilent(silenceMs: number): void {
    dropIdle()
    for (const [socket, asked] of due) {
      const look = () => {
        if (due.get(socket) === asked && socket.bytesRead === asked.received) socket.destroy(silent(silenceMs))
      }
      setTimeout(look, Math.max(0, asked.since + silenceMs - performance.now())).unref()
    }
  }
  function giveUp(): void {
    dropIdle()
    onSilence?.()
  }
  const within = (silenceMs: number): PostgresPool => ({
    async connect() {
      const client = await pool.connect()
      const socket = socketOf(client)
      const query = (text: string, values: readonly unknown[]) => {
        due.set(socket, { since: performance.now(), received: socket.bytesRead })
        const name = isOwnSession ? preparedName(text) : undefined
        const answer = client.query({ ...(name !== undefined && { name }), text, values: [...values] })
        return watch(socket, silenceMs, answer, giveUp).finally(() => due.delete(socket))
      }
      // Kysely streams nothing here, so that the form of `query` with a cursor is never called.
      return { query, release: (destroy?: boolean) => client.release(destroy) } as unknown as PostgresPoolClient
    },
    end: () => pool.end(),
    options: pool.options,
  })
  const counts = () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount })
  return { within, dropIdle, dropSilent, counts }
}

const silent = (ms: number): Error => new Error(`Connection terminated: silent for ${ms / 1000} s`)

const socketOf = (client: pg.ClientBase): Socket => (client as unknown as WatchedClient).socket

/**
 * Closes the connection when nothing at all comes for so long: the answer is then an error, and the pool takes the
 * connection out. Counted in looks, so that the time counts for nothing in which this process itself stood still.
 */
async function watch<Result>(
  socket: Socket,
  silenceMs: number,
  answer: Promise<Result>,
  onSilence: () => void,
): Promise<Result> {
  let received = socket.bytesRead
  let inVain = 0
  const timer = setInterval(() => {
    inVain = socket.bytesRead === received ? inVain + 1 : 0
    received = socket.bytesRead
    if (inVain < looks) return
    clearInterval(timer)
    socket.destroy(silent(silenceMs))
    onSilence()
  }, silenceMs / looks)
  return answer.finally(() => clearInterval(timer))
}
