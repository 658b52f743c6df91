import { sql } from 'kysely'
import type { Database } from '../schema.ts'
import type { Row, Sequence } from './backup-format.ts'
import type { TableShape } from './own-tables.ts'

const rowsAtOnce = 500

/**
 * Sets a transaction so that values are printed the same by every server in every place, and so that it may wait for a slow
 * disk between two statements.
 */
export async function prepareTransaction(trx: Database): Promise<void> {
  const settings = {
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    bytea_output: 'hex',
    extra_float_digits: '1',
    idle_in_transaction_session_timeout: '0',
  }
  for (const [name, value] of Object.entries(settings))
    await sql`select set_config(${name}, ${value}, true)`.execute(trx)
}

/** All rows of a table, in batches, within a transaction: memory holds one batch. */
export async function* readRows(trx: Database, schema: string, { name, columns }: TableShape): AsyncGenerator<Row[]> {
  const values = columns.map((column, at) => sql`${sql.ref(column.name)}::text as ${sql.ref(`c${at}`)}`)
  const table = sql.table(`${schema}.${name}`)
  await sql`declare backup_rows no scroll cursor for select ${sql.join(values)} from ${table}`.execute(trx)
  for (;;) {
    const { rows } = await sql<Record<string, string | null>>`fetch ${sql.lit(rowsAtOnce)} from backup_rows`.execute(
      trx,
    )
    if (rows.length > 0) yield rows.map((row) => Object.values(row))
    if (rows.length < rowsAtOnce) break
  }
  await sql`close backup_rows`.execute(trx)
}

/** Where the numbers stand that identity columns are given. */
export async function readSequences(trx: Database, schema: string, shapes: readonly TableShape[]): Promise<Sequence[]> {
  const found: Sequence[] = []
  for (const { name: table, columns } of shapes)
    for (const { name: column } of columns.filter(({ isIdentity }) => isIdentity)) {
      const sequence = await sequenceOf(trx, schema, table, column)
      const { rows } = await sql<{ last: string; isCalled: boolean }>`
        select last_value::text as last, is_called as "isCalled" from ${sql.raw(sequence)}`.execute(trx)
      found.push({ table, column, ...rows[0]! })
    }
  return found
}

/** Its name, quoted where it must be. */
export async function sequenceOf(trx: Database, schema: string, table: string, column: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select pg_get_serial_sequence(format('%I.%I', ${schema}::text, ${table}::text), ${column}) as name`.execute(trx)
  return rows[0]!.name
}
