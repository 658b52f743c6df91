import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { doubleText, misfitsOf, violationsOf } from '../../support/audit-page.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, inEnglish, say } from '../../support/chat-page.ts'
import { answer, askFor, ownerPageOf } from '../../support/colleagues.ts'
import { serveChineseFont } from '../../support/chinese-font.ts'
import { staffApp } from '../../support/staff-app.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const { url, say: ask, cookies } = await staffApp()
const standIn = await startStandIn()
const browser = await openBrowser()
afterAll(standIn.close)

type Visit = {
  name: string
  path: string
  isStaff?: boolean
  isEnglish?: boolean
  messages?: string[]
  act?(page: Page): Promise<unknown>
}

const unfold = (page: Page) =>
  page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)

/** A conversation with the stand-in knows every kind of reply. */
const chats: Visit[] = [
  { name: 'the first screen', path: '/' },
  { name: 'an answer', path: '/', messages: ['要多少件有效发明专利'] },
  { name: 'a comparison', path: '/', messages: ['2022年和2025年的条件有什么不同？'] },
  { name: 'a unit found in a list', path: '/', messages: ['瑞金医院要交什么？'] },
  { name: 'a refusal', path: '/', messages: ['今天天气怎么样'] },
  { name: 'a question of an interview', path: '/', messages: ['开始自查'] },
  { name: 'the summary of an interview', path: '/', messages: ['开始自查', '120', '没有'] },
  { name: 'a verdict', path: '/', messages: ['/confirm'] },
]
const read: Visit[] = [
  '/notices/medical-2025#1.2.1',
  '/notices/review-2024',
  '/notices/university-2022',
  '/programmes',
  '/programmes/medical-center-2025',
  '/programmes/university-center-2022',
  '/units',
  `/units?unit=${encodeURIComponent('上海交通大学医学院附属瑞金医院')}`,
].map((path) => ({ name: path, path, act: unfold }))
const haohai = `/units?unit=${encodeURIComponent('昊海')}`
const english: Visit[] = [
  { name: 'the first screen in English', path: '/', isEnglish: true },
  { name: 'a unit in English', path: haohai, isEnglish: true, act: unfold },
  { name: 'a unit in a chat in English', path: '/', isEnglish: true, messages: ['瑞金医院要交什么？'] },
]
const staff: Visit[] = [
  '/staff',
  '/staff/questions?queue=all',
  '/staff/faqs',
  '/staff/weekly',
  '/staff/search?q=运营中心要多少件专利',
  '/staff/notices',
  '/staff/programmes',
  '/staff/programmes/medical-center-2025',
  '/staff/switches',
  '/staff/audit',
  '/staff/account',
].map((path) => ({ name: path, path, isStaff: true }))
staff.push({ name: '/staff/accounts', path: '/staff/accounts', isStaff: true, act: unfold })

/** A check that three are asked for: one has answered, and two say different things. */
async function filledTogether(): Promise<Visit[]> {
  const { conversation } = await ask('/check medical-center-2025')
  const page = ownerPageOf({ url }, await ask('/ask', conversation))
  const facts = ['incomeSince2023Wan', 'hasEquityCase']
  const [first, second, third] = [
    await askFor(page, '财务处', facts),
    await askFor(page, '知识产权办', facts),
    await askFor(page, '办公室', ['isShanghaiMedicalInstitution', ...facts]),
  ]
  for (const [link, said] of [
    [first.link, '520万元'],
    [second.link, '480万元'],
  ] as const) {
    await answer(link, facts[0]!, said, '含三笔许可费')
    await answer(link, facts[1]!, '')
  }
  const named: [string, string][] = [
    ['who is asked of a check', page],
    ['a question for a colleague', third.link],
    ['a figure for a colleague', `${third.link}?at=${facts[0]}`],
    ['the thanks to a colleague', first.link],
  ]
  return named.map(([name, address]) => ({ name, path: address.slice(url.length), act: unfold }))
}

const together: Visit[] = [
  ...(await filledTogether()),
  ...['/answer', '/together', '/answer/none'].map((path) => ({ name: path, path })),
]
const visits = [...chats, ...read, ...together, ...english, { name: '/staff/login', path: '/staff/login' }, ...staff]

type Looks = { colorScheme?: 'light' | 'dark'; withFont?: boolean }

/** The page of a visit as it stands at the end of it; without a Chinese font, words are narrower than they are. */
async function visit(
  { path, isStaff, isEnglish, messages = [], act }: Visit,
  { colorScheme = 'light', withFont }: Looks = {},
) {
  const context = await browser.newContext({ ...desktop, ...(isEnglish && inEnglish), colorScheme })
  onTestFinished(() => context.close())
  const [name, value] = cookies.get('admin')!.split('=') as [string, string]
  if (isStaff) await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  if (withFont) await serveChineseFont(page)
  await page.goto(messages.length > 0 ? standIn.url : url + path)
  for (const message of messages) await say(page, message)
  await act?.(page)
  // What flashes or fades has come to rest.
  await page.evaluate(`document.getAnimations().forEach((animation) => animation.finish())`)
  return page
}

beforeAll(async () => {
  await ask('2025年运营中心要多少件有效发明专利？')
  await ask('附近有地铁站吗')
})

test.each(visits)(
  '$name keeps to WCAG 2.2 AA and fits: wide, on the narrowest phone, with text twice as large',
  async (one) => {
    const page = await visit(one, { withFont: true })
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 568 })
    expect([...(await violationsOf(page)), ...(await misfitsOf(page))]).toEqual([])
    await page.setViewportSize({ width: 375, height: 667 })
    await doubleText(page)
    expect([...(await violationsOf(page)), ...(await misfitsOf(page))]).toEqual([])
  },
)

test.each(visits)('$name keeps to WCAG 2.2 AA in the dark', async (one) => {
  expect(await violationsOf(await visit(one, { colorScheme: 'dark' }))).toEqual([])
})

test('what is audited is there: a page of staff is signed in, and a fault is found where there is one', async () => {
  const page = await visit(staff[0]!)
  expect(new URL(page.url()).pathname).toBe('/staff')
  await page.evaluate(`document.querySelector('h1').style.color = '#bbb'`)
  expect(await violationsOf(page)).toEqual([expect.stringContaining('color-contrast: h1')])
  await page.evaluate(`document.querySelector('.bar-tools').style.cssText = 'position: relative; right: 75rem'`)
  expect(await misfitsOf(page)).toContain('IMG lies over bar-button')
  await page.evaluate(`document.body.style.width = '110vw'`)
  expect(await misfitsOf(page)).toContainEqual(expect.stringContaining('scrolls sideways'))
})
