import { expect, test } from 'vitest'
import { jsonOf, post } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { changeNotice, staffApp } from '../../support/staff-app.ts'

const { assistant, url, say, as } = await staffApp()

const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
const weekly = async (query = '') => {
  const response = await as('reviewer', 'GET', `/staff/weekly${query}`)
  return { status: response.status, text: await response.text() }
}
const write = (answer: string, ...wordings: string[]) =>
  jsonOf(as('editor', 'POST', '/api/staff/faqs', { body: { answer, wordings, clauses } }))

test('the week is told in numbers, with what is open', async () => {
  const { replies } = await say('来办事车停哪里')
  await post(`${url}/api/feedback`, { reply: replies[0]!.id, helpful: false })
  await say('请问来办事车停哪里')
  await say('2025年运营中心要多少件有效发明专利')
  const { text } = await weekly()
  expect(text).toContain('周报 2026-11-15 至 2026-11-21')
  expect(text).toMatch(/没有答上<\/th><td class="is-number">2（67%）/u)
  expect(text).toMatch(/问得最多、还没有答上的[^]*请问来办事车停哪里<\/a> <span class="small">2 次/u)
  expect(text).toContain('还没有重问过')
})

test('published wordings are asked again, and one that another answer has taken is told with both texts', async () => {
  const first = await write('停在院内。', '来办事车停哪里', '2025年运营中心要多少件有效发明专利')
  await assistant.checkWordings()
  expect((await weekly()).text).toContain('2 种仍由自己的答复回答')
  const { version } = first
  await as('editor', 'PATCH', `/api/staff/faqs/${first.id}`, { body: { version, answer: '停在东门。' } })
  await assistant.checkWordings()
  expect((await weekly()).text).toMatch(/答复变了的问法<\/h2><p class="small">这一周没有/u)

  await changeNotice(assistant.db, 'medical-2025', '达到 100 件以上', '达到 120 件以上')
  const returned = async () => (await jsonOf(as('reviewer', 'GET', '/api/staff/faqs?state=returned'))).faqs
  await expect.poll(returned, { timeout: 15_000 }).toHaveLength(1)
  const [now] = await returned()
  await as('editor', 'PATCH', `/api/staff/faqs/${first.id}`, { body: { version: now.version, state: 'published' } })
  await assistant.checkWordings()
  const { text } = await weekly()
  expect(text).toMatch(/id="changes"[^]*来办事车停哪里[^]*通知[^]*变了以后[^]*<mark>0<\/mark>[^]*<mark>2<\/mark>/u)
})

test('nothing is asked twice while all stays the same, and what was said goes with its answer', async () => {
  const { db } = assistant
  const at = async () => (await db.selectFrom('wording_check').select('at').executeTakeFirstOrThrow()).at
  const isAskedAgain = async () => {
    const before = await at()
    await assistant.checkWordings()
    return (await at()) > before
  }
  // The rules that quote the notice are worked out anew after it has changed.
  await expect.poll(isAskedAgain, { timeout: 15_000 }).toBe(false)
  const [faq] = (await jsonOf(as('reviewer', 'GET', '/api/staff/faqs'))).faqs
  await as('editor', 'DELETE', `/api/staff/faqs/${faq.id}?version=${faq.version}`)
  await assistant.checkWordings()
  expect(await db.selectFrom('wording_said').selectAll().execute()).toEqual([])
})

test.each([
  ['?to=2026-11-14', 200],
  ['?to=0001-01-01', 400],
  ['?to=x', 400],
])('%s is %i', async (query, status) => {
  expect((await weekly(query)).status).toBe(status)
})

test('an earlier week leads to the next', async () => {
  const { text } = await weekly('?to=2026-11-14')
  expect(text).toContain(`/staff/weekly?to=${dayOfTests}`)
})
