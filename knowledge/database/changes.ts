import type { Database } from './schema.ts'

/** Where the database tells which of the tables that processes keep at hand has changed. */
export const changesChannel = 'zhixun_changes'

/** How often everything counts as changed, should the database not have told of something, in milliseconds. */
const doubtMs = 30_000

/** What this process hears of changes of tables, its own and those of others. */
export type Changes = {
  /** Whether every change is told: while it is not, nothing that was read before may be taken for what is there. */
  isTold(): boolean
  /** Says whether it is so from now on. When it begins to be, anything may have changed before. */
  setTold(isTold: boolean): void
  /** Calls `hear` after each change of a table, and when it may have changed; the function returned ends that. */
  on(table: string, hear: () => void): () => void
  /** Says that a table has changed. */
  tell(table: string): void
  close(): void
}

const changesOf = new WeakMap<Database, Changes>()

/** Says where the changes of a database are heard. */
export function setChanges(db: Database, changes: Changes): void {
  changesOf.set(db, changes)
}

/** Where the changes of a database are heard; undefined for a transaction. */
export const findChanges = (db: Database): Changes | undefined => changesOf.get(db)

/**
 * Says that a table has changed: what this process keeps of it is renewed without waiting for the database to tell.
 *
 * @param db The database itself, once the change is committed.
 */
export const tellChange = (db: Database, table: string): void => findChanges(db)?.tell(table)

/** @param onFirst Called when somebody wants to hear for the first time. */
export function createChanges(onFirst: () => void = () => undefined): Changes {
  const hearers = new Map<string, Set<() => void>>()
  let isTold = false
  let timer: NodeJS.Timeout | undefined
  const tell = (table: string) => hearers.get(table)?.forEach((hear) => hear())
  const doubt = () => [...hearers.keys()].forEach(tell)

  return {
    isTold: () => isTold,
    setTold(is) {
      isTold = is
      if (is) doubt()
    },
    on(table, hear) {
      if (!timer) {
        timer = setInterval(doubt, doubtMs).unref()
        onFirst()
      }
      const own = hearers.get(table) ?? new Set()
      hearers.set(table, own.add(hear))
      return () => void own.delete(hear)
    },
    tell,
    close: () => clearInterval(timer),
  }
}
