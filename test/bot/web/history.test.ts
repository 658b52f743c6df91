import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { openPage, phone, say } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)

const titles = (page: Page) => page.locator('.chat-title').allInnerTexts()
const startNew = (page: Page) => page.getByRole('button', { name: '新对话' }).click()

test('a new conversation leaves the old one on the device, to be opened again where it stood', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await startNew(page)
  expect(await page.locator('.message').count()).toBe(0)
  await page.getByRole('heading', { name: '您好，想了解哪项通知？' }).waitFor()
  await say(page, '瑞金医院要交什么？')
  expect(await titles(page)).toEqual(['瑞金医院要交什么？', '明天天气怎么样'])

  await page.getByRole('button', { name: /^明天天气怎么样/ }).click()
  expect(await page.locator('.asked').allInnerTexts()).toEqual([expect.stringContaining('明天天气怎么样')])
  const [request] = await Promise.all([page.waitForRequest('**/api/chat'), say(page, '再问一句')])
  expect(request.postDataJSON()).toMatchObject({ conversation: expect.any(String) })
  await page.reload()
  expect(await page.locator('.asked').count()).toBe(2)
})

test('a conversation is renamed, and keeps its name when it goes on', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '重命名：明天天气怎么样' }).click()
  await page.getByRole('textbox', { name: '对话名称' }).fill('天气')
  await page.keyboard.press('Enter')
  await say(page, '再问一句')
  expect(await titles(page)).toEqual(['天气'])
})

test('another conversation is deleted here and on the server, after asking, and the current one stays', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await startNew(page)
  await say(page, '瑞金医院要交什么？')
  await page.getByRole('button', { name: '删除对话：明天天气怎么样' }).click()
  await page.getByText('将删除“明天天气怎么样”').waitFor()
  const [request] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    page.getByRole('button', { name: '删除', exact: true }).click(),
  ])
  expect(request.postDataJSON()).toMatchObject({ message: '/delete', conversation: expect.any(String) })
  await expect.poll(() => titles(page)).toEqual(['瑞金医院要交什么？'])
  expect(await page.locator('.message').count()).toBe(2)
})

test('a reply that comes after another conversation was opened is not put there', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.route('**/api/chat', () => undefined, { times: 1 })
  await page.getByLabel('您的问题').fill('慢的一句')
  await page.keyboard.press('Enter')
  await page.getByText('正在查找通知原文').waitFor()
  await startNew(page)
  await say(page, '瑞金医院要交什么？')
  expect(await page.locator('.asked').allInnerTexts()).toEqual([expect.stringContaining('瑞金医院')])
  await page.getByRole('button', { name: /^明天天气怎么样/ }).click()
  await page.getByText('上次没有收到回答').waitFor()
  await page.getByRole('button', { name: '重试' }).waitFor()
})

test('thirty conversations are kept; the oldest makes room, and is named', async () => {
  const { page } = await openPage(browser, url)
  const chats = Array.from({ length: 30 }, (_, at) => ({
    key: `k${at}`,
    title: `第${at}次`,
    at: '2026-01-01T00:00:00Z',
    conversation: '',
  }))
  await page.evaluate(`localStorage.setItem('zhixun.chats', '${JSON.stringify(chats)}')`)
  await page.reload()
  await say(page, '明天天气怎么样')
  await page.getByText('最早的“第29次”已移出').waitFor()
  expect(await page.locator('.chat-row').count()).toBe(30)
})

test('where the browser has no room left the oldest conversations go, and what is asked is kept', async () => {
  const { page, faults } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await startNew(page)
  await page.evaluate(`for (let size = 1 << 20; size > 8; size >>= 1)
    try { for (let at = 0; ; at++) localStorage.setItem('fill' + size + at, 'x'.repeat(size)) } catch {}`)
  await say(page, '瑞金医院要交什么？')
  expect(await page.locator('.reply').last().innerText()).toContain('中期检查')
  expect(faults).toEqual([])
})

test('what the page kept before it kept several conversations becomes the first of them', async () => {
  const { page } = await openPage(browser, url)
  const entries = [{ by: 'person', key: 'a', text: '以前问的', state: 'sent' }]
  await page.evaluate(`localStorage.clear()
    localStorage.setItem('zhixun.conversation', '"c1"')
    localStorage.setItem('zhixun.transcript', '${JSON.stringify(entries)}')`)
  await page.reload()
  expect(await page.locator('.asked').allInnerTexts()).toEqual([expect.stringContaining('以前问的')])
  const [request] = await Promise.all([page.waitForRequest('**/api/chat'), say(page, '再问一句')])
  expect(request.postDataJSON()).toMatchObject({ conversation: 'c1' })
})

test('on a phone the conversations stand in the menu, each 44 pixels high to the touch', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '菜单' }).click()
  for (const button of await page.locator('.chat-row button').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(43.9)
  }
})

const drawer = (page: Page) => page.locator('#panel.is-open')
const openMenu = (page: Page) => page.getByRole('button', { name: '菜单' }).click()

test('on a phone the menu stays open while a conversation is renamed', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '明天天气怎么样')
  await openMenu(page)
  await page.getByRole('button', { name: '重命名：明天天气怎么样' }).click()
  await page.getByRole('textbox', { name: '对话名称' }).fill('天气')
  expect(await drawer(page).count()).toBe(1)
  await page.getByRole('button', { name: '保存' }).click()
  expect(await titles(page)).toEqual(['天气'])
  expect(await drawer(page).count()).toBe(1)
})

test('the way back closes the menu, then leaves the page', async () => {
  const { page } = await openPage(browser, `${url}/programmes`, phone)
  await page.goto(url)
  for (let times = 0; times < 2; times += 1) {
    await openMenu(page)
    await page.goBack()
    await expect.poll(() => drawer(page).count()).toBe(0)
  }
  await openMenu(page)
  await openMenu(page)
  await expect.poll(() => page.evaluate('history.state')).toBe(null)
  await page.goBack()
  expect(new URL(page.url()).pathname).toBe('/programmes')
})

test('the way back answers a question over the page with no, and leaves the menu below it open', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '明天天气怎么样')
  await openMenu(page)
  await page.getByRole('button', { name: '删除对话：明天天气怎么样' }).click()
  const question = page.getByText('将删除“明天天气怎么样”')
  await question.waitFor()
  await page.goBack()
  await question.waitFor({ state: 'hidden' })
  expect(await drawer(page).count()).toBe(1)
  expect(await titles(page)).toEqual(['明天天气怎么样'])
  await page.goBack()
  await expect.poll(() => drawer(page).count()).toBe(0)
  expect(await page.locator('.message').count()).toBe(2)
})

test('a page opened from the menu is one step away from the conversation', async () => {
  const { page } = await openPage(browser, url, phone)
  await say(page, '明天天气怎么样')
  await openMenu(page)
  await page.getByRole('link', { name: '各项目的申报条件' }).click()
  await page.waitForURL('**/programmes')
  await page.goBack()
  await page.locator('.asked').waitFor()
  expect(await page.evaluate('history.state')).toBe(null)
})
