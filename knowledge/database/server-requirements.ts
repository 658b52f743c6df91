import { sql } from 'kysely'
import type { Database } from './schema.ts'

const oldestPostgres = 150_000
/** The first pgvector with sparsevec. */
const oldestPgvector = [0, 7]

/**
 * Makes sure that a PostgreSQL server can hold the index, and creates pgvector in the database where it is missing.
 *
 * @throws {Error} Naming what is missing: version, encoding, locale or extension.
 */
export async function requireServer(db: Database): Promise<void> {
  const server = await sql<{ version: number; encoding: string; locale: string }>`
    select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding,
      case datlocprovider when 'c' then datctype else datlocprovider::text end as locale
    from pg_database where datname = current_database()`.execute(db)
  const { version, encoding, locale } = server.rows[0]!
  if (version < oldestPostgres) throw new Error(`PostgreSQL ${oldestPostgres / 10_000} or newer is needed`)
  if (encoding !== 'UTF8') throw new Error(`the database must be in UTF8, and is in ${encoding}`)
  if (locale === 'C' || locale === 'POSIX') {
    throw new Error(`the locale ${locale} knows no Chinese: create the database with LC_CTYPE C.UTF-8 or zh_CN.UTF-8`)
  }
  await requirePgvector(db)
}

async function requirePgvector(db: Database): Promise<void> {
  const installed = await db.transaction().execute(async (trx) => {
    // Two processes that create an extension at once clash, "if not exists" or not.
    await sql`select pg_advisory_xact_lock(hashtext('zhixun: create extension'))`.execute(trx)
    await sql`create extension if not exists vector`.execute(trx)
    return sql<{ extversion: string }>`select extversion from pg_extension where extname = 'vector'`.execute(trx)
  })
  const version = installed.rows[0]!.extversion
  if (isOlder(version.split('.').map(Number), oldestPgvector)) {
    throw new Error(`pgvector ${oldestPgvector.join('.')} or newer is needed, and the database has ${version}`)
  }
}

function isOlder([major = 0, minor = 0]: number[], [oldestMajor = 0, oldestMinor = 0]: number[]): boolean {
  return major === oldestMajor ? minor < oldestMinor : major < oldestMajor
}
