import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { setShared } from './alone.ts'
import { type Changes, changesChannel, createChanges, setChanges } from './changes.ts'
import { startEmbeddedDatabase } from './embedded-database.ts'
import { listenOn } from './listen.ts'
import { setLongWork } from './long-work.ts'
import type { Database, Schema } from './schema.ts'
import { requireServer } from './server-requirements.ts'
import { embeddedLimits, longServerLimits, serverLimits, type TimeLimits, unreceivedMs } from './time-limits.ts'
import { createWatchedPool, type PoolOptions, type WatchedPool } from './watched-pool.ts'

export type { Database } from './schema.ts'

/**
 * `url` of a server, or the directory for the embedded database; `onFailure` hears when that breaks, for good,
 * `onOpenDirectory` with its mode of a directory that can't be made private.
 */
export type DatabaseOptions = {
  url?: string
  dataDir: string
  onFailure?: (error: Error) => void
  onOpenDirectory?: (mode: string) => void
}
/** How a pool of connections is used; `waiting` stand before it. */
export type Connections = { pool: string; total: number; idle: number; waiting: number }
export type OpenDatabase = {
  db: Database
  kind: 'embedded' | 'server'
  /** Of an embedded database: copies it, as it is at one moment, into another data directory. */
  copyTo?(dataDir: string): Promise<void>
  connections(): Connections[]
  close(): Promise<void>
}

/** int8 (`count`) as number, dates as the text `YYYY-MM-DD`; the rest as pg reads it. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
const common = { types, application_name: 'zhixun' }

/**
 * Opens the database: the server at `url`, or without one the embedded PostgreSQL in `dataDir`. Tables are
 * made by `migrateToLatest`.
 *
 * Within a transaction use its `trx` only: a query on `db` there waits for a connection, in the embedded
 * database in vain.
 *
 * @throws {Error} One clear sentence when the server can't be reached or used, or the directory can't.
 */
export function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  return options.url === undefined ? openEmbedded(options) : openServer(options.url)
}

async function openServer(url: string): Promise<OpenDatabase> {
  // Closed soon after use, so that there are none on most days.
  const longPool = openPool(url, longServerLimits, { max: 4, idleTimeoutMillis: 1_000 })
  // What waits for long work can't tell it from a dead connection; what is asked all the time can.
  const onSilence = () => longPool.dropSilent(serverLimits.silence)
  const pool = openPool(url, serverLimits, { max: 10, onSilence })
  const db = databaseOn(pool.within(serverLimits.silence))
  const patient = databaseOn(longPool.within(longServerLimits.silence))
  setLongWork(db, patient)
  setShared(db, patient)
  let stopListening: (() => Promise<void>) | undefined
  const changes: Changes = createChanges(
    () => (stopListening = listenOn({ ...common, connectionString: url }, changes)),
  )
  setChanges(db, changes)
  const close = async () => {
    changes.close()
    await Promise.all([stopListening?.(), db.destroy(), patient.destroy()])
  }
  try {
    await requireServer(patient)
  } catch (error) {
    await close()
    throw new Error(`DATABASE_URL: ${reasonOf(error)}`, { cause: error })
  }
  const connections = () => [
    { pool: 'turns', ...pool.counts() },
    { pool: 'long', ...longPool.counts() },
  ]
  return { db, kind: 'server', connections, close }
}

/** A server keeps a session for each connection, so that statements can be prepared on it. */
function openPool(url: string, limits: TimeLimits, more: Partial<PoolOptions>): WatchedPool {
  return createWatchedPool({
    ...common,
    ...more,
    connectionString: url,
    isOwnSession: true,
    connectMs: limits.connect,
    connectionTimeoutMillis: limits.wait,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    // A frozen process takes nothing from its socket; without this the server would stand in the middle of an answer.
    setUp: { statements: `set tcp_user_timeout = ${unreceivedMs}`, silenceMs: limits.connect },
  })
}

async function openEmbedded({ dataDir, onFailure, onOpenDirectory }: DatabaseOptions): Promise<OpenDatabase> {
  const embedded = await startEmbeddedDatabase(dataDir, onOpenDirectory).catch((error: unknown) => {
    throw new Error(`DATA_DIR: ${reasonOf(error)}`, { cause: error })
  })
  const changes = createChanges()
  // PGlite has one session for all connections (statements of two clients would mix), so there is one connection. What that
  // changes it is told on itself: before the statement is answered, or the commit.
  const pool = createWatchedPool({
    ...common,
    host: embedded.host,
    ssl: false,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    connectMs: embeddedLimits.connect,
    connectionTimeoutMillis: embeddedLimits.wait,
    setUp: { statements: `listen ${changesChannel}`, silenceMs: embeddedLimits.silence },
    onConnect: () => changes.setTold(true),
    onNotice: changes.tell,
    onSilence: () => embedded.interrupt(),
  })
  const guarded = (silenceMs: number): PostgresPool => {
    const { connect, ...rest } = pool.within(silenceMs)
    return {
      ...rest,
      async connect() {
        const failure = embedded.failure()
        if (failure) throw failure
        return connect()
      },
    }
  }
  const db = databaseOn(guarded(embeddedLimits.silence))
  setLongWork(db, databaseOn(guarded(embeddedLimits.longSilence)))
  setChanges(db, changes)
  let closing: Promise<void> | undefined
  void embedded.ended.then(() => closing ?? onFailure?.(embedded.failure()!))
  function close(): Promise<void> {
    changes.close()
    return (closing ??= db.destroy().then(() => embedded.close()))
  }
  const connections = () => [{ pool: 'embedded', ...pool.counts() }]
  return { db, kind: 'embedded', copyTo: embedded.copyTo, connections, close }
}

const databaseOn = (pool: PostgresPool): Database => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
