import { beforeAll, expect, test } from 'vitest'
import type { NoticeMetadata } from '../../../knowledge/parsing/notice.ts'
import { testDatabase } from '../../support/database.ts'

const { db } = await testDatabase()

const metadata: NoticeMetadata = {
  id: 'medical-2025',
  title: '通知',
  shortTitle: '2025年通知',
  issuer: '上海市知识产权局',
  year: 2025,
  replaces: [],
  programmes: [],
  rosters: [],
}

beforeAll(async () => {
  await db
    .insertInto('notice')
    .values({
      id: 'medical-2025',
      title: '通知',
      short_title: '2025年通知',
      issuer: '上海市知识产权局',
      issued: '2025-06-04',
      year: 2025,
      metadata: JSON.stringify(metadata),
      source: '一、……',
      content_hash: 'x',
    })
    .execute()
  const clause = (id: string, ordinal: number) => ({
    notice: 'medical-2025',
    id,
    ordinal,
    kind: 'item' as const,
    heading: '',
    path: '',
    text: '有效发明专利达到100件以上',
    quote: '有效发明专利达到 100 件以上',
    spans: JSON.stringify([{ start: 0, end: 3 }]),
    cells: ordinal === 0 ? JSON.stringify({ 单位: '瑞金医院' }) : null,
    length: 5,
    number: ordinal,
  })
  await db
    .insertInto('clause')
    .values([clause('1', 0), clause('2', 1)])
    .execute()
})

test('days come back as text, counts as numbers, instants as dates', async () => {
  const row = await db.selectFrom('notice').select(['issued', 'indexed_at']).executeTakeFirstOrThrow()
  expect(row.issued).toBe('2025-06-04')
  expect(row.indexed_at).toBeInstanceOf(Date)
  const count = await db.selectFrom('clause').select(db.fn.countAll().as('clauses')).executeTakeFirstOrThrow()
  expect(count.clauses).toBe(2)
})

test('JSON comes back as the value that went in', async () => {
  const notice = await db.selectFrom('notice').select('metadata').executeTakeFirstOrThrow()
  expect(notice.metadata).toEqual(metadata)
  const clauses = await db.selectFrom('clause').select(['spans', 'cells']).orderBy('ordinal').execute()
  expect(clauses).toEqual([
    { spans: [{ start: 0, end: 3 }], cells: { 单位: '瑞金医院' } },
    { spans: [{ start: 0, end: 3 }], cells: null },
  ])
})

test('forgetting a conversation forgets its turns, replies and feedback', async () => {
  await db.insertInto('conversation').values({ id: 'c', channel: 'web', state: '{}' }).execute()
  const turn = { id: 't', conversation: 'c', ordinal: 0, text: '你好', status: 'answered', duration_ms: 1, log: '{}' }
  await db.insertInto('turn').values(turn).execute()
  await db.insertInto('reply').values({ id: 'r', turn: 't', ordinal: 0, body: '{"kind":"info"}' }).execute()
  await db.insertInto('feedback').values({ reply: 'r', helpful: true }).execute()
  expect(await db.selectFrom('feedback').select('helpful').execute()).toEqual([{ helpful: true }])
  await db.deleteFrom('conversation').where('id', '=', 'c').execute()
  for (const table of ['turn', 'reply', 'feedback'] as const) {
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([])
  }
})

test('removing a notice removes its clauses', async () => {
  await db.deleteFrom('notice').execute()
  expect(await db.selectFrom('clause').selectAll().execute()).toEqual([])
})
