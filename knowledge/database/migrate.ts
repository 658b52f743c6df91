import { isDeepStrictEqual } from 'node:util'
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
  if (await isLatest(db)) return
  const migrator = new Migrator({ db: forLongWork(db), provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'migration'
  throw new Error(`The database could not be brought up to date (${failed}): ${reasonOf(error)}`, { cause: error })
}

/** Asked in one statement, since most starts find nothing to do: the migrator asks the catalogue for every table first. */
async function isLatest(db: Database): Promise<boolean> {
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
    return isDeepStrictEqual(
      rows.map(({ name }) => name),
      Object.keys(migrations).toSorted(),
    )
  } catch {
    // The table is made by the first migration; whatever else is amiss, the migrator says so.
    return false
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
