import { beforeAll, expect, test } from 'vitest'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { addNotice, removeNotice } from '../../../knowledge/notice-store.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import { statementsVersion } from '../../../knowledge/statements/statement.ts'
import { approveStatements, saidStatements } from '../../../knowledge/indexing/store-statements.ts'
import { testDatabase } from '../../support/database.ts'
import { noticeOf } from '../statements/made-up.ts'

const { db } = await testDatabase()
const bundled = loadNotices().filter(({ id }) => id !== 'review-2024')
const added = noticeOf(['1.有效发明专利不少于10件。', '2.专职工作人员不少于3人。'])

const index = () => indexNotices(db, bundled)
const saidOf = async (notice: string) => (await saidStatements(db)).filter((said) => said.notice === notice)

beforeAll(index)

test('what a bundled notice says is stored as it is parsed, in its order', async () => {
  for (const notice of bundled) {
    const rows = await db
      .selectFrom('statement')
      .select('body')
      .where('notice', '=', notice.id)
      .orderBy('ordinal')
      .execute()
    expect(rows.map(({ body }) => body)).toEqual(JSON.parse(JSON.stringify(parseStatements(notice))))
    expect((await saidOf(notice.id)).every(({ sure }) => sure)).toBe(true)
    expect(await saidOf(notice.id)).not.toEqual([])
  }
})

test('an added notice is silent until a person approves its wordings, one by one', async () => {
  await addNotice(db, bundled, added)
  expect(await saidOf(added.id)).toEqual([])
  const [first, second] = parseStatements(added)
  expect(await approveStatements(db, added.id, [first!.id])).toBe(1)
  expect((await saidOf(added.id)).map(({ id }) => id)).toEqual([first!.id])

  // The same words keep their approval, others wait for a new one.
  const changed = noticeOf(['1.有效发明专利不少于10件。', '2.专职工作人员不少于5人。'])
  await approveStatements(db, added.id, [second!.id])
  await addNotice(db, bundled, changed)
  expect((await saidOf(added.id)).map(({ figure }) => figure?.value)).toEqual([10])
})

test('statements of another version of the parser are made again, and only they', async () => {
  await db
    .updateTable('notice')
    .set({ statements_version: statementsVersion - 1 })
    .where('id', '=', 'medical-2025')
    .execute()
  await db.deleteFrom('statement').where('notice', '!=', 'medical-2022').execute()
  await index()
  expect(await saidOf('medical-2025')).not.toEqual([])
  expect(await saidOf('university-2022')).toEqual([])
  const { statements_version: version } = await db
    .selectFrom('notice')
    .select('statements_version')
    .where('id', '=', 'medical-2025')
    .executeTakeFirstOrThrow()
  expect(version).toBe(statementsVersion)
})

test('a notice that is taken out says nothing', async () => {
  await removeNotice(db, bundled, 'medical-2025')
  expect(await db.selectFrom('statement').select('id').where('notice', '=', 'medical-2025').execute()).toEqual([])
})
