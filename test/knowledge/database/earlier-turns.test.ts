import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { migrations } from '../../../knowledge/database/migrations/index.ts'
import { listGroups } from '../../../services/staff/list-groups.ts'
import { listQuestions } from '../../../services/staff/list-questions.ts'
import { testDatabaseOptions } from '../../support/database.ts'

const { db, close } = await openDatabase(await testDatabaseOptions())
afterAll(() => close())

test('what was asked before there was a console is in it, but for commands and interviews', async () => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateTo('003-shared-interviews')
  expect(error).toBeUndefined()
  await sql`insert into conversation (id, channel, state) values ('c', 'web', '{}')`.execute(db)
  const log = { mode: 'extractive', used: [{ notice: 'medical-2025', clause: '1.2.1', score: 2 }], rejected: [] }
  const turns = [
    ['1', '要多少件专利', 'answered'],
    ['2', '要多少件专利', 'answered'],
    ['3', '食堂在哪', 'not-found'],
    ['4', '/help', 'help'],
    ['5', '120', 'interview-question'],
  ]
  for (const [ordinal, [id, text, status]] of turns.entries())
    await sql`insert into turn (id, conversation, ordinal, text, status, duration_ms, log)
      values (${id}, 'c', ${ordinal}, ${text}, ${status}, 7, ${JSON.stringify(log)})`.execute(db)
  await sql`insert into reply (id, turn, ordinal, body) values ('r', '3', 0, '{"text": "没有"}')`.execute(db)
  await sql`insert into feedback (reply, helpful, comment) values ('r', false, '没用')`.execute(db)

  await migrateToLatest(db)
  const { questions } = await listQuestions(db, {})
  expect(questions.map(({ id }) => id).toSorted()).toEqual(['1', '2', '3'])
  expect(questions.find(({ id }) => id === '3')).toMatchObject({ helpful: false, comment: '没用', review: 'new' })
  expect(questions.find(({ id }) => id === '1')).toMatchObject({ notice: 'medical-2025', log })
  const { groups } = await listGroups(db, {})
  expect(groups.map(({ count }) => count)).toEqual([2, 1])
})
