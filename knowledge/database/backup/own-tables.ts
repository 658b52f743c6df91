import { sql } from 'kysely'
import { migrations } from '../migrations/index.ts'
import type { Database, Schema } from '../schema.ts'

/** Every table of the newest form; tsc refuses a list that is not that of the schema. */
const tables = {
  notice: true,
  removed_notice: true,
  clause: true,
  statement: true,
  posting: true,
  clause_block: true,
  index_state: true,
  conversation: true,
  shared_interview: true,
  share_link: true,
  colleague_answer: true,
  evidence_tick: true,
  turn: true,
  turn_queue: true,
  reply: true,
  feedback: true,
  chat: true,
  subscription: true,
  delivery: true,
  telegram_update: true,
  telegram_chat: true,
  telegram_press: true,
  clause_meaning: true,
  model_choice: true,
  model_usage: true,
  programme: true,
  programme_remark: true,
  drafted_notice: true,
  question_group: true,
  question: true,
  interview_record: true,
  faq: true,
  wording_said: true,
  wording_change: true,
  wording_check: true,
  group_decision: true,
  staff_account: true,
  staff_session: true,
  login_failure: true,
  staff_place: true,
  audit: true,
  switch: true,
  notice_draft: true,
  notice_edition: true,
  notice_proposal: true,
} as const satisfies Record<keyof Schema, true>

/** Tables that a later migration has dropped. */
const formerTables = ['model_answer', 'term']

/** Where Kysely keeps which migrations were run. */
export const migrationTables = ['kysely_migration', 'kysely_migration_lock']

/** All that ever belonged to the assistant and holds data; whatever else a database has is somebody else's. */
export const ownTables: readonly string[] = [...Object.keys(tables), ...formerTables]

/** A table as a backup takes it: columns in their order, without those that the database computes. */
export type TableShape = { name: string; columns: { name: string; type: string; isIdentity: boolean }[] }

/** The assistant's tables that there are in a schema, by name. */
export async function shapesOf(db: Database, schema: string): Promise<TableShape[]> {
  const { rows } = await sql<TableShape>`
    select c.relname as name, json_agg(json_build_object('name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod), 'isIdentity', a.attidentity <> '') order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where n.nspname = ${schema} and c.relkind in ('r', 'p') and c.relname = any(${ownTables})
    group by c.relname order by c.relname collate "C"`.execute(db)
  return rows
}

/** The schema in which an unqualified table is made. */
export async function currentSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(db)
  return rows[0]!.name
}

/** The migrations among those named that this version does not know. */
export const unknownMigrations = (names: string[]): string[] => names.filter((name) => !(name in migrations))

/** The migrations that a database has been through, in order; none where it has no tables yet. */
export async function appliedMigrations(db: Database, schema: string): Promise<string[]> {
  const { rows } = await sql<{ found: boolean }>`
    select to_regclass(format('%I.kysely_migration', ${schema}::text)) is not null as found`.execute(db)
  if (!rows[0]!.found) return []
  const table = sql.table(`${schema}.kysely_migration`)
  const applied = await sql<{ name: string }>`select name from ${table} order by name collate "C"`.execute(db)
  return applied.rows.map(({ name }) => name)
}
