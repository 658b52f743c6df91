import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { lastReply, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)
const question = { key: 'validInventionPatents', prompt: '现有多少件有效发明专利？', help: '', type: 'int', unit: '件' }
const programmes = [{ id: 'medical-center-2025', questions: [question] }]

test('an interview shows its progress, takes a number with its unit, a choice, a summary, and ends in a card', async () => {
  const { page, faults } = await openPage(browser, url, phone)
  await page.route('**/api/programmes', (route) => route.fulfill({ json: programmes }))
  await say(page, '开始自查')
  const bar = lastReply(page).getByRole('progressbar', { name: '自查进度' })
  expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['3', '8'])

  await page.getByLabel('现有多少件有效发明专利？（件）').fill('120')
  await page.getByRole('button', { name: '确定' }).click()
  await settled(page, 2)
  expect(await page.locator('.asked').last().innerText()).toContain('120件')

  await page.getByText('为什么问这一题').last().click()
  expect(await lastReply(page).locator('.quote').innerText()).toContain('作价入股')
  await page.getByRole('button', { name: '没有', exact: true }).click()
  await settled(page, 3)
  await page.getByRole('button', { name: '确认，看结果' }).click()
  await settled(page, 4)
  expect(await page.locator('.asked').last().innerText()).toContain('确认，看结果')

  const card = page.getByRole('region', { name: '自查结果' })
  expect(await card.getByRole('heading', { level: 3 }).innerText()).toBe('有申报条件不符合')
  expect(await card.locator('.status').allInnerTexts()).toEqual(['符合', '不符合', '符合', '符合', '待确认'])
  expect(await card.innerText()).toContain('还差12件')
  expect(await card.innerText()).toContain('非正式审查结论')
  const source = card.locator('.criterion').nth(1)
  await source.getByText('依据').click()
  await source.getByRole('link', { name: '查看原文条款' }).click()
  await page.waitForURL('**/notices/medical-2025#1.2.1')
  expect(faults).toEqual([])
})

test('where the open question cannot be looked up, the answer is typed', async () => {
  const { page } = await openPage(browser, url, phone)
  await page.route('**/api/programmes', (route) => route.fulfill({ status: 404, json: {} }))
  await say(page, '开始自查')
  expect(await page.getByRole('button', { name: '确定' }).count()).toBe(0)
  await say(page, '120')
  expect(await lastReply(page).innerText()).toContain('作价入股')
})

test('the card is printed alone, with everything in it opened', async () => {
  const { page } = await openPage(browser, url)
  await page.evaluate('window.print = () => { window.wasPrinted = true }')
  await say(page, '/confirm')
  await page.getByRole('button', { name: '打印' }).click()
  expect(await page.evaluate('window.wasPrinted')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.asked').isVisible()).toBe(false)
  expect(await page.locator('.lead').innerText()).toContain('2025年上海市医疗卫生系统知识产权运营中心')
  expect(await page.getByText('报送方式').isVisible()).toBe(true)
  expect(await page.locator('.assessment details:not([open])').count()).toBe(0)
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))')
  expect(await page.locator('.assessment details[open]').count()).toBe(0)
})
