import { Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import pg from 'pg'
import { startEmbeddedDatabase } from './embedded-database.ts'
import type { Database, Schema } from './schema.ts'
import { requireServer } from './server-requirements.ts'

export type { Database } from './schema.ts'

/** `url` of a server, or the directory for the embedded database; `onFailure` hears when that breaks, for good. */
export type DatabaseOptions = { url?: string; dataDir: string; onFailure?: (error: Error) => void }
export type OpenDatabase = { db: Database; kind: 'embedded' | 'server'; close(): Promise<void> }

const serverLimits = {
  max: 10,
  connectionTimeoutMillis: 5_000,
  statement_timeout: 30_000,
  idle_in_transaction_session_timeout: 60_000,
}

// PGlite has one session for all connections (statements of two clients would mix), so there is one connection;
// the time limit is that of waiting for it.
const embeddedLimits = { max: 1, idleTimeoutMillis: 0, connectionTimeoutMillis: 60_000 }

/** int8 (`count`) as number, dates as the text `YYYY-MM-DD`; the rest as pg reads it. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

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
  const pool = createPool({ connectionString: url, ...serverLimits })
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    await requireServer(db)
  } catch (error) {
    await db.destroy()
    throw new Error(`DATABASE_URL: ${reasonOf(error)}`, { cause: error })
  }
  return { db, kind: 'server', close: () => db.destroy() }
}

async function openEmbedded({ dataDir, onFailure }: DatabaseOptions): Promise<OpenDatabase> {
  const embedded = await startEmbeddedDatabase(dataDir).catch((error: unknown) => {
    throw new Error(`DATA_DIR: ${reasonOf(error)}`, { cause: error })
  })
  const pool = createPool({
    host: embedded.host,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    ...embeddedLimits,
  })
  const guarded: PostgresPool = {
    async connect() {
      const failure = embedded.failure()
      if (failure) throw failure
      return pool.connect()
    },
    end: () => pool.end(),
    options: pool.options,
  }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: guarded }) })
  let closing: Promise<void> | undefined
  void embedded.ended.then(() => closing ?? onFailure?.(embedded.failure()!))
  const close = () => (closing ??= db.destroy().then(() => embedded.close()))
  return { db, kind: 'embedded', close }
}

function createPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, types, application_name: 'zhixun', keepAlive: true })
  // A connection may be cut at any time, as by a restart of the server: the query under way is told, the pool connects
  // anew for the next one, and these events tell nothing else. Unheard they would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
