import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database, Schema } from './schema.ts'

/** A number of ours among the advisory locks of a database. */
const lockNumber = 1_931_001
/** How often it is looked whether the lock is free, in milliseconds. */
const lookEveryMs = 300

const shared = new WeakMap<Database, Database>()

/** Says that other processes use a database too; `patient` gives a connection of its own that may be held for long. */
export const setShared = (db: Database, patient: Database): void => void shared.set(db, patient)

/**
 * Does heavy work while no other process does any. The lock is the session's: it is free when the process is gone. On the
 * embedded database there is no other process.
 *
 * @param db What `openDatabase` gave.
 */
export async function aloneOnServer<Result>(
  db: Database,
  task: () => Promise<Result>,
  signal?: AbortSignal,
): Promise<Result> {
  const patient = shared.get(db)
  if (!patient) return task()
  return patient.connection().execute(async (session) => {
    while (!(await isTaken(session))) await pause(lookEveryMs, undefined, { signal })
    try {
      return await task()
    } finally {
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(session)
    }
  })
}

async function isTaken(session: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${lockNumber}) as taken`.execute(session)
  return rows[0]!.taken
}
