import { afterAll, expect, test } from 'vitest'
import { firstOffers } from '../../../bot/first-offers.ts'
import { renderFirstScreen } from '../../../bot/web/first-screen.ts'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { orderProgrammes } from '../../../services/eligibility/order-programmes.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import { openBrowser } from '../../support/browser.ts'
import { asked, lastReply, openPage, settled, smallPhone } from '../../support/chat-page.ts'
import { dayOfTests, realApp } from '../../support/real-app.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const notices = loadNotices()
const programmes = resolveProgrammes(notices)
const catalogue = buildCatalogue(notices)
const screenOn = (today: string, language: 'zh' | 'en' = 'zh') =>
  renderFirstScreen({ programmes, today, offers: firstOffers(catalogue, programmes, today, language), language }).text

const days = [
  { day: '2026-11-21', says: '已截止（2025年6月13日）', lead: '目前都已截止' },
  { day: '2025-06-10', says: '申报中，还剩3天', lead: '可以了解和申报' },
  { day: '2025-06-13', says: '申报中，今天截止', lead: '可以了解和申报' },
  { day: '2025-06-01', says: '尚未开始（2025年6月4日起）', lead: '可以了解和申报' },
]
test.each(days)('on $day the newest programme is said to be: $says', ({ day, says, lead }) => {
  const [first = ''] = screenOn(day).split('</li>')
  expect(first).toContain('href="/programmes/medical-center-2025"')
  expect(first).toContain(says)
  expect(first).toContain(lead)
})

test.each([
  { day: '2026-11-21', says: 'Closed (13 June 2025)' },
  { day: '2025-06-10', says: 'Open, 3 days left' },
  { day: '2025-06-12', says: 'Open, 1 day left' },
  { day: '2025-06-13', says: 'Open, closes today' },
  { day: '2025-06-01', says: 'Not open yet (from 4 June 2025)' },
])('in English on $day: $says', ({ day, says }) => {
  expect(screenOn(day, 'en')).toContain(says)
  expect(screenOn(day, 'en')).not.toMatch(/\p{Script=Han}/u)
})

test('what is open stands first, then the newest', () => {
  const yearsOn = (day: string) => orderProgrammes(programmes, day).map(({ programme }) => programme.year)
  expect(yearsOn('2022-11-01')).toEqual([2022, 2022, 2025, 2025])
  expect(yearsOn(dayOfTests)).toEqual([2025, 2025, 2022, 2022])
})

test('the questions are of the notices that are loaded', () => {
  const ofUniversities = programmes.filter(({ notice }) => notice === 'university-2022')
  const offers = firstOffers(buildCatalogue(notices), ofUniversities, dayOfTests)
  expect(offers?.about).toContain('高校')
  for (const { send } of offers?.questions ?? []) expect(send).toContain('高校')
  const [plan] = notices.filter(({ programmes: opened }) => opened.length === 0)
  expect(firstOffers(buildCatalogue([plan!]), [], dayOfTests)?.questions.length).toBeGreaterThan(1)
  expect(firstOffers(buildCatalogue([]), [], dayOfTests)).toBeUndefined()
})

const browser = await openBrowser()
const { url } = await realApp()

test('a small phone shows the calls, the self-check, the units and the questions without scrolling, and nothing moves', async () => {
  const { page, faults } = await openPage(browser, 'about:blank', smallPhone)
  await page.addInitScript(`window.shifted = 0
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shifted += entry.value))).observe({ type: 'layout-shift', buffered: true })`)
  await page.goto(url)
  const check = page.getByRole('button', { name: '申报自查（约2分钟）' })
  await check.waitFor()
  const parts = page.locator('.first-programme, .first-acts > *, .suggestions .choice')
  expect(await parts.count()).toBeGreaterThanOrEqual(9)
  const composer = (await page.locator('#composer').boundingBox())!
  for (const part of await parts.all()) {
    const box = (await part.boundingBox())!
    expect(box.height, await part.innerText()).toBeGreaterThanOrEqual(43.9)
    expect(box.y + box.height, await part.innerText()).toBeLessThanOrEqual(composer.y)
  }
  expect(composer.y + composer.height).toBeLessThanOrEqual(667)
  const [first] = await page.locator('.first-acts > *').allInnerTexts()
  expect(first).toBe('申报自查（约2分钟）')
  expect(await page.getByRole('link', { name: '查我们单位' }).first().getAttribute('href')).toBe('/units')
  await page.waitForTimeout(300)
  expect(await page.evaluate('window.shifted')).toBe(0)
  expect(faults).toEqual([])
})

test('each question of the first screen is answered, and the first button begins the self-check', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  const count = await page.locator('.suggestions .choice').count()
  expect(count).toBeGreaterThanOrEqual(3)
  for (let at = 0; at < count; at += 1) {
    const { page: fresh } = await openPage(browser, url, smallPhone)
    await fresh.locator('.suggestions .choice').nth(at).click()
    await settled(fresh, 1)
    expect(await lastReply(fresh).getAttribute('class')).toContain('reply-answer')
  }
  await page.getByRole('button', { name: '申报自查（约2分钟）' }).click()
  await settled(page, 1)
  await lastReply(page).locator('.actions button').first().click()
  await asked(page, '贵单位是上海市的医疗卫生机构吗？')
})

test('where no questions can be had the rest of the first screen is there', async () => {
  const lame = await startStandIn({ firstOffers: () => Promise.reject(new Error('away')) })
  afterAll(lame.close)
  const html = await (await fetch(lame.url)).text()
  expect(html).toContain('申报自查（约2分钟）')
  expect(html).not.toContain('suggestions-heading')
})

test('without programmes and without notices there is still a page to ask on', async () => {
  const empty = await startStandIn({ programmes: [], firstOffers: () => undefined })
  afterAll(empty.close)
  const { page, faults } = await openPage(browser, empty.url)
  await page.getByRole('heading', { name: '您好，想了解哪项通知？' }).waitFor()
  expect(await page.getByRole('button', { name: '申报自查（约2分钟）' }).count()).toBe(0)
  expect(await page.getByLabel('您的问题').isVisible()).toBe(true)
  expect(faults).toEqual([])
})
