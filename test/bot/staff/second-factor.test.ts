import { renderSVG } from 'uqr'
import { describe, expect, test, vi } from 'vitest'
import { addressOf, codeAt, drawSecret, stepAt } from '../../../services/staff/one-time-code.ts'
import { addAccount } from '../../../services/staff/accounts.ts'
import { openBrowser } from '../../support/browser.ts'
import { openPage } from '../../support/chat-page.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, signIn, staffApp } from '../../support/staff-app.ts'

vi.setConfig({ testTimeout: 120_000 })

const { assistant, url, as } = await staffApp()
const { db } = assistant
const codeIn = (secret: string, steps = 0) => codeAt(secret, stepAt(Date.now()) + steps)

/** Sends a change of one's own account with a session. */
const send = (cookie: string, method: string, path: string, body: object) =>
  fetch(`${url}/api/staff/account/${path}`, {
    method,
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const cookieOf = (response: Response) => response.headers.get('set-cookie')!.split(';')[0]!
const enters = async (cookie: string) => (await fetch(`${url}/api/staff/questions`, { headers: { cookie } })).status
const enter = (name: string, code?: string) => post(`${url}/staff/login`, { name, password, ...(code && { code }) })

async function person(name: string) {
  await addAccount(db, name, password, 'reviewer')
  return signIn(url, name)
}

/** Somebody with a second factor whose last code was taken a step ago. */
async function withFactor(name: string) {
  const cookie = await person(name)
  const secret = drawSecret()
  const added = await send(cookie, 'PUT', 'second-factor', { current: password, secret, code: codeIn(secret, -1) })
  expect(added.status).toBe(204)
  return { secret, cookie: cookieOf(added), before: cookie }
}

describe('who has a second factor', () => {
  test('gets in with the password and a code that holds now, each once', async () => {
    const { secret } = await withFactor('小吴')
    const needed = await enter('小吴')
    expect(needed.status).toBe(401)
    expect((await jsonOf(needed)).detail).toContain('请连同六位验证码')
    expect((await jsonOf(await enter('小吴', '000000'))).detail).toBe('账号、密码或验证码不对。')
    const code = codeIn(secret)
    expect((await enter('小吴', code)).status).toBe(204)
    expect((await enter('小吴', code)).status).toBe(401)
    expect((await enter('小吴', codeIn(secret, 1))).status).toBe(204)
  })

  test('of several who send one code at once lets in one', async () => {
    const { secret } = await withFactor('小郑')
    const code = codeIn(secret)
    const statuses = await Promise.all([1, 2, 3].map(async () => (await enter('小郑', code)).status))
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
  })

  test('is not told apart from others by whoever does not know the password', async () => {
    await withFactor('小冯')
    const answers = []
    for (const name of ['小冯', '没有这个人'])
      answers.push(await (await post(`${url}/staff/login`, { name, password: 'wrong password' })).text())
    expect(answers[0]).toBe(answers[1])
  })

  test('is out everywhere else once it is on, and goes on here', async () => {
    const { cookie, before } = await withFactor('小陈')
    expect([await enters(before), await enters(cookie)]).toEqual([401, 200])
  })

  test('switches it off with password and code, and an administrator without', async () => {
    const { secret, cookie } = await withFactor('小褚')
    expect((await send(cookie, 'POST', 'second-factor/off', { current: password, code: '000000' })).status).toBe(403)
    const off = await send(cookie, 'POST', 'second-factor/off', { current: password, code: codeIn(secret) })
    expect(off.status).toBe(204)
    expect((await enter('小褚')).status).toBe(204)

    await withFactor('小卫')
    const path = `/api/staff/accounts/${encodeURIComponent('小卫')}`
    const change = { version: 2, hasSecondFactor: false }
    expect((await as('admin', 'PATCH', path, { body: change })).status).toBe(200)
    expect((await enter('小卫')).status).toBe(204)
  })
})

describe('a second factor is not put on', () => {
  const wrong: [string, (secret: string) => object, number][] = [
    ['without the password', (secret) => ({ current: 'wrong password', secret, code: codeIn(secret) }), 403],
    ['with a code of another secret', (secret) => ({ current: password, secret, code: codeIn(drawSecret()) }), 400],
    ['with a secret that none is', () => ({ current: password, secret: 'abc', code: '123456' }), 400],
  ]
  test.each(wrong)('%s', async (title, body, status) => {
    const name = `小${title.length}`
    const cookie = await person(name)
    expect((await send(cookie, 'PUT', 'second-factor', body(drawSecret()))).status).toBe(status)
    expect((await enter(name)).status).toBe(204)
  })

  test('over another one', async () => {
    const { cookie } = await withFactor('小蒋')
    const secret = drawSecret()
    const again = await send(cookie, 'PUT', 'second-factor', { current: password, secret, code: codeIn(secret) })
    expect(again.status).toBe(400)
  })
})

describe("one's own password", () => {
  test('is changed with the old one, ends all other sessions, and the new one holds', async () => {
    const cookie = await person('小沈')
    const other = await signIn(url, '小沈')
    const change = { current: password, password: 'tulip-canoe-93' }
    const changed = await send(cookie, 'PUT', 'password', change)
    expect(changed.status).toBe(204)
    expect([await enters(cookie), await enters(other), await enters(cookieOf(changed))]).toEqual([401, 401, 200])
    expect((await enter('小沈')).status).toBe(401)
    expect(await signIn(url, '小沈', 'tulip-canoe-93')).toContain('=')
  })

  const refused: [string, object, number, string][] = [
    ['the old one is wrong', { current: 'no idea at all', password: 'tulip-canoe-93' }, 403, '现在的密码或验证码不对'],
    ['the new one is among the commonest', { current: password, password: '12345678' }, 400, '太容易猜到'],
    ['the new one is short', { current: password, password: 'short' }, 400, '至少要8个字符'],
    ['nothing changes', { current: password, password }, 400, '一样'],
  ]
  test.each(refused)('stays when %s', async (_title, body, status, reason) => {
    const name = `小${status}${reason.length}`
    const cookie = await person(name)
    const response = await send(cookie, 'PUT', 'password', body)
    expect(response.status).toBe(status)
    expect((await jsonOf(response)).detail).toContain(reason)
    expect((await enter(name)).status).toBe(204)
  })

  test('is not guessed at by who has only the session', async () => {
    const cookie = await person('小韩')
    const guess = () => send(cookie, 'PUT', 'password', { current: 'a guess at it', password: 'tulip-canoe-93' })
    const statuses: number[] = []
    for (let at = 0; at < 7; at++) statuses.push((await guess()).status)
    expect(statuses.slice(0, 5)).toEqual([403, 403, 403, 403, 403])
    expect(statuses.slice(5)).toEqual([429, 429])
  })
})

test('in a browser: the second factor is put on with the key that the page shows, and asked for at the next time', async () => {
  await addAccount(db, '小杨', password, 'editor')
  const { page, faults } = await openPage(await openBrowser(), `${url}/staff/login`)
  const fill = async (code?: string) => {
    await page.getByLabel('账号').fill('小杨')
    await page.getByLabel('密码').fill(password)
    if (code !== undefined) await page.getByLabel('六位验证码').fill(code)
    await page.getByRole('button', { name: '登录' }).click()
  }
  await fill()
  await page.waitForURL(`${url}/staff`)
  await page.getByRole('link', { name: '我的账号' }).click()
  const secret = (await page.locator('.secret').innerText()).replaceAll(' ', '')
  const image = page.getByAltText('二维码')
  expect(await image.evaluate((shown) => (shown as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(
    0,
  )
  const [, drawn = ''] = (await image.getAttribute('src'))!.split('base64,')
  expect(Buffer.from(drawn, 'base64').toString()).toBe(renderSVG(addressOf(secret, '小杨'), { ecc: 'M', border: 4 }))
  const form = page.locator('form', { has: page.getByRole('button', { name: '打开两步验证' }) })
  await form.getByLabel('现在的密码').fill(password)
  await form.getByLabel('六位验证码').fill('000000')
  await form.getByRole('button').click()
  await form.getByText('验证码不对').waitFor()
  await form.getByLabel('六位验证码').fill(codeIn(secret, -1))
  await form.getByRole('button').click()
  await page.getByText('已打开').waitFor()
  await page.getByRole('button', { name: '退出' }).click()
  await fill()
  await page.getByText('请连同六位验证码').waitFor()
  await fill(codeIn(secret))
  await page.waitForURL(`${url}/staff`)
  // The browser notes what was refused: the wrong code, the missing one.
  expect(faults).toEqual([expect.stringContaining('400'), expect.stringContaining('401')])
})
