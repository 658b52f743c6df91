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
  const migrator = new Migrator({ db: forLongWork(db), provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? 'migration'
  throw new Error(`The database could not be brought up to date (${failed}): ${reasonOf(error)}`, { cause: error })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
