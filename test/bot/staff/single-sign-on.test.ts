import { createServer, type AddressInfo } from 'node:net'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import { openSingleSignOn, type SingleSignOnOptions } from '../../../services/staff/single-sign-on.ts'
import { openBrowser } from '../../support/browser.ts'
import { openPage } from '../../support/chat-page.ts'
import { client, startProvider, type Spoilt } from '../../support/oidc/provider.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

vi.setConfig({ testTimeout: 60_000 })

const { assistant, url: plainUrl, as } = await staffApp()
const { db } = assistant
const provider = await startProvider()
afterAll(provider.close)

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The console with the organisation's sign-in beside passwords. */
async function start(more: Partial<SingleSignOnOptions> = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const singleSignOn = openSingleSignOn({
    issuer: provider.issuer,
    clientId: client.id,
    clientSecret: client.secret,
    scope: 'openid profile',
    nameClaim: 'preferred_username',
    roleClaim: 'groups',
    roles: [
      { role: 'admin', value: 'leaders' },
      { role: 'editor', value: 'office' },
      { role: 'editor', value: 'patents' },
    ],
    returnTo: `${url}/staff/sso/callback`,
    ...more,
  })
  const log: string[] = []
  const { services } = assistant
  const app = buildApp(
    { ...services, staff: { ...services.staff!, singleSignOn } },
    { log: { write: (line) => void log.push(line) } },
  )
  await app.listen({ host: '127.0.0.1', port })
  afterAll(() => app.close())
  return { url, log }
}

const { url, log } = await start()
const cookieOf = (response: Response, name: string) =>
  response.headers
    .getSetCookie()
    .find((one) => one.startsWith(`${name}=`))
    ?.split(';')[0]
const go = (address: string, cookie = '') => fetch(address, { headers: { cookie }, redirect: 'manual' })

/** Leaves for the provider and comes back to the address that it sends the browser to. */
async function leave(from = url) {
  const left = await go(`${from}/staff/sso`)
  const there = await go(left.headers.get('location')!)
  return { cookie: cookieOf(left, 'zhixun-sso')!, back: there.headers.get('location')! }
}

async function come(from = url) {
  const { cookie, back } = await leave(from)
  const response = await go(back, cookie)
  return { status: response.status, session: cookieOf(response, 'zhixun-staff'), page: await response.text() }
}

const zhang = { sub: 'z-1', preferred_username: '张敏', groups: ['office', 'everybody'] }
const accounts = () =>
  db.selectFrom('staff_account').select(['name', 'role', 'password']).where('identity', 'is not', null).execute()

afterEach(async () => {
  Object.assign(provider, { spoil: undefined, isDown: false, outsideToken: {} })
  await db.deleteFrom('staff_account').where('identity', 'is not', null).execute()
})

test('whoever the organisation knows comes in with the role of their group, under an account without a password', async () => {
  provider.person = zhang
  const { status, session } = await come()
  expect(status).toBe(200)
  const listed = await fetch(`${url}/api/staff/questions`, { headers: { cookie: session! } })
  expect(listed.status).toBe(200)
  expect((await fetch(`${url}/api/staff/audit`, { headers: { cookie: session! } })).status).toBe(403)
  expect(await accounts()).toEqual([{ name: '张敏', role: 'editor', password: null }])
})

test('a browser gets to the console by a press on the sign-in page, whose password form still works', async () => {
  provider.person = zhang
  const { page, faults } = await openPage(await openBrowser(), `${url}/staff`)
  await page.getByRole('link', { name: '用单位账号登录' }).click()
  await page.getByRole('link', { name: 'Continue' }).click()
  await page.waitForURL(`${url}/staff`)
  expect(await page.locator('h1').innerText()).toBe('概况')
  await page.getByRole('button', { name: '退出' }).click()
  await page.getByLabel('账号', { exact: true }).fill(people.editor)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  expect(faults).toEqual([])
})

test('at each time the role is what the organisation says, the highest of several, and none ends what was open', async () => {
  provider.person = zhang
  const { session } = await come()
  provider.person = { ...zhang, groups: ['office', 'leaders'] }
  await come()
  expect(await accounts()).toMatchObject([{ name: '张敏', role: 'admin' }])
  provider.person = { ...zhang, groups: ['everybody'] }
  const refused = await come()
  expect([refused.status, refused.session]).toEqual([403, undefined])
  expect(refused.page).toContain('没有审核后台的权限')
  expect((await fetch(`${url}/api/staff/questions`, { headers: { cookie: session! } })).status).toBe(401)
})

test('names and groups that only userinfo tells are read there, and claims within claims', async () => {
  const other = await start({ roleClaim: 'realm_access.roles' })
  provider.person = { sub: 'z-2' }
  provider.outsideToken = { preferred_username: 'li.na@bureau.example', realm_access: { roles: ['patents'] } }
  expect((await come(other.url)).status).toBe(200)
  expect(await accounts()).toMatchObject([{ name: 'li.na-bureau.example', role: 'editor' }])
})

test('an account with a password is never taken over by somebody of the same name', async () => {
  provider.person = { sub: 'z-3', preferred_username: people.admin, groups: ['leaders'] }
  const { status, session, page } = await come()
  expect([status, session]).toEqual([403, undefined])
  expect(page).toContain('已有同名的账号')
})

test('a disabled account stays out, and its role can only be changed where it comes from', async () => {
  provider.person = zhang
  await come()
  const path = `/api/staff/accounts/${encodeURIComponent('张敏')}`
  expect((await as('admin', 'PATCH', path, { body: { version: 1, role: 'admin' } })).status).toBe(400)
  expect((await as('admin', 'PATCH', path, { body: { version: 1, password: 'quite another one' } })).status).toBe(400)
  expect((await as('admin', 'PATCH', path, { body: { version: 1, isDisabled: true } })).status).toBe(200)
  expect(await come()).toMatchObject({ status: 403, session: undefined })
})

describe('an answer is refused', () => {
  const spoilt: Spoilt[] = ['nonce', 'issuer', 'audience', 'expired', 'signature', 'other person at userinfo']
  test.each(spoilt)('with a wrong %s', async (spoil) => {
    provider.person = zhang
    provider.spoil = spoil
    const { status, session } = await come()
    expect([status, session]).toEqual([400, undefined])
    expect(await accounts()).toEqual([])
    expect(log.filter((line) => line.includes('single sign-on failed')).at(-1)).toMatch(/"reason":"\S/)
  })

  test('to nobody who left from this browser, or to somebody who left from another', async () => {
    provider.person = zhang
    const [mine, theirs] = [await leave(), await leave()]
    const before = provider.exchanged
    for (const cookie of ['', theirs.cookie, mine.cookie.slice(0, -3)]) {
      const response = await go(mine.back, cookie)
      expect([response.status, cookieOf(response, 'zhixun-staff')]).toEqual([400, undefined])
    }
    expect(provider.exchanged).toBe(before)
  })

  test('the second time, and with a verifier that is not of its challenge', async () => {
    provider.person = zhang
    const { cookie, back } = await leave()
    expect((await go(back, cookie)).status).toBe(200)
    expect((await go(back, cookie)).status).toBe(400)
    const [one, other] = [await leave(), await leave()]
    const crossed = new URL(one.back)
    crossed.searchParams.set('code', new URL(other.back).searchParams.get('code')!)
    expect((await go(crossed.href, one.cookie)).status).toBe(400)
  })

  test('that says no', async () => {
    const { cookie, back } = await leave()
    const state = new URL(back).searchParams.get('state')!
    const no = `${url}/staff/sso/callback?error=access_denied&state=${encodeURIComponent(state)}`
    expect((await go(no, cookie)).status).toBe(400)
  })
})

test('while the provider is away it is said so, passwords go on, and when it is back it is asked again', async () => {
  const other = await start()
  provider.person = zhang
  provider.isDown = true
  const left = await go(`${other.url}/staff/sso`)
  expect(left.status).toBe(503)
  expect(await left.text()).toContain('暂时连不上单位登录')
  const body = JSON.stringify({ name: people.editor, password })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${other.url}/staff/login`, { method: 'POST', headers, body })).status).toBe(204)
  provider.isDown = false
  expect((await come(other.url)).status).toBe(200)
})

test('cookies travel over https alone where people come back over https', async () => {
  const other = await start({ returnTo: 'https://zhixun.example/staff/sso/callback' })
  const left = await go(`${other.url}/staff/sso`)
  expect(left.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
})

test('where none is configured there is no way to it', async () => {
  expect(await (await fetch(`${plainUrl}/staff/login`)).text()).not.toContain('单位账号')
  for (const path of ['/staff/sso', '/staff/sso/callback?code=1']) expect((await go(plainUrl + path)).status).toBe(401)
})
