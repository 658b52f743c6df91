import { type Changes, findChanges } from './changes.ts'
import type { Database } from './schema.ts'

/**
 * Keeps at hand what is read of a table, for each database: it is read anew when the table has changed, and until that is done
 * whoever asks waits for it. In a transaction, and while changes are not told, it is read each time.
 */
export function keptInStep<Value>(
  table: string,
  read: (db: Database) => Promise<Value>,
): (db: Database) => Promise<Value> {
  const kept = new WeakMap<Database, () => Promise<Value>>()
  return (db) => {
    const changes = findChanges(db)
    if (!changes) return read(db)
    let now = kept.get(db)
    if (!now) kept.set(db, (now = keep(changes, table, () => read(db))))
    return now()
  }
}

function keep<Value>(changes: Changes, table: string, read: () => Promise<Value>): () => Promise<Value> {
  let edition = 0
  let newest: { edition: number; value: Promise<Value> } | undefined

  function now(): Promise<Value> {
    if (!changes.isTold()) return read()
    if (newest?.edition === edition) return newest.value
    const reading = { edition, value: read() }
    newest = reading
    reading.value.catch(() => newest === reading && (newest = undefined))
    return reading.value
  }
  changes.on(table, () => {
    edition += 1
    // Before anybody asks, so that no turn has to wait for it.
    if (changes.isTold()) now().catch(() => undefined)
  })
  return now
}
