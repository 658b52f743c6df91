import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { openPage, say, settled } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)
const linkTo = (parameters: Record<string, string>) => `${url}/?${new URLSearchParams(parameters).toString()}`

test('a link begins a self-check once: the address is plain again, and a reload sends nothing', async () => {
  const { page } = await openPage(browser, 'about:blank')
  const [request] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    page.goto(linkTo({ send: '/check medical-center-2025' })),
  ])
  expect(request.postDataJSON()).toEqual({ message: '/check medical-center-2025', language: 'zh' })
  await settled(page, 1)
  expect(page.url()).toBe(`${url}/`)
  await page.reload()
  await page.locator('.asked').waitFor()
  expect(await page.locator('.asked').count()).toBe(1)
})

test('a link with a question puts it into the field and leaves the sending to the person', async () => {
  const { page } = await openPage(browser, linkTo({ send: '截止日期是哪天？' }))
  await expect.poll(() => page.getByLabel('您的问题').inputValue()).toBe('截止日期是哪天？')
  expect(await page.locator('.asked').count()).toBe(0)
  expect(page.url()).toBe(`${url}/`)
})

test('a link from another channel goes on with a self-check, and its code stays out of the address', async () => {
  const { page } = await openPage(browser, 'about:blank')
  const [request] = await Promise.all([page.waitForRequest('**/api/chat'), page.goto(`${url}/#resume=6C36-KJ2T`)])
  expect(request.postDataJSON()).toEqual({ message: '/resume 6C36-KJ2T', language: 'zh' })
  await settled(page, 1)
  expect(page.url()).toBe(`${url}/`)
  expect(await page.locator('.asked').innerText()).toContain('接着自查')
})

const refused = [
  '/delete',
  '／delete',
  '/check x /delete',
  '/check',
  '/cancel',
  '/check A\n/delete',
  '/topic none',
  '长'.repeat(201),
]
test.each(refused)('a link with %s does nothing', async (send) => {
  const { page } = await openPage(browser, 'about:blank')
  let sent = 0
  page.on('request', (request) => (sent += request.url().endsWith('/api/chat') ? 1 : 0))
  await page.goto(linkTo({ send }))
  await expect.poll(() => page.url()).toBe(`${url}/`)
  await page.waitForTimeout(150)
  expect(sent).toBe(0)
  expect(await page.getByLabel('您的问题').inputValue()).toBe('')
})

test('a link to a clause names it above the field, and makes its notice the topic before the first question', async () => {
  const { page } = await openPage(browser, linkTo({ about: 'medical-2025#1.2.3' }))
  const chip = page.locator('#about')
  await expect
    .poll(() => chip.innerText())
    .toContain('就这一条提问：2025年医疗卫生系统运营（促进）中心申报通知 · （二）申报条件 › 3')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) sent.push((request.postDataJSON() as { message: string }).message)
  })
  await say(page, '多少钱')
  await say(page, '明天天气怎么样')
  expect(sent).toEqual(['/topic medical-2025', '多少钱', '明天天气怎么样'])
  expect(await page.locator('.asked').count()).toBe(2)
  expect(await chip.isVisible()).toBe(false)
})

test('where the notice cannot be made the topic the question goes out all the same', async () => {
  const { page, faults } = await openPage(browser, linkTo({ about: 'medical-2025#1.2.3' }))
  await page.locator('#about').waitFor()
  await page.route('**/api/chat', (route) => route.fulfill({ status: 503, json: {} }), { times: 1 })
  await say(page, '多少钱')
  expect(await page.locator('.reply').last().innerText()).toContain('每家最多20万元')
  expect(faults.filter((fault) => !fault.includes('503'))).toEqual([])
})

test.each(['medical-2025#99.9', 'nothing-2025#1', 'javascript:alert(1)', '../../x#1', '#'])(
  'a link about %s shows no clause',
  async (about) => {
    const { page } = await openPage(browser, linkTo({ about }))
    await page.waitForTimeout(300)
    expect(await page.locator('#about').isVisible()).toBe(false)
    expect(page.url()).toBe(`${url}/`)
  },
)
