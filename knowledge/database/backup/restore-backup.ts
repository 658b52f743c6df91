import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { forLongWork } from '../long-work.ts'
import { migrations } from '../migrations/index.ts'
import type { Database } from '../schema.ts'
import { BackupError } from './backup-error.ts'
import { createSum, isSame, type Manifest } from './backup-format.ts'
import { loadRows, loosenTables, setSequences } from './load-rows.ts'
import {
  appliedMigrations,
  currentSchema,
  migrationTables,
  ownTables,
  shapesOf,
  type TableShape,
  unknownMigrations,
} from './own-tables.ts'
import { type BackupSummary, readBackup } from './read-backup.ts'
import { prepareTransaction, readRows } from './read-rows.ts'

/** Where the tables are made before they take the place of the old ones; never there after the transaction. */
const workshop = 'zhixun_restore'

/**
 * Puts what a backup holds in the place of what a database holds, in one transaction: tables are made as they were when the
 * backup was made, filled, read again and held against the manifest, brought up to date, and only then put in place. Whatever
 * fails, however late, leaves the database as it was.
 *
 * @param isReplacing Whether what the database holds may go; otherwise it must hold nothing.
 * @throws {BackupError} Naming what is wrong with the file or the database.
 */
export async function restoreBackup(db: Database, file: string, isReplacing = false): Promise<BackupSummary> {
  const summary = await readBackup(file)
  const patient = forLongWork(db)
  await patient.transaction().execute(async (trx) => {
    await prepareTransaction(trx)
    const target = await currentSchema(trx)
    await requireRoom(trx, target, isReplacing)
    await sql`create schema ${sql.id(workshop)}`.execute(trx)
    await sql`select set_config('search_path', ${workshop} || ', ' || current_setting('search_path'), true)`.execute(
      trx,
    )
    await migrate(trx, summary.header.migrations.at(-1)!)
    await fill(trx, file, summary.manifest)
    await migrate(trx, Object.keys(migrations).toSorted().at(-1)!)
    await putInPlace(trx, target)
  })
  await sql`analyze`.execute(patient)
  return summary
}

/** Nothing may be lost unasked, and nobody may be at work on what is about to be replaced. */
async function requireRoom(trx: Database, target: string, isReplacing: boolean): Promise<void> {
  const { rows } = await sql<{ connections: number }>`
    select count(*)::int as connections from pg_stat_activity
    where datname = current_database() and application_name = current_setting('application_name')
      and pid <> pg_backend_pid()`.execute(trx)
  if (rows[0]!.connections > 0) throw new BackupError({ kind: 'in-use', connections: rows[0]!.connections })
  // It may have tables that are not known here, which would be left over and stand in the way of an upgrade.
  const unknown = unknownMigrations(await appliedMigrations(trx, target))
  if (unknown.length > 0) throw new BackupError({ kind: 'newer-version', of: 'database', migrations: unknown })
  if (isReplacing) return
  const held: { table: string; rows: number }[] = []
  for (const { name } of await shapesOf(trx, target)) {
    const table = sql.table(`${target}.${name}`)
    const counted = await sql<{ rows: number }>`select count(*)::int as rows from ${table}`.execute(trx)
    if (counted.rows[0]!.rows > 0) held.push({ table: name, ...counted.rows[0]! })
  }
  if (held.length > 0) throw new BackupError({ kind: 'not-empty', tables: held })
}

async function migrate(trx: Database, to: string): Promise<void> {
  const provider = { getMigrations: async () => migrations }
  const { error } = await new Migrator({ db: trx, provider, migrationTableSchema: workshop }).migrateTo(to)
  if (error !== undefined) throw new Error(`the tables can't be made: ${(error as Error).message}`, { cause: error })
}

async function fill(trx: Database, file: string, manifest: Manifest): Promise<void> {
  const shapes = new Map((await shapesOf(trx, workshop)).map((shape) => [shape.name, shape]))
  const fasten = await loosenTables(trx, workshop, [...shapes.keys()])
  const requireShape = (table: string): TableShape => {
    const shape = shapes.get(table)
    if (!shape) throw new BackupError({ kind: 'unknown-table', table })
    return shape
  }
  // What the migrations themselves have put in belongs to the rows of the backup.
  for (const name of shapes.keys()) await sql`delete from ${sql.table(`${workshop}.${name}`)}`.execute(trx)
  await readBackup(file, {
    rows: ({ table, columns }, rows) => loadRows(trx, workshop, requireShape(table), columns, rows),
  })
  await setSequences(trx, workshop, manifest.sequences)
  await fasten()
  for (const [name, expected] of Object.entries(manifest.tables)) {
    const sum = createSum()
    for await (const rows of readRows(trx, workshop, requireShape(name)))
      for (const row of rows) sum.add(JSON.stringify(row))
    const found = sum.total()
    const rows = { rows: found.rows, expectedRows: expected.rows }
    if (!isSame(found, expected)) throw new BackupError({ kind: 'differs', table: name, of: 'database', ...rows })
  }
}

/** The old tables and functions go, the new ones are moved, with their indexes, triggers and sequences. */
async function putInPlace(trx: Database, target: string): Promise<void> {
  const functions = await sql<{ signature: string }>`
    select format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) as signature
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = ${workshop}`.execute(trx)
  for (const name of [...ownTables, ...migrationTables])
    await sql`drop table if exists ${sql.table(`${target}.${name}`)} cascade`.execute(trx)
  for (const { signature } of functions.rows)
    await sql`drop function if exists ${sql.id(target)}.${sql.raw(signature)} cascade`.execute(trx)
  const made = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${workshop}`.execute(trx)
  for (const { name } of made.rows)
    await sql`alter table ${sql.table(`${workshop}.${name}`)} set schema ${sql.id(target)}`.execute(trx)
  for (const { signature } of functions.rows)
    await sql`alter function ${sql.id(workshop)}.${sql.raw(signature)} set schema ${sql.id(target)}`.execute(trx)
  await sql`drop schema ${sql.id(workshop)}`.execute(trx)
}
