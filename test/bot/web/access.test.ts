import type { Locator } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)

test('with the keyboard alone: to the field, ask, quick reply, citation', async () => {
  const { page } = await openPage(browser, url)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('跳到提问框')
  await page.keyboard.press('Enter')
  await page.keyboard.type('要多少件有效发明专利')
  await page.keyboard.press('Enter')
  await settled(page, 1)

  await page.getByRole('button', { name: '还有哪些条件' }).focus()
  await page.keyboard.press('Enter')
  await settled(page, 2)
  expect(await page.evaluate('document.activeElement.className')).toContain('asked')
  const citation = lastReply(page).locator('.citation summary').first()
  for (let tabs = 0; tabs < 4 && !(await isFocused(citation)); tabs++) await page.keyboard.press('Tab')
  expect(await isFocused(citation)).toBe(true)
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid')
  await page.keyboard.press('Enter')
  await lastReply(page).locator('.clause-open').first().waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/notices/medical-2025#1.2.1')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#1.2.1')
})

const isFocused = (locator: Locator) => locator.evaluate((element) => element === element.ownerDocument.activeElement)

test('Shift+Enter breaks the line, and an Enter of the input method sends nothing', async () => {
  const { page } = await openPage(browser, url)
  const field = page.getByLabel('您的问题')
  await field.fill('第一行')
  await field.press('Shift+Enter')
  await page.keyboard.type('第二行')
  await field.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
  expect(await page.locator('.asked').count()).toBe(0)
  expect(await field.inputValue()).toBe('第一行\n第二行')
  await field.press('Enter')
  await settled(page, 1)
  expect(await page.locator('.asked .message-text').innerText()).toBe('第一行\n第二行')
})

test('a character beyond the basic plane counts one', async () => {
  const { page } = await openPage(browser, url)
  const field = page.getByLabel('您的问题')
  for (const sign of ['😀', '𠮷']) {
    await field.fill(sign.repeat(1990))
    expect(await page.locator('#count').innerText()).toBe('还可以输入 10 字')
    await field.fill(sign.repeat(2001))
    expect(await page.locator('#count').innerText()).toBe('超出 1 字，请删减后发送')
  }
  await field.fill('😀'.repeat(2000))
  await field.press('Enter')
  await settled(page, 1)
  expect(await page.locator('.asked .message-text').innerText()).toBe('😀'.repeat(2000))
})

test('the count appears near the limit, and too much is kept but not sent', async () => {
  const { page } = await openPage(browser, url)
  const field = page.getByLabel('您的问题')
  const count = page.locator('#count')
  await field.fill('问'.repeat(1800))
  expect(await count.isVisible()).toBe(false)
  await field.fill('问'.repeat(1990))
  expect(await count.innerText()).toBe('还可以输入 10 字')
  await field.fill('问'.repeat(2003))
  expect(await count.innerText()).toBe('超出 3 字，请删减后发送')
  await field.press('Enter')
  expect(await page.locator('.asked').count()).toBe(0)
  expect((await field.inputValue()).length).toBe(2003)
})

test('large text is larger, and stays so on every page', async () => {
  const { page } = await openPage(browser, url, phone)
  const size = () => page.evaluate<string>('getComputedStyle(document.body).fontSize').then(parseFloat)
  const before = await size()
  await page.getByRole('button', { name: '大字显示' }).click()
  expect(await size()).toBeGreaterThan(before * 1.25)
  await page.goto(`${url}/notices/medical-2025`)
  expect(await size()).toBeGreaterThan(before * 1.25)
  await page.getByRole('button', { name: '大字显示' }).click()
  expect(await size()).toBe(before)
})

const narrow = { ...phone, viewport: { width: 320, height: 568 } }
const pages = [
  '/',
  '/notices/medical-2025',
  '/notices/review-2024',
  '/notices/university-2022',
  '/notices/special-action-2024',
]
test.each(pages)('%s needs no scrolling sideways on the narrowest phone, large text or not', async (path) => {
  const { page } = await openPage(browser, url + path, narrow)
  const excess = () => page.evaluate('document.documentElement.scrollWidth - innerWidth')
  expect(await excess()).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: '大字显示' }).click()
  expect(await excess()).toBeLessThanOrEqual(0)
})

test('on a phone everything in the log and around it is 44 pixels high to the touch', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '运营中心怎么报？')
  await say(page, '要多少件有效发明专利')
  const targets = page.locator('button:visible, summary:visible, textarea:visible')
  expect(await targets.count()).toBeGreaterThan(8)
  for (const target of await targets.all()) {
    expect((await target.boundingBox())!.height, await target.innerText()).toBeGreaterThanOrEqual(43.9)
  }
})

test('the log is announced politely, messages have headings, the field has a name', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '要多少件有效发明专利')
  const log = page.getByRole('log', { name: '对话内容' })
  expect(await log.getAttribute('aria-live')).toBe('polite')
  expect(await log.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual(['您的提问', '知询的回答'])
  expect(await page.getByRole('textbox', { name: '您的问题' }).count()).toBe(1)
  expect(await page.getByText('回答由系统依据公开通知自动生成，仅供参考，不作为正式答复').isVisible()).toBe(true)
  for (const button of await page.locator('button:visible').all()) {
    expect((await button.getAttribute('aria-label')) ?? (await button.innerText())).not.toBe('')
  }
})

test('the menu of a phone opens, closes by Escape, and gives the focus back', async () => {
  const { page } = await openPage(browser, url, phone)
  const menu = page.getByRole('button', { name: '菜单' })
  await menu.click()
  await page.getByRole('button', { name: '新对话' }).focus()
  await page.keyboard.press('Escape')
  expect(await menu.getAttribute('aria-expanded')).toBe('false')
  expect(await isFocused(menu)).toBe(true)
  await page.getByRole('button', { name: '新对话' }).waitFor({ state: 'hidden' })
})

test('the composer stays in view on a phone, and a long answer is read from its question on', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '2022年和2025年的条件有什么不同？')
  const composer = (await page.locator('#composer').boundingBox())!
  expect(composer.y + composer.height).toBeLessThanOrEqual(812)
  const asked = (await page.locator('.asked').boundingBox())!
  expect(asked.y).toBeGreaterThan(50)
  expect(asked.y).toBeLessThan(100)
})

test('on paper there are the words and the sources, without the buttons', async () => {
  const { page } = await openPage(browser, url, desktop)
  await say(page, '要多少件有效发明专利')
  await page.emulateMedia({ media: 'print' })
  expect(await lastReply(page).getByText('100 件以上').first().isVisible()).toBe(true)
  expect(await page.locator('button:visible, textarea:visible').count()).toBe(0)
})

test('a clause of a notice gives its link by keyboard, and leads into the chat', async () => {
  const { page } = await openPage(browser, `${url}/notices/medical-2025`, {
    ...desktop,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await page.getByRole('link', { name: '提问或复制链接：（四）' }).first().focus()
  await page.keyboard.press('Enter')
  const ask = page.getByRole('link', { name: '就这一条提问' })
  await ask.waitFor()
  await page.keyboard.press('Tab')
  expect(await isFocused(ask)).toBe(true)
  expect(await ask.getAttribute('href')).toBe('/?about=medical-2025%231.4')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('已复制本条链接').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${url}/notices/medical-2025#1.4`)
})

test.each(['99.9', '𠮷', '%FF', '%ED%A0%BD'])('a link to a clause that is not there, #%s, says so', async (hash) => {
  const { page, faults } = await openPage(browser, `${url}/notices/medical-2025#${hash}`)
  await page.getByText('没有找到链接所指的条款').waitFor()
  expect(faults).toEqual([])
})

test('where the keyboard only shrinks the visual viewport, the composer stays above it', async () => {
  const { page } = await openPage(browser, url, phone)
  await page.addInitScript(`const seen = Object.assign(new EventTarget(), { height: innerHeight, scale: 1 })
    Object.defineProperty(window, 'visualViewport', { value: seen })`)
  await page.reload()
  const bottom = async () => {
    const { y, height } = (await page.locator('#composer').boundingBox())!
    return y + height
  }
  expect(await bottom()).toBeCloseTo(812, 0)
  await page.evaluate('visualViewport.height = 480, visualViewport.dispatchEvent(new Event("resize"))')
  expect(await bottom()).toBeCloseTo(480, 0)
  await page.evaluate('visualViewport.height = 812, visualViewport.dispatchEvent(new Event("resize"))')
  expect(await bottom()).toBeCloseTo(812, 0)
})
