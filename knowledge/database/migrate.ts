import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { migrations } from './migrations/index.ts'
import { forLongWork } from './long-work.ts'
import type { Database } from './schema.ts'

/**
 * Brings the tables to the newest form. Does nothing where they are; processes that start at once on one
 * server wait for each other.
 *
 * @throws {Error} When a migration fails, naming it; then none of those pending has been applied.
 */
export async function migrateToLatest(db: Database): Promise<void> {
  // Where there are others than these, the migrator says so.
  const { applied, pending } = await pendingMigrations(db)
  if (pending.length === 0 && applied.length === Object.keys(migrations).length) return
  const migrator = new Migrator({ db: forLongWork(db), provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'migration'
  throw new Error(`The database could not be brought up to date (${failed}): ${reasonOf(error)}`, { cause: error })
}

/**
 * The migrations that a database has been through, and those that it has yet to go through, in order. Asked in one statement,
 * since most starts find nothing to do: the migrator asks the catalogue for every table first.
 */
export async function pendingMigrations(db: Database): Promise<{ applied: string[]; pending: string[] }> {
  const known = Object.keys(migrations).toSorted()
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
    const applied = rows.map(({ name }) => name).toSorted()
    return { applied, pending: known.filter((name) => !applied.includes(name)) }
  } catch {
    // The table is made by the first migration; whatever else is amiss, the migrator says so.
    return { applied: [], pending: known }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
