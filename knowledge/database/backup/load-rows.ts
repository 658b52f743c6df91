import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { BackupError } from './backup-error.ts'
import type { Row, Sequence } from './backup-format.ts'
import type { TableShape } from './own-tables.ts'
import { sequenceOf } from './read-rows.ts'

/**
 * Takes foreign keys and triggers off tables, so that they can be filled in any order and nothing is computed from what is
 * filled in.
 *
 * @returns Puts them on again, which holds every row against the keys.
 */
export async function loosenTables(trx: Database, schema: string, names: string[]): Promise<() => Promise<void>> {
  const keys = await sql<{ table: string; name: string; definition: string }>`
    select r.relname as table, c.conname as name, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class r on r.oid = c.conrelid join pg_namespace n on n.oid = r.relnamespace
    where c.contype = 'f' and n.nspname = ${schema} and r.relname = any(${names})`.execute(trx)
  const alter = (table: string, change: RawBuilder<unknown>) =>
    sql`alter table ${sql.table(`${schema}.${table}`)} ${change}`.execute(trx)
  for (const { table, name } of keys.rows) await alter(table, sql`drop constraint ${sql.id(name)}`)
  for (const name of names) await alter(name, sql`disable trigger user`)
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await alter(table, sql`add constraint ${sql.id(name)} ${sql.raw(definition)}`)
    for (const name of names) await alter(name, sql`enable trigger user`)
  }
}

/** @throws {BackupError} When columns are unknown, or the database refuses a value. */
export async function loadRows(
  trx: Database,
  schema: string,
  shape: TableShape,
  columns: string[],
  rows: Row[],
): Promise<void> {
  const types = new Map(shape.columns.map(({ name, type }) => [name, type]))
  const unknown = columns.filter((name) => !types.has(name))
  if (unknown.length > 0) throw new BackupError({ kind: 'unknown-column', table: shape.name, columns: unknown })
  const names = sql.join(columns.map((name) => sql.id(name)))
  const values = sql.join(columns.map((name, at) => sql`${sql.id(`c${at}`)}::${sql.raw(types.get(name)!)}`))
  const given = sql.join(columns.map((_, at) => sql`${rows.map((row) => row[at])}::text[]`))
  const aliases = sql.join(columns.map((_, at) => sql.id(`c${at}`)))
  const statement = sql`
    insert into ${sql.table(`${schema}.${shape.name}`)} (${names}) overriding system value
    select ${values} from unnest(${given}) as given (${aliases})`
  await statement.execute(trx).catch((error: Error) => {
    throw new BackupError({ kind: 'refused-rows', table: shape.name, reason: error.message }, { cause: error })
  })
}

export async function setSequences(trx: Database, schema: string, sequences: readonly Sequence[]): Promise<void> {
  for (const { table, column, last, isCalled } of sequences) {
    const sequence = await sequenceOf(trx, schema, table, column)
    await sql`select setval(${sequence}::text::regclass, ${last}::text::bigint, ${isCalled}::boolean)`.execute(trx)
  }
}
