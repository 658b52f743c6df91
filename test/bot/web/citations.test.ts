import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say, smallPhone } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)
const real = await realApp()

test('on a small phone the answer, its words and its place take less than 200 pixels', async () => {
  const { page } = await openPage(browser, real.url, smallPhone)
  await say(page, '2025年运营中心要多少件有效发明专利')
  const reply = lastReply(page)
  const top = (await reply.boundingBox())!.y
  const sources = (await reply.locator('.sources').boundingBox())!
  expect(await reply.locator('.lead').innerText()).toContain('100件')
  expect(await reply.locator('.said').innerText()).toContain('有效发明专利达到100件以上')
  expect(sources.y + sources.height - top).toBeLessThan(200)
  expect(sources.height).toBeLessThan(50)
})

const squeezed = (text: string) => text.replace(/\s/g, '')
const times = (text: string, words: string) => squeezed(text).split(words).length - 1

test('the quoted words stand once, the place once, opened or not', async () => {
  const { page } = await openPage(browser, real.url, smallPhone)
  await say(page, '2025年运营中心要多少件有效发明专利')
  const reply = lastReply(page)
  expect(await reply.innerText()).not.toContain('——')
  expect(times(await reply.innerText(), '有效发明专利达到100件以上')).toBe(1)
  await reply.locator('.citation summary').click()
  await reply.getByText('原文即上面所引的话。').waitFor()
  expect(times(await reply.innerText(), '有效发明专利达到100件以上')).toBe(1)
  expect(await reply.locator('.said').getAttribute('class')).toContain('is-open')
})

test('words taken from a clause grow to the whole clause in their place, marked, and back', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '多少钱')
  const said = lastReply(page).locator('.said')
  expect(await said.innerText()).toBe('对每家单位支持工作经费不超过20万元。')
  await lastReply(page).locator('.citation summary').click()
  await expect.poll(() => said.innerText()).toContain('不超过5家')
  expect(await said.locator('mark').innerText()).toContain('对每家单位支持工作经费不超过20万元')
  await lastReply(page).locator('.citation summary').click()
  await expect.poll(() => said.innerText()).toBe('对每家单位支持工作经费不超过20万元。')
})

test('the line of a place keeps to its card and shows the last part of it whole, if there is more than one', async () => {
  const { page } = await openPage(browser, real.url, smallPhone)
  for (const asked of ['2025年运营中心要交什么材料', '你是人吗']) {
    await say(page, asked)
    const right = (await lastReply(page).boundingBox())!
    for (const part of await lastReply(page).locator('.citation summary span').all()) {
      const { x, width } = (await part.boundingBox())!
      expect(x + width).toBeLessThanOrEqual(right.x + right.width - 16)
    }
  }
  await say(page, '2025年运营中心给多少钱')
  const last = lastReply(page).locator('.citation-parent + .citation-last').first()
  expect(await last.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0)
})

test('clauses under one heading share a line, and each opens with its own words', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '2022年和2025年的条件有什么不同？')
  const lines = lastReply(page).locator('.citation')
  expect(await lines.locator('summary').allTextContents()).toEqual([
    expect.stringMatching(/（二）申报条件 › 1–4/),
    expect.stringMatching(/二、申报条件 › 2–4/),
  ])
  await lines.first().locator('summary').click()
  await lines.first().locator('.quote').nth(3).waitFor()
  expect(await lines.first().locator('.clause-open').count()).toBe(4)
})

test('the link to a clause is handed on, or copied where nothing takes it', async () => {
  const permissions = ['clipboard-read', 'clipboard-write']
  const { page } = await openPage(browser, url, { ...desktop, permissions })
  await say(page, '要多少件有效发明专利')
  const link = `${url}/notices/medical-2025#1.2.1`
  await lastReply(page).getByRole('button', { name: '分享' }).click()
  await page.getByText('已复制条款链接').waitFor()
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toContain(link)
  await page.evaluate('navigator.share = async (given) => { window.given = given }')
  await lastReply(page).locator('.citation summary').first().click()
  await lastReply(page).getByRole('button', { name: '分享本条' }).click()
  expect(await page.evaluate('window.given.url')).toBe(link)
})

test('the whole conversation is printed with its clauses, and stands afterwards as before', async () => {
  const { page } = await openPage(browser, url)
  await page.evaluate('window.print = () => { window.wasPrinted = true }')
  await say(page, '多少钱')
  await page.getByRole('button', { name: '打印本次对话' }).click()
  await expect.poll(() => page.evaluate('window.wasPrinted')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await lastReply(page).innerText()).toContain('沪知局促〔2025〕11号')
  expect(await page.locator('.topic').isVisible()).toBe(false)
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))')
  expect(await page.locator('.citation[open]').count()).toBe(0)
})
