import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { jsonOf, post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { startRealApp } from '../support/real-app.ts'

const database = await testDatabaseOptions()
const key = randomUUID()

test('a conversation and its turns outlive the process, and the index is not made twice', async () => {
  const before = await startRealApp(database)
  expect(before.assistant.report.indexed).toHaveLength(5)
  const first = await before.say('2022年高校运营中心的申报条件有哪些？', undefined, key)
  await before.close()

  const after = await startRealApp(database)
  expect(after.assistant.report).toEqual({ indexed: [], unchanged: expect.any(Array), removed: [] })
  expect(await after.say('2022年高校运营中心的申报条件有哪些？', undefined, key)).toEqual(first)
  const next = await after.say('截止日期呢', first.conversation)
  expect(next.conversation).toBe(first.conversation)
  expect(next.replies[0]!.text).toContain('11月8日')
  await after.close()
})

test('turns older than a year are forgotten soon after the start, and with them the conversations left empty', async () => {
  const before = await startRealApp(database)
  const { db } = before.assistant
  const old = await before.say('还能报吗')
  const young = await before.say('还能报吗')
  const then = new Date(Date.now() - 366 * 24 * 60 * 60 * 1000)
  await db.updateTable('turn').set({ created_at: then }).where('conversation', '=', old.conversation).execute()
  await db.updateTable('conversation').set({ updated_at: then }).where('id', '=', old.conversation).execute()
  await before.close()

  const after = await startRealApp(database)
  try {
    await vi.waitFor(async () => {
      const kept = await after.assistant.db.selectFrom('conversation').select('id').execute()
      const ids = kept.map(({ id }) => id)
      expect(ids).toContain(young.conversation)
      expect(ids).not.toContain(old.conversation)
    }, 20_000)
  } finally {
    await after.close()
  }
})

test('a notice that another process adds or removes is taken up within seconds', async () => {
  const { assistant, close, url, say } = await startRealApp(database)
  await assistant.db.deleteFrom('notice').where('id', '=', 'special-action-2024').execute()
  await assistant.db.insertInto('removed_notice').values({ id: 'special-action-2024' }).execute()
  const status = async () => (await fetch(`${url}/notices/special-action-2024`)).status
  await expect.poll(status, { timeout: 15_000, interval: 200 }).toBe(404)
  const { replies } = await say('2025年运营中心要多少件有效发明专利？')
  expect(replies[0]!.text).toContain('100件')
  await assistant.db.deleteFrom('notice').where('id', '=', 'university-2022').execute()
  await assistant.db.insertInto('removed_notice').values({ id: 'university-2022' }).execute()
  const programmes = async () => (await jsonOf(fetch(`${url}/api/programmes`))).map(({ id }: { id: string }) => id)
  await expect.poll(programmes, { timeout: 15_000, interval: 200 }).not.toContain('university-center-2022')
  await close()
})

test('without the database a turn is answered with 503 and can be sent again', async () => {
  const running = await startRealApp(database)
  const { conversation } = await running.say('你好')
  await running.assistant.db.destroy()
  const response = await post(`${running.url}/api/chat`, { conversation, message: '还能报吗？' })
  expect(response.status).toBe(503)
  expect(await response.text()).not.toMatch(/select|driver|还能报/)
  expect((await fetch(`${running.url}/readyz`)).status).toBe(503)
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200)
  expect(running.log.join('')).not.toContain('还能报')
  await running.close()

  const again = await startRealApp(database)
  expect((await again.say('还能报吗？', conversation)).conversation).toBe(conversation)
  await again.close()
})
