import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { fillWords } from '../../../bot/web/fill-words.ts'
import { pageLanguage } from '../../../bot/web/page-language.ts'
import { post } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { card, inEnglish, lastReply, openPage, say, settled, smallPhone } from '../../support/chat-page.ts'
import { realApp, type Said } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()
const chinese = /\p{Script=Han}/u
const english = { ...smallPhone, ...inEnglish }

test.each([
  { cookie: undefined, language: 'zh' },
  { cookie: 'a=b; zhixun-language=zh', language: 'zh' },
  { cookie: 'a=b; zhixun-language=en', language: 'en' },
  { cookie: 'zhixun-language=klingon', language: 'zh' },
])('a page with the cookie “$cookie” is in $language', ({ cookie, language }) => {
  expect(pageLanguage({ cookie })).toBe(language)
})

test('a browser set to English is no choice of it', async () => {
  const { page } = await openPage(browser, url, { ...smallPhone, locale: 'en-US' })
  expect(await langOfPage(page)).toBe('zh-CN')
})

describe('the template of the chat page', () => {
  const template = readFileSync(new URL('../../../bot/web/index.html', import.meta.url), 'utf8')

  test.each(['zh', 'en'] as const)('has each of its places filled in %s', (language) => {
    const html = fillWords(template, language)
    expect(html).not.toMatch(/data-words="\w+"[^<>]*><\//)
    expect(html.match(/data-label="\w+" aria-label="[^"]+"/g)?.length).toBe(html.match(/data-label/g)?.length)
    expect(html).not.toMatch(/\{\w+\}/)
  })

  test('may name no text that there is not', () => {
    expect(() => fillWords('<p data-words="nothing"></p>', 'zh')).toThrow(/nothing/)
  })
})

const openMenu = (page: Page) => page.locator('#menu').click()
const langOfPage = (page: Page) => page.evaluate('document.documentElement.lang')

test('where English was chosen all is English from the first screen to the first question', async () => {
  const { page, faults } = await openPage(browser, url, english)
  expect(await langOfPage(page)).toBe('en')
  expect(await page.locator('body').innerText()).not.toMatch(chinese)
  const check = page.getByRole('button', { name: 'Self-check (2 min)' })
  const composer = (await page.locator('#composer').boundingBox())!
  for (const part of await page.locator('.first-programme, .first-acts > *, #suggestions-heading').all()) {
    const { y, height } = (await part.boundingBox())!
    expect(y + height, await part.innerText()).toBeLessThanOrEqual(composer.y)
  }
  await check.click()
  await settled(page, 1)
  await lastReply(page).locator('.actions button').first().click()
  await settled(page, 2)
  await card(page).getByRole('heading', { name: 'Is your unit a medical institution in Shanghai?' }).waitFor()
  await openMenu(page)
  const names = await page.locator('#panel :is(h2, button, p):visible').allInnerTexts()
  expect(names.filter((name) => name !== '中文').join(' ')).not.toMatch(chinese)
  await page.getByRole('button', { name: /^Delete: / }).click()
  expect(await page.locator('dialog').innerText()).not.toMatch(chinese)
  expect(faults).toEqual([])
})

test('a self-check that a link begins is in the language of the page', async () => {
  const { page } = await openPage(browser, `${url}/?send=${encodeURIComponent('/check medical-center-2025')}`, english)
  await card(page).getByRole('heading', { name: 'Is your unit a medical institution in Shanghai?' }).waitFor()
})

test('the language chosen in the menu is kept, on the other pages too, and the conversation goes on in it', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '2025年运营中心给多少钱')
  await openMenu(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Menu' }).waitFor()
  expect(await page.locator('.asked').count()).toBe(1)
  await page.locator('.topic-words').click()
  await settled(page, 2)
  expect(await lastReply(page).locator('.message-text, .lead').first().innerText()).not.toMatch(chinese)
  await page.reload()
  expect(await langOfPage(page)).toBe('en')
  await page.goto(`${url}/units`)
  await page.getByRole('heading', { name: 'Find a unit' }).waitFor({ state: 'attached' })
  await page.goto(url)
  await openMenu(page)
  expect(await page.getByRole('button', { name: 'English' }).getAttribute('aria-pressed')).toBe('true')
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: '菜单' }).waitFor()
  expect(await langOfPage(page)).toBe('zh-CN')
})

test('what stands around the conversation follows who writes English', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, 'How much money is there?')
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await page.getByRole('button', { name: 'New conversation' }).waitFor()
  expect(await langOfPage(page)).toBe('en')
  await page.locator('#new').click()
  expect(await page.locator('#message').getAttribute('placeholder')).toBe('输入您的问题')
  expect(await langOfPage(page)).toBe('zh-CN')
})

test('a command is answered in the language that comes with it, words in their own', async () => {
  const ask = async (body: object) => (await (await post(`${url}/api/chat`, body)).json()) as Said
  const { conversation, replies } = await ask({ message: '/check', language: 'en' })
  expect(replies[0]!.text).not.toMatch(chinese)
  expect((await ask({ message: '/help', conversation, language: 'zh' })).replies[0]!.text).toMatch(chinese)
  expect((await ask({ message: '2025年运营中心给多少钱', language: 'en' })).replies[0]!.text).toMatch(
    /^.{0,6}最多20万元/u,
  )
  expect((await post(`${url}/api/chat`, { message: '/check', language: 'de' })).status).toBe(400)
})
