import type { Database } from './schema.ts'

const longWork = new WeakMap<Database, Database>()

/** Says which database takes the long work of another: the same tables under `timeLimits.long`. */
export function setLongWork(db: Database, patient: Database): void {
  longWork.set(db, patient)
}

/**
 * The same database with time for long work: migrations, the index, exports, statistics. On a server it has connections
 * of its own, so that such work never takes all of those that people wait for.
 *
 * @param db What `openDatabase` gave. A transaction is given back as it is: it keeps the limits it was begun with.
 */
export const forLongWork = (db: Database): Database => longWork.get(db) ?? db
