import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { openPage, say, settled, smallPhone } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)

test('what is spoken of stands in a bar of at most 40 pixels, is changed by a tap and dropped by another', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  const bar = page.getByRole('group', { name: '正在谈' })
  expect(await bar.isVisible()).toBe(false)
  await say(page, '多少钱')
  expect((await bar.innerText()).replace(/\s/g, '')).toBe('正在谈：2025年运营中心×')
  expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(40)

  const [change] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    bar.getByRole('button', { name: '正在谈：2025年运营中心，换个话题' }).click(),
  ])
  expect(change.postDataJSON()).toMatchObject({ message: '/topic' })
  await settled(page, 2)
  expect(await page.locator('.asked').last().innerText()).toContain('换个话题')

  const [drop] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    bar.getByRole('button', { name: '不限定话题' }).click(),
  ])
  expect(drop.postDataJSON()).toMatchObject({ message: '/topic none' })
  await settled(page, 3)
  await bar.waitFor({ state: 'hidden' })
})

test('the topic is there again after a reload', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '多少钱')
  await page.reload()
  await page.getByRole('group', { name: '正在谈' }).waitFor()
})

test('to those who write English the page speaks English around the answers, and Chinese again to those who go back', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, 'How much funding is there?')
  const reply = page.locator('.reply').last()
  expect(await reply.getByRole('button').allInnerTexts()).toEqual(['Helpful', 'Not helpful', 'Copy', 'Share'])
  expect(await reply.getAttribute('lang')).toBe('en')
  expect(await reply.innerText()).not.toContain('— From')
  expect(await page.locator('#topic').innerText()).toContain('Topic')
  await page.locator('#message').fill('/check')
  await page.keyboard.press('Enter')
  const card = page.locator('#card')
  await card.getByRole('heading', { name: 'Is your unit a medical institution in Shanghai?' }).waitFor()
  expect(await card.getByRole('button', { name: 'Leave' }).isVisible()).toBe(true)
  expect(await card.getAttribute('lang')).toBe('en')
  await say(page, '多少钱')
  expect(await page.locator('.reply').last().getByRole('button').first().innerText()).toBe('有帮助')
})
