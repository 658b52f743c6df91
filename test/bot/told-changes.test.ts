import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { addFaq } from '../../services/faq/faq-store.ts'
import { pinClause } from '../../services/faq/pinned-clause.ts'
import { setSwitch } from '../../services/staff/switches.ts'
import { versionsInUse } from '../../knowledge/notice-editions.ts'
import { removeNotice } from '../../knowledge/notice-store.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { shenjiangText } from '../knowledge/importing/shenjiang.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { dayOfTests, startRealApp } from '../support/real-app.ts'

const database = await testDatabaseOptions()
/** Two processes of one server; of the embedded database there is one, whose tables are changed behind its back too. */
const one = await startRealApp(database)
const other = database.url === undefined ? one : await startRealApp(database)
afterAll(async () => {
  await one.close()
  if (other !== one) await other.close()
})
const { db } = one.assistant
const isServer = database.url !== undefined

/** What is changed in one process shows in the other within a second; more only for a machine that is busy. */
const soon = { timeout: 5_000, interval: 50 }
const question = '2025年运营中心要多少件有效发明专利？'
const said = async (text = question) => (await other.say(text)).replies[0]!.text
const author = { who: '老陈', today: dayOfTests }

/** With a first turn, so that everything is at hand. */
await said()

describe('what is changed through one process shows in the other', () => {
  test('a switch', async () => {
    await setSwitch(db, '王主任', 'web', { off: true, reason: '系统检修' })
    await expect.poll(() => said(), soon).toContain('系统检修')
    await setSwitch(db, '王主任', 'web', { off: false, reason: '' })
    await expect.poll(() => said(), soon).toContain('100件')
  })

  test('an answer by staff', async () => {
    const { catalogue } = one.assistant.services.staff!.known()
    const clauses = [pinClause(catalogue, 'medical-2025', '1.2.1')!]
    const wording = '2025年医疗运营中心获批后可以更换依托单位吗'
    expect(await said(wording)).not.toContain('不能更换依托单位')
    await addFaq(db, author, { state: 'published', answer: '不能更换依托单位。', wordings: [wording], clauses })
    await expect.poll(() => said(wording), soon).toContain('不能更换依托单位')
  })

  test('a notice that is published and taken back in the console', async () => {
    const desk = one.assistant.services.staff!.notices
    const draft = await desk.upload('老陈', '创新券.txt', Buffer.from(shenjiangText))
    const there = () => other.assistant.services.notices.list().map(({ documentNumber }) => documentNumber)
    await desk.publish('老陈', draft, draft.version, dayOfTests)
    await expect.poll(there, soon).toContain('申江科委〔2026〕18号')
    await expect.poll(() => said('申江区科技创新券检验检测类最高支持多少'), soon).toContain('10万元')
    const id = 'shenjiangkewei-2026-18'
    await desk.rollBack('老陈', { id, version: (await versionsInUse(db)).get(id)! })
    await expect.poll(there, soon).not.toContain('申江科委〔2026〕18号')
  })

  test('a notice', async () => {
    const noticesThere = () => other.assistant.services.notices.list().map(({ id }) => id)
    expect(noticesThere()).toContain('university-2022')
    await removeNotice(db, loadNotices(), 'university-2022')
    await expect.poll(noticesThere, { ...soon, timeout: 15_000 }).not.toContain('university-2022')
  })
})

test('what is changed past the assistant, in the table itself, shows as soon', async () => {
  await sql`insert into switch (name, reason) values ('web', '表里关的')`.execute(db)
  await expect.poll(() => said(), soon).toContain('表里关的')
  await sql`delete from switch`.execute(db)
  await expect.poll(() => said(), soon).toContain('100件')
})

test('what a transaction changes shows when it is committed, and not before', async () => {
  const changing = db.transaction().execute(async (trx) => {
    await sql`insert into switch (name, reason) values ('web', '没有提交')`.execute(trx)
    if (isServer) expect(await said()).toContain('100件')
    throw new Error('rolled back')
  })
  await expect(changing).rejects.toThrow('rolled back')
  expect(await said()).toContain('100件')
})

test.runIf(isServer)(
  'what is changed while nobody could be told shows when the connection is there again',
  async () => {
    const cut = () =>
      sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'
      or pid <> pg_backend_pid() and query = 'select' and datname = current_database()`.execute(db)
    await cut()
    await setSwitch(db, '王主任', 'web', { off: true, reason: '断线时' })
    // Meanwhile it is read each time, so that it shows at once.
    await expect.poll(() => said(), soon).toContain('断线时')
    await expect.poll(() => listeners(), { timeout: 20_000 }).toBe(2)
    await setSwitch(db, '王主任', 'web', { off: false, reason: '' })
    await expect.poll(() => said(), soon).toContain('100件')
  },
)

async function listeners(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where datname = current_database() and query in ('listen zhixun_changes', 'select')`.execute(
    db,
  )
  return rows[0]!.count
}
