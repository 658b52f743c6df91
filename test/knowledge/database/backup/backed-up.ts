import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import { BackupError, type BackupFault } from '../../../../knowledge/database/backup/backup-error.ts'
import { type Database, openDatabase, type OpenDatabase } from '../../../../knowledge/database/connect.ts'
import { forLongWork } from '../../../../knowledge/database/long-work.ts'
import { temporaryDirectory, testDatabaseOptions } from '../../../support/database.ts'

const directory = temporaryDirectory()

/** A place for a file that is gone after the test file. */
export const newFile = (): string => join(mkdtempSync(join(directory, 'file-')), 'backup.jsonl.gz')

/** An empty database, closed after the test: `embedded`, or on the server where there is one. */
export async function emptyDatabase(kind: 'embedded' | 'either' = 'either'): Promise<OpenDatabase> {
  const options = kind === 'embedded' ? { dataDir: mkdtempSync(join(directory, 'data-')) } : await testDatabaseOptions()
  const database = await openDatabase(options)
  onTestFinished(() => database.close())
  // A restore that finds another connection at work refuses; these are used one after the other.
  return { ...database, db: forLongWork(database.db) }
}

/** A copy of a backup with its lines changed. */
export function changed(file: string, change: (lines: string[]) => string[]): string {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n')
  const copy = newFile()
  writeFileSync(copy, gzipSync(change(lines).join('\n')))
  return copy
}

/** What is wrong, as a `BackupError` says it. */
export const faultOf = async (attempt: Promise<unknown>): Promise<BackupFault | undefined> =>
  attempt.then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof BackupError) return error.fault
      throw error
    },
  )

/** A conversation of one turn, with what a database may do to a text. */
export async function addConversation(db: Database, id: string): Promise<void> {
  await db.insertInto('conversation').values({ id, channel: 'web', state: '{"n": 1.50}' }).execute()
  const text = 'a\tb\\n"c" {d,e} 𠮷\n,NULL'
  const turn = { id: `${id}-t`, conversation: id, ordinal: 0, text, status: 'answered', duration_ms: 1, log: '{}' }
  await db.insertInto('turn').values(turn).execute()
}
