import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)

test('a comparison is a table, and its text is not said again', async () => {
  const { page } = await openPage(browser, url, desktop)
  await say(page, '逐项比较')
  const table = lastReply(page).getByRole('table')
  expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
    '事项',
    '2022年医疗卫生系统运营中心',
    '2025年医疗卫生系统运营中心',
  ])
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['有效发明专利', '盘点率'])
  const text = await lastReply(page).innerText()
  expect(text).toContain('两年的条件不同')
  expect(text).not.toContain('达到100件以上')
  expect(text).not.toContain('《')
})

test('a cell opens its clause below its row, another cell the other clause, a second tap none', async () => {
  const { page } = await openPage(browser, url, desktop)
  await say(page, '逐项比较')
  const reply = lastReply(page)
  const cell = reply.getByRole('button', { name: '至少100件' })
  await cell.click()
  const clause = reply.locator('.table-clause:visible')
  expect(await clause.innerText()).toContain('有效发明专利达到100件以上')
  expect(await cell.getAttribute('aria-expanded')).toBe('true')
  await reply.getByRole('button', { name: '至少30件' }).click()
  expect(await clause.innerText()).toContain('有效发明专利30件以上')
  expect(await cell.getAttribute('aria-expanded')).toBe('false')
  expect(await clause.locator('a').getAttribute('href')).toBe('/notices/medical-2022#2.2')
  await reply.getByRole('button', { name: '至少30件' }).click()
  expect(await clause.count()).toBe(0)
})

test('on a phone each topic is a card with what differs between the columns, as wide as the screen allows', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '逐项比较')
  const cells = lastReply(page).locator('tbody').first().locator('[data-column]')
  expect(await cells.evaluateAll((all) => all.map((one) => one.getAttribute('data-column')))).toEqual([
    '2022年',
    '2025年',
  ])
  const [head, first, second] = await lastReply(page).locator('tbody').first().locator('th, td[data-column]').all()
  const boxes = await Promise.all([head!, first!, second!].map(async (one) => (await one.boundingBox())!))
  expect(boxes[1]!.y).toBeGreaterThan(boxes[0]!.y)
  expect(boxes[2]!.y).toBeGreaterThan(boxes[1]!.y)
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
})

test('a long list shows eight rows, all of them on demand, and while one types those with the words', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '名单里有谁')
  const reply = lastReply(page)
  const rows = reply.locator('tbody:visible')
  expect(await rows.count()).toBe(8)
  expect(await reply.innerText()).toContain('请于3月22日前报送。')
  expect((await reply.innerText()).split('甲大学附属医院')).toHaveLength(2)
  const field = reply.getByRole('searchbox', { name: '在10行里查找' })
  await field.fill('癸大学')
  expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('癸大学附属医院')])
  expect(await reply.getByRole('status').first().innerText()).toBe('找到1行')
  await field.fill('没有这样的')
  expect(await rows.count()).toBe(0)
  await field.fill('')
  expect(await rows.count()).toBe(8)
  await reply.getByRole('button', { name: '显示全部10行' }).click()
  expect(await rows.count()).toBe(10)
})
