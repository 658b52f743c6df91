import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { card, openPage, say, smallPhone } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()
const narrow: BrowserContextOptions = { ...smallPhone, viewport: { width: 320, height: 568 } }
const onItsSide: BrowserContextOptions = { ...smallPhone, viewport: { width: 667, height: 375 } }

const rooms: [string, BrowserContextOptions, string][] = [
  ['a small phone', smallPhone, '100%'],
  ['a small phone with text twice as large', smallPhone, '200%'],
  ['the narrowest phone', narrow, '100%'],
  ['the narrowest phone with text twice as large', narrow, '200%'],
  ['a phone on its side', onItsSide, '100%'],
]

test.each(rooms)('on %s the question, its answers and how far it has come are in view', async (_, options, size) => {
  const { page } = await openPage(browser, url, options)
  await say(page, '/check medical-center-2025')
  await page.evaluate(`document.documentElement.style.fontSize = '${size}'`)
  const composer = page.locator('#composer')
  const parts = [
    card(page).getByRole('progressbar'),
    card(page).getByRole('heading', { name: '贵单位是上海市的医疗卫生机构吗？' }),
    card(page).getByRole('button', { name: '是', exact: true }),
    card(page).getByRole('button', { name: '否', exact: true }),
  ]
  for (const part of parts) {
    const box = (await part.boundingBox())!
    expect(box.y).toBeGreaterThanOrEqual((await card(page).boundingBox())!.y)
    expect(box.y + box.height).toBeLessThanOrEqual((await composer.boundingBox())!.y)
  }
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
})

test('the help of a question opens below its answers, which stay in view', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '/check medical-center-2025')
  await card(page).getByText('说明').click()
  const yes = (await card(page).getByRole('button', { name: '是', exact: true }).boundingBox())!
  expect(yes.y).toBeGreaterThanOrEqual((await card(page).boundingBox())!.y)
  expect(yes.y + yes.height).toBeLessThanOrEqual((await page.locator('#composer').boundingBox())!.y)
})

test('with text twice as large the summary can be confirmed without scrolling', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '/check medical-center-2025')
  await say(page, '是，有账号，盘点做完了，有效发明专利120件，盘点率100%，产业化率12%，到账600万')
  await page.evaluate(`document.documentElement.style.fontSize = '200%'`)
  const confirm = (await card(page).getByRole('button', { name: '确认，看结果' }).boundingBox())!
  expect(confirm.y + confirm.height).toBeLessThanOrEqual((await page.locator('#composer').boundingBox())!.y)
})

test('units are looked up with one press at any time', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '2025年运营中心要多少件有效发明专利？')
  await page.getByRole('link', { name: '查单位' }).click()
  await page.waitForURL('**/units')
})
