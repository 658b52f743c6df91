import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import type { AppOptions } from '../../../bot/app-options.ts'
import { addAccount } from '../../../services/staff/accounts.ts'
import { changePassword, setDisabled } from '../../../services/staff/change-account.ts'
import { signInLimits } from '../../../services/staff/sign-in-limits.ts'
import { sessionHours } from '../../../services/staff/sessions.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, people, signIn, staffApp } from '../../support/staff-app.ts'

const { assistant, url, as } = await staffApp()
const { db } = assistant
const forgive = () => db.deleteFrom('login_failure').execute()
const enters = async (cookie: string) => (await fetch(`${url}/api/staff/questions`, { headers: { cookie } })).status

describe('the cookie of a session', () => {
  test('is out of reach for scripts and other sites, and ends', async () => {
    const response = await post(`${url}/staff/login`, { name: people.editor, password })
    expect(response.status).toBe(204)
    const cookie = response.headers.get('set-cookie')!
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Strict/)
    expect(cookie).toMatch(/; Path=\//)
    expect(cookie).toMatch(/; Max-Age=\d+/)
    expect(cookie).not.toMatch(/; Secure/)
  })

  test('travels over https alone where the console is served over https', async () => {
    const cases: [AppOptions, Record<string, string>][] = [
      [{ trustProxy: 1 }, { 'x-forwarded-proto': 'https' }],
      [{}, { host: 'zhixun.example', origin: 'https://zhixun.example' }],
    ]
    for (const [options, headers] of cases) {
      const app = buildApp(assistant.services, { log: false, ...options })
      onTestFinished(() => app.close())
      const payload = { name: people.editor, password }
      const response = await app.inject({ method: 'POST', url: '/staff/login', headers, payload })
      expect(response.headers['set-cookie']).toMatch(/; Secure/)
    }
  })

  test('is worth nothing when it is changed, or signed by another secret', async () => {
    const cookie = await signIn(url, people.editor)
    expect(await enters(cookie)).toBe(200)
    const last = cookie.at(-1) === 'A' ? 'B' : 'A'
    expect(await enters(cookie.slice(0, -2) + last + last)).toBe(401)
    const other = buildApp(
      { ...assistant.services, staff: { ...assistant.services.staff!, sessionSecret: 'x'.repeat(32) } },
      { log: false },
    )
    onTestFinished(() => other.close())
    expect((await other.inject({ url: '/api/staff/questions', headers: { cookie } })).statusCode).toBe(401)
  })

  test('does not stand in the database', async () => {
    const cookie = await signIn(url, people.editor)
    const rows = await db.selectFrom('staff_session').select('hash').execute()
    const id = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ hash }) => hash)).not.toContain(id)
  })
})

describe('a session is over', () => {
  const ends: [string, (cookie: string) => Promise<unknown>][] = [
    [
      'when its owner leaves',
      (cookie) => fetch(`${url}/staff/logout`, { method: 'POST', headers: { cookie }, redirect: 'manual' }),
    ],
    [
      `after ${sessionHours.idle} hours without a request`,
      () =>
        sql`update staff_session set seen_at = now() - make_interval(hours => ${sessionHours.idle}) where account = '小赵'`.execute(
          db,
        ),
    ],
    [
      `after ${sessionHours.longest} hours in any case`,
      () =>
        sql`update staff_session set begun_at = now() - make_interval(hours => ${sessionHours.longest}) where account = '小赵'`.execute(
          db,
        ),
    ],
    ['when its account is disabled', () => setDisabled(db, '小赵', true)],
    ['when its password is changed', () => changePassword(db, '小赵', 'another password')],
  ]
  test.each(ends)('%s', async (_title, end) => {
    await db.deleteFrom('staff_account').where('name', '=', '小赵').execute()
    await addAccount(db, '小赵', password, 'reviewer')
    const cookie = await signIn(url, '小赵')
    expect(await enters(cookie)).toBe(200)
    await end(cookie)
    expect(await enters(cookie)).toBe(401)
  })

  test('and a disabled account gets no other', async () => {
    await setDisabled(db, '小赵', true)
    expect((await post(`${url}/staff/login`, { name: '小赵', password: 'another password' })).status).toBe(401)
    await forgive()
  })
})

describe('who fails to sign in', () => {
  test('is told the same of a wrong password and of a name that is not there, after as long', async () => {
    const took: number[] = []
    const answers: string[] = []
    for (const name of [people.admin, '没有这个人']) {
      const began = performance.now()
      const response = await post(`${url}/staff/login`, { name, password: 'wrong password' })
      took.push(performance.now() - began)
      answers.push(`${response.status} ${await response.text()}`)
    }
    await forgive()
    expect(answers[0]).toBe(answers[1])
    expect(answers[0]).toContain('账号或密码不对')
    expect(Math.min(...took)).toBeGreaterThan(Math.max(...took) / 3)
  })

  test('too often has to wait even with the right password, each time longer, and only with this name', async () => {
    const attempt = (secret: string) => post(`${url}/staff/login`, { name: people.reviewer, password: secret })
    await attempt('wrong password')
    const failure = await db.selectFrom('login_failure').select(['name_hash', 'address_hash']).executeTakeFirstOrThrow()
    const { nameAndAddress: free, firstSeconds, longestSeconds, minutes } = signInLimits
    const failures: [count: number, seconds: number][] = [
      [free, firstSeconds],
      [free + 1, firstSeconds * 2],
      [free + 3, firstSeconds * 8],
      [free + 30, longestSeconds],
    ]
    for (const [count, seconds] of failures) {
      await forgive()
      await db
        .insertInto('login_failure')
        .values(Array.from({ length: count }, () => failure))
        .execute()
      const refused = await attempt(password)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(seconds)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(seconds / 2)
      expect((await jsonOf(refused)).detail).toMatch(/^尝试次数过多，请\d+(秒|分钟)后再试。$/)
    }
    expect((await post(`${url}/staff/login`, { name: people.editor, password })).status).toBe(204)
    await sql`update login_failure set failed_at = failed_at - make_interval(secs => ${longestSeconds})`.execute(db)
    expect((await attempt(password)).status).toBe(204)
    expect(await db.selectFrom('login_failure').select('id').execute()).toEqual([])
    expect(minutes * 60).toBeGreaterThan(longestSeconds)
  })

  test('with many guesses at once is not let through by their number', async () => {
    const guesses = Array.from({ length: 12 }, () => post(`${url}/staff/login`, { name: '没有', password: 'a guess' }))
    const statuses = (await Promise.all(guesses)).map(({ status }) => status)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0)
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true)
    await forgive()
  }, 60_000)

  const bad = [
    {},
    { name: '老陈' },
    { name: '老陈', password: '' },
    { name: 1, password: 'x' },
    { name: 'a', password: 'b', role: 'admin' },
  ]
  test.each(bad.map((body) => [body]))('with %j gets 400 and the place', async (body) => {
    const response = await post(`${url}/staff/login`, body)
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors.length).toBeGreaterThan(0)
  })
})

describe('another site can change nothing', () => {
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: url },
  ]
  const changes: [string, string, unknown][] = [
    ['PATCH', '/api/staff/questions/1', { status: 'dismissed' }],
    ['POST', '/api/staff/faqs', {}],
    ['PUT', '/api/staff/switches', { name: 'web', off: true, reason: '检修' }],
    ['POST', '/staff/logout', undefined],
    ['POST', '/staff/login', { name: people.admin, password }],
  ]
  for (const [method, path, body] of changes) {
    test(`${method} ${path}`, async () => {
      for (const headers of foreign) {
        const response = await as('admin', method, path, {
          ...(body !== undefined && { body }),
          headers,
          redirect: 'manual',
        })
        expect(response.status, JSON.stringify(headers)).toBe(403)
      }
    })
  }

  test('nor by a form, which can send no JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await as('admin', 'POST', '/api/staff/faqs', { headers: form })).status).not.toBe(201)
    const plain = await fetch(`${url}/api/staff/faqs`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    })
    expect([401, 415]).toContain(plain.status)
  })

  test('and a page of our own can', async () => {
    const headers = { 'sec-fetch-site': 'same-origin', origin: url }
    expect(
      (await as('admin', 'PUT', '/api/staff/switches', { body: { name: 'model', off: false }, headers })).status,
    ).toBe(200)
  })
})

describe('what a role may not do is refused', () => {
  const faq = { answer: '可以。', wordings: ['可以吗'], clauses: [{ notice: 'medical-2025', clause: '1.2.1' }] }
  const cases: ['reviewer' | 'editor', string, string, unknown][] = [
    ['reviewer', 'POST', '/api/staff/faqs', faq],
    ['reviewer', 'PATCH', '/api/staff/faqs/1', { answer: '不。' }],
    ['reviewer', 'DELETE', '/api/staff/faqs/1', undefined],
    ['reviewer', 'POST', '/api/staff/faqs/1/undo', undefined],
    ['reviewer', 'POST', '/api/staff/faqs/preview', { ...faq, ask: '可以吗' }],
    ['reviewer', 'PUT', '/api/staff/switches', { name: 'web', off: true, reason: '检修' }],
    ['editor', 'PUT', '/api/staff/switches', { name: 'web', off: true, reason: '检修' }],
    ['editor', 'GET', '/api/staff/audit', undefined],
    ['editor', 'GET', '/staff/switches', undefined],
    ['reviewer', 'GET', '/staff/audit', undefined],
  ]
  test.each(cases)('%s: %s %s', async (role, method, path, body) => {
    const response = await as(role, method, path, body === undefined ? {} : { body })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ status: 403 })
  })
})
