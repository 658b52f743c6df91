import { sql } from 'kysely'
import {
  currentSchema,
  ownTables,
  shapesOf,
  type TableShape,
} from '../../../../knowledge/database/backup/own-tables.ts'
import type { Database } from '../../../../knowledge/database/connect.ts'

/** A value of each type that a column may have, as PostgreSQL reads it. */
const values: [type: RegExp, value: string][] = [
  [/\[\]$/, '{}'],
  [/^text/, 'text with a\tand a "'],
  [/^jsonb?/, '{"a": [1, null]}'],
  [/^(?:integer|bigint|smallint|real|double)/, '1'],
  [/^boolean/, 'true'],
  [/^date/, '2025-06-04'],
  [/^timestamp/, '2025-06-04 09:00:00.123456+08'],
  [/^vector/, `[${Array.from({ length: 256 }, () => '0.5').join(',')}]`],
  [/^bytea/, '\\x00ff'],
]

type Reference = { columns: string[]; to: string; keys: string[] }

/** Puts a row into each table that has none, those before it that it refers to. */
export async function putOneRowEach(db: Database): Promise<void> {
  const schema = await currentSchema(db)
  const shapes = new Map((await shapesOf(db, schema)).map((shape) => [shape.name, shape]))
  const done = new Set<string>()
  async function put(name: string): Promise<void> {
    if (done.has(name)) return
    done.add(name)
    const references = await referencesOf(db, name)
    for (const { to } of references) await put(to)
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db)
    if (rows.length === 0) await insert(db, shapes.get(name)!, references)
  }
  for (const name of ownTables) if (shapes.has(name)) await put(name)
}

async function insert(db: Database, { name, columns }: TableShape, references: Reference[]): Promise<void> {
  const own = columns.filter(({ isIdentity }) => !isIdentity)
  const cells = own.map((column) => {
    const { to, columns: from, keys } = references.find((one) => one.columns.includes(column.name)) ?? {}
    if (to) return sql`(select ${sql.ref(keys![from!.indexOf(column.name)]!)} from ${sql.table(to)} limit 1)`
    const value = values.find(([type]) => type.test(column.type))?.[1]
    if (value === undefined) throw new Error(`no value of type ${column.type} for ${name}.${column.name}`)
    return sql`${sql.lit(value)}::${sql.raw(column.type)}`
  })
  const names = sql.join(own.map((column) => sql.ref(column.name)))
  await sql`insert into ${sql.table(name)} (${names}) values (${sql.join(cells)})`.execute(db)
}

async function referencesOf(db: Database, table: string): Promise<Reference[]> {
  const { rows } = await sql<Reference>`
    select c.confrelid::regclass::text as "to",
      (select json_agg(a.attname order by k.at) from unnest(c.conkey) with ordinality as k (number, at)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as columns,
      (select json_agg(a.attname order by k.at) from unnest(c.confkey) with ordinality as k (number, at)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.number) as keys
    from pg_constraint c where c.contype = 'f' and c.conrelid = ${table}::regclass and c.conrelid <> c.confrelid`.execute(
    db,
  )
  return rows
}
