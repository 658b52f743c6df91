import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { migrations } from '../../../knowledge/database/migrations/index.ts'
import { keepTurn } from '../../../services/conversations/keep-turn.ts'
import { enterTurns } from '../../../services/conversations/question-queue.ts'
import { readTurn } from '../../../services/conversations/read-turn.ts'
import { catalogue, spelling } from '../../support/answering.ts'
import { testDatabaseOptions } from '../../support/database.ts'

const { db, close } = await openDatabase(await testDatabaseOptions())
afterAll(() => close())

const code = 'KM4T-9WXA'
const interview = { programme: 'medical-center-2025', answers: { tertiary: true }, isConfirmed: false }
const log = { mode: 'extractive' as const, used: [], rejected: [] }

test('conversations of before go on where they were, and what was asked in them stays', async () => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  expect((await migrator.migrateTo('012-statements')).error).toBeUndefined()
  await sql`insert into conversation (id, channel, state, version)
    values ('c', 'web', ${JSON.stringify({ memory: { content: '专利' }, code })}, 3)`.execute(db)
  await sql`insert into shared_interview (code, interview, version, updated_at)
    values (${code}, ${JSON.stringify(interview)}, 2, now())`.execute(db)
  await sql`insert into turn (id, conversation, ordinal, text, status, duration_ms, log)
    values ('t', 'c', 0, '要多少件专利', 'answered', 7, ${JSON.stringify(log)})`.execute(db)
  await sql`insert into reply (id, turn, ordinal, body) values ('r', 't', 0, '{"id": "r", "text": "100件"}')`.execute(
    db,
  )
  await sql`insert into question_group (scope, terms, sense) values ('', '{专利}', '{}')`.execute(db)
  await sql`insert into question (turn, question_group, day, channel, status, duration_ms, is_unsure, searched)
    select 't', id, '2026-11-20', 'web', 'answered', 7, false, '要多少件专利' from question_group`.execute(db)

  await migrateToLatest(db)
  expect(await readTurn(db, { id: 't' })).toEqual({
    earlier: { conversation: 'c', replies: [{ id: 'r', text: '100件' }] },
  })
  const { found } = await readTurn(db, { id: 'next', conversation: 'c' })
  expect(found).toEqual({
    state: { memory: { content: '专利' }, shared: { code, interview, version: 2 }, interview },
    version: 3,
    news: [],
    watched: [],
  })
  const turn = {
    id: 'next',
    conversation: 'c',
    version: 3,
    channel: 'web',
    text: '截止日期呢',
    status: 'answered',
    durationMs: 1,
    log,
    replies: [],
    state: found!.state,
    day: '2026-11-21',
    asked: { memory: {}, day: '2026-11-21', channel: 'web' },
  }
  expect(await keepTurn(db, turn)).toBe('kept')
  expect(await keepTurn(db, turn)).toBe('changed')
  await enterTurns(db, { catalogue, spelling, search: async () => [] }, ['next'])
  const questions = await db.selectFrom('question').select(['turn', 'day']).orderBy('turn').execute()
  expect(questions).toEqual([
    { turn: 'next', day: '2026-11-21' },
    { turn: 't', day: '2026-11-20' },
  ])
})
