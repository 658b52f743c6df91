import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { readBackup } from '../../../../knowledge/database/backup/read-backup.ts'
import { ownTables } from '../../../../knowledge/database/backup/own-tables.ts'
import { restoreBackup } from '../../../../knowledge/database/backup/restore-backup.ts'
import { writeBackup } from '../../../../knowledge/database/backup/write-backup.ts'
import type { Database } from '../../../../knowledge/database/connect.ts'
import { migrateToLatest, pendingMigrations } from '../../../../knowledge/database/migrate.ts'
import { migrations } from '../../../../knowledge/database/migrations/index.ts'
import { Migrator } from 'kysely/migration'
import { testDatabase } from '../../../support/database.ts'
import { addConversation, changed, emptyDatabase, faultOf, newFile } from './backed-up.ts'
import { putOneRowEach } from './one-row-each.ts'

vi.setConfig({ testTimeout: 60_000 })

const { db, kind } = await testDatabase()
await addConversation(db, 'one')
await db.insertInto('staff_account').values({ name: '王主任', password: 'x', role: 'admin' }).execute()
await db
  .insertInto('question_group')
  .values({ scope: 's', terms: ['发明 专利', 'a"b,{}', ''], sense: '{}' })
  .execute()
await sql`
  insert into posting (term, block, clauses, last, code)
  select n * 1e10, 0, n, n, chr(1) || chr(10) || '"\\' || chr(127) from generate_series(1, 1203) as n`.execute(db)
await sql`
  insert into notice (id, title, short_title, issuer, issued, year, metadata, source, content_hash)
  values ('n', 't', 't', 'i', '2025-06-04', 2025, '{"a": [1, null]}', 's', 'h')`.execute(db)
await sql`
  insert into clause (notice, id, ordinal, kind, heading, path, text, quote, spans, length, number)
  values ('n', '1', 0, 'item', '', '', '', 'q', '[]', 5, 7)`.execute(db)
await sql`insert into clause_block values (0, 1, '\\x0500000000ff')`.execute(db)
await sql`
  insert into clause_meaning (notice, clause, embedder, digest, vector)
  values ('n', '1', 'e', 'd', ('[0.1' || repeat(',1e-7', 255) || ']')::vector)`.execute(db)

await putOneRowEach(db)

const file = newFile()
const written = await writeBackup(db, kind, file)

const rowsOf = async (database: Database, table: string) =>
  (await sql`select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(database)).rows

test('every table of the newest form is known to a backup, and holds in the copy what it held', async () => {
  const to = await emptyDatabase()
  await restoreBackup(to.db, file)
  const tables = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema() and tablename not like 'kysely%'`.execute(
    to.db,
  )
  expect(tables.rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(written.manifest.tables).toSorted())
  expect(ownTables).toEqual(expect.arrayContaining(tables.rows.map(({ name }) => name)))
  expect(written.manifest.tables.posting!.rows).toBe(1203)
  const empty = Object.entries(written.manifest.tables).filter(([, { rows }]) => rows === 0)
  expect(empty).toEqual([])
  for (const { name } of tables.rows) expect(await rowsOf(to.db, name), name).toEqual(await rowsOf(db, name))
})

test('the copy goes on where the original was: numbers, keys, triggers and functions', async () => {
  const to = await emptyDatabase('embedded')
  await restoreBackup(to.db, file)
  expect((await pendingMigrations(to.db)).pending).toEqual([])
  await migrateToLatest(to.db)
  const group = await to.db
    .insertInto('question_group')
    .values({ scope: 's', terms: [], sense: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  expect(group.id).toBe(2)
  await to.db.deleteFrom('conversation').execute()
  expect(await to.db.selectFrom('turn').selectAll().execute()).toEqual([])
  const orphan = { id: 't', conversation: 'none', ordinal: 0, text: '', status: '', duration_ms: 1, log: '{}' }
  await expect(to.db.insertInto('turn').values(orphan).execute()).rejects.toThrow('foreign key')
  const triggers = await sql<{ tgenabled: string }>`
    select tgenabled from pg_trigger where tgname = 'tell_change' and tgrelid = 'notice'::regclass`.execute(to.db)
  expect(triggers.rows).toEqual([{ tgenabled: 'O' }])
  const read = await sql`select read_turn('one-t', 'one', 1, 1) as turn`.execute(to.db)
  expect(read.rows).toEqual([{ turn: null }])
})

test('a backup of the copy is the same to the last row', async () => {
  const to = await emptyDatabase('embedded')
  await restoreBackup(to.db, file)
  expect((await writeBackup(to.db, 'embedded', newFile())).manifest).toEqual(written.manifest)
})

test('only its owner may read the file', () => {
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

const wrong: [string, (lines: string[]) => string[], object][] = [
  ['has no manifest', (lines) => lines.slice(0, -2), { kind: 'cut-off', after: 'wording_said' }],
  [
    'lacks a row',
    (lines) => lines.filter((line) => !line.includes('王主任')),
    { kind: 'differs', of: 'file', table: 'staff_account', rows: 0, expectedRows: 1 },
  ],
  [
    'has a letter changed',
    (lines) => lines.map((line) => line.replace('王主任', '王主人')),
    { kind: 'differs', of: 'file', table: 'staff_account', rows: 1, expectedRows: 1 },
  ],
  [
    'has a line that is no JSON',
    (lines) => lines.map((line) => line.replace('["王主任"', '["王主任')),
    { kind: 'unreadable-line', table: 'staff_account' },
  ],
  [
    'was made by a newer version',
    ([header, ...lines]) => [header!.replace('"018', '"718'), ...lines],
    { kind: 'newer-version', of: 'file' },
  ],
  [
    'is in a newer format',
    ([header, ...lines]) => [header!.replace('backup":1', 'backup":2'), ...lines],
    { kind: 'newer-format', format: 2 },
  ],
  ['is something else', () => ['{"hello": 1}'], { kind: 'not-a-backup' }],
  ['is empty', () => [''], { kind: 'not-a-backup' }],
]

test.each(wrong)('a file that %s is refused, and nothing is lost', async (_, change, fault) => {
  const to = await emptyDatabase('embedded')
  await migrateToLatest(to.db)
  await addConversation(to.db, 'kept')
  expect(await faultOf(restoreBackup(to.db, changed(file, change), true))).toMatchObject(fault)
  expect(await to.db.selectFrom('conversation').select('id').execute()).toEqual([{ id: 'kept' }])
})

test('a file cut at any place is refused', async () => {
  const bytes = readFileSync(file)
  for (const share of [0.1, 0.5, 0.9, 0.999]) {
    const cut = newFile()
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
    expect(await faultOf(readBackup(cut))).toMatchObject({ kind: expect.stringMatching(/^(cut-off|not-a-backup)$/) })
  }
  const torn = newFile()
  writeFileSync(torn, bytes.with(Math.floor(bytes.length / 2), bytes.at(bytes.length / 2)! ^ 0xff))
  expect(await faultOf(readBackup(torn))).toBeDefined()
})

test('a value that the database refuses leaves it as it was', async () => {
  const to = await emptyDatabase()
  await migrateToLatest(to.db)
  await addConversation(to.db, 'kept')
  const orphaned = newFile()
  for (const table of ['feedback', 'interview_record'] as const) await db.deleteFrom(table).execute()
  await writeBackup(db, kind, orphaned)
  // A row whose parent is not there: sums are right, the key is not.
  const lines = changed(orphaned, (all) => all)
  const { manifest } = await readBackup(lines)
  const forged = changed(orphaned, (all) =>
    all.flatMap((line) => {
      if (line.startsWith('["one"')) return []
      if (!line.startsWith('{"manifest"')) return [line]
      const conversation = { rows: 0, checksum: '0'.repeat(32) }
      return [JSON.stringify({ manifest: { ...manifest, tables: { ...manifest.tables, conversation } } })]
    }),
  )
  await expect(restoreBackup(to.db, forged, true)).rejects.toThrow(/foreign key/)
  expect(await to.db.selectFrom('conversation').select('id').execute()).toEqual([{ id: 'kept' }])
  const schemas = await sql`select from pg_namespace where nspname = 'zhixun_restore'`.execute(to.db)
  expect(schemas.rows).toEqual([])
})

test('a database with data is replaced only when told, wholly, and keeps what belongs to others', async () => {
  const to = await emptyDatabase()
  await migrateToLatest(to.db)
  await addConversation(to.db, 'old')
  await sql`create table somebody_elses as select 1 as n`.execute(to.db)
  expect(await faultOf(restoreBackup(to.db, file))).toMatchObject({
    kind: 'not-empty',
    tables: [
      { table: 'conversation', rows: 1 },
      { table: 'turn', rows: 1 },
    ],
  })
  expect(await to.db.selectFrom('conversation').select('id').execute()).toEqual([{ id: 'old' }])
  await restoreBackup(to.db, file, true)
  expect(await to.db.selectFrom('conversation').select('id').execute()).toEqual([{ id: 'one' }])
  expect((await sql`select n from somebody_elses`.execute(to.db)).rows).toEqual([{ n: 1 }])
  await restoreBackup(to.db, file, true)
  expect(await to.db.selectFrom('staff_account').select('name').execute()).toEqual([{ name: '王主任' }])
})

test('an older backup is brought up to date, its rows with it', async () => {
  const old = await emptyDatabase()
  const provider = { getMigrations: async () => migrations }
  await new Migrator({ db: old.db, provider }).migrateTo('006-model')
  await sql`insert into conversation (id, channel, state) values ('old', 'web', '{}')`.execute(old.db)
  await sql`insert into faq (state, answer, wordings, clauses, reviewed_on, reviewer)
    values ('draft', 'a', '[]', '[]', '2025-01-01', 'r')`.execute(old.db)
  const earlier = newFile()
  const { manifest, header } = await writeBackup(old.db, old.kind, earlier)
  expect(header.migrations.at(-1)).toBe('006-model')
  expect(manifest.tables).toHaveProperty('model_answer')
  const to = await emptyDatabase('embedded')
  await restoreBackup(to.db, earlier)
  expect((await pendingMigrations(to.db)).pending).toEqual([])
  expect(await to.db.selectFrom('conversation').select(['id', 'version']).execute()).toEqual([
    { id: 'old', version: 1 },
  ])
  expect(await to.db.selectFrom('faq').select('version').execute()).toEqual([{ version: 1 }])
})

test('a database that a newer version has made is neither backed up by halves nor replaced by them', async () => {
  const newer = await emptyDatabase()
  await migrateToLatest(newer.db)
  await sql`insert into kysely_migration (name, timestamp) values ('999-later', '')`.execute(newer.db)
  const fault = { kind: 'newer-version', of: 'database', migrations: ['999-later'] }
  expect(await faultOf(writeBackup(newer.db, newer.kind, newFile()))).toEqual(fault)
  expect(await faultOf(restoreBackup(newer.db, file, true))).toEqual(fault)
  await expect(migrateToLatest(newer.db)).rejects.toThrow('999-later')
})

test('an empty database has nothing to back up', async () => {
  const none = await emptyDatabase()
  expect(await faultOf(writeBackup(none.db, none.kind, newFile()))).toEqual({ kind: 'no-data' })
})
