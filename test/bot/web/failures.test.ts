import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { lastReply, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)
const question = '要多少件有效发明专利'

test('without a connection the question stays, and a retry gets its answer', async () => {
  const { page } = await openPage(browser, url, phone)
  await page.context().setOffline(true)
  await page.getByText('网络已断开').waitFor()
  await say(page, question)
  await page.getByRole('alert').filter({ hasText: '当前没有网络连接' }).waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 1)
  expect(await lastReply(page).innerText()).toContain('100 件以上')
  expect(await page.locator('.asked').count()).toBe(1)
  expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0)
})

test('a question sent again is the same turn: it goes out under the same key', async () => {
  const { page } = await openPage(browser, url)
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) keys.push(request.headers()['idempotency-key'])
  })
  await page.route('**/api/chat', (route) => route.abort(), { times: 1 })
  await say(page, question)
  await page.getByText('连不上服务器').waitFor()
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 1)
  await say(page, '另一个问题')
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

test('a first question sent again after the next one has begun a conversation is another turn, in that conversation', async () => {
  const { page } = await openPage(browser, url)
  const sent: { key: string | undefined; conversation: unknown }[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/chat')) return
    const { conversation } = request.postDataJSON() as { conversation?: string }
    sent.push({ key: request.headers()['idempotency-key'], conversation })
  })
  await page.route('**/api/chat', (route) => route.abort(), { times: 1 })
  await say(page, question)
  await page.getByText('连不上服务器').waitFor()
  await say(page, '另一个问题')
  await settled(page, 1)
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 2)
  expect(sent.map(({ conversation }) => conversation)).toEqual([undefined, undefined, expect.any(String)])
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3)
})

test('a key that is taken is replaced, so that the question can be sent again', async () => {
  const { page } = await openPage(browser, url)
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/chat')) keys.push(request.headers()['idempotency-key'])
  })
  const body = JSON.stringify({ title: '与先前的请求不一致', status: 422, detail: '这个 Idempotency-Key 已经用过。' })
  await page.route(
    '**/api/chat',
    (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body }),
    {
      times: 1,
    },
  )
  await say(page, question)
  await page.getByRole('alert').filter({ hasText: '请再点“重试”' }).waitFor()
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 1)
  expect(await page.locator('.asked').count()).toBe(1)
  expect(keys).toHaveLength(2)
  expect(keys[1]).not.toBe(keys[0])
})

test('a failed question outlives a reload, and can be taken back into the field', async () => {
  const { page } = await openPage(browser, url)
  await page.route('**/api/chat', (route) => route.abort())
  await say(page, question)
  await page.reload()
  await page.getByRole('button', { name: '重试' }).waitFor()
  await page.getByRole('button', { name: '修改后再发' }).click()
  expect(await page.getByLabel('您的问题').inputValue()).toBe(question)
  expect(await page.locator('.asked').count()).toBe(0)
})

test('a question that was under way when the page was left can be sent again', async () => {
  const { page } = await openPage(browser, url)
  await page.route('**/api/chat', () => undefined, { times: 1 })
  await page.getByLabel('您的问题').fill(question)
  await page.keyboard.press('Enter')
  await page.getByText('正在查找通知原文').waitFor()
  await page.reload()
  await page.getByText('上次没有收到回答').waitFor()
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 1)
  expect(await lastReply(page).innerText()).toContain('100 件以上')
})

const problems = [
  {
    status: 429,
    retryAfter: '7',
    detail: '请求过于频繁，请稍后再试。',
    words: '请求过于频繁，请稍后再试。约 7 秒后可以重试。',
  },
  { status: 503, retryAfter: '', detail: '数据库暂时不可用。', words: '数据库暂时不可用。' },
]
test.each(problems)('status $status is told in words', async ({ status, retryAfter, detail, words }) => {
  const { page } = await openPage(browser, url)
  const body = JSON.stringify({ title: '出错', status, detail })
  const headers = { 'retry-after': retryAfter }
  await page.route('**/api/chat', (route) =>
    route.fulfill({ status, headers, contentType: 'application/problem+json', body }),
  )
  await say(page, question)
  expect(await page.locator('.failure p').innerText()).toBe(words)
})

const reply = { id: 'r', kind: 'answer', text: '先到的一句。', citations: [], actions: [] }
const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
const streams = [
  { what: 'breaks off', tail: '', words: '回答没有传完就断开了' },
  {
    what: 'ends in an error',
    tail: event('error', { status: 503, detail: '系统的一部分暂时不可用。' }),
    words: '系统的一部分暂时不可用。',
  },
]
test.each(streams)(
  'a stream that $what keeps what came and offers a retry that repeats nothing',
  async ({ tail, words }) => {
    const { page } = await openPage(browser, url)
    const body = event('delta', { text: '先到' }) + event('reply', reply) + tail
    await page.route('**/api/chat', (route) => route.fulfill({ contentType: 'text/event-stream', body }), { times: 1 })
    await say(page, question)
    expect(await page.locator('.failure p').innerText()).toContain(words)
    expect(await lastReply(page).innerText()).toContain('先到的一句。')
    await page.getByRole('button', { name: '重试' }).click()
    await settled(page, 1)
    expect(await page.locator('.reply').count()).toBe(1)
    expect(await lastReply(page).innerText()).toContain('100 件以上')
  },
)

test('plain JSON serves where streams are not to be had', async () => {
  const { page } = await openPage(browser, url)
  await page.addInitScript('delete Response.prototype.body')
  await page.reload()
  const [request] = await Promise.all([page.waitForRequest('**/api/chat'), say(page, question)])
  expect(request.headers().accept).toBe('application/json')
  expect(await lastReply(page).innerText()).toContain('100 件以上')
})

test('the page works without storage', async () => {
  const { page, faults } = await openPage(browser, url)
  await page.addInitScript(`for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get() { throw new DOMException('closed', 'SecurityError') } })`)
  await page.reload()
  await say(page, question)
  await page.getByRole('button', { name: '大字显示' }).click()
  expect(await page.getByRole('button', { name: '大字显示' }).getAttribute('aria-pressed')).toBe('true')
  expect(await lastReply(page).innerText()).toContain('100 件以上')
  expect(faults).toEqual([])
})

test('feedback that did not arrive says so', async () => {
  const { page } = await openPage(browser, url)
  await say(page, question)
  await page.route('**/api/feedback', (route) => route.abort())
  await page.getByRole('button', { name: '有帮助' }).click()
  await page.getByText('反馈没有送达，请稍后再试。').waitFor()
  expect(await page.getByRole('button', { name: '有帮助' }).getAttribute('aria-pressed')).toBe('false')
})

test('without scripts the page says what is missing', async () => {
  const { page } = await openPage(browser, url, { ...phone, javaScriptEnabled: false })
  expect(await page.locator('noscript p').isVisible()).toBe(true)
})
