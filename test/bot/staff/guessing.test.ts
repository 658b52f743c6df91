import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../../../bot/app.ts'
import { changePassword } from '../../../services/staff/change-account.ts'
import { queueLimits } from '../../../services/staff/guess-queue.ts'
import { signInLimits } from '../../../services/staff/sign-in-limits.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

// Real processes and real passwords take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const { assistant, url, as } = await staffApp()
const { db } = assistant

/** Tries to sign in from an address, as a proxy on this machine passes it on. */
const attempt = (address: string, name: string, secret: string, at = url) =>
  post(`${at}/staff/login`, { name, password: secret }, { 'x-forwarded-for': address })
const statusOf = async (...given: Parameters<typeof attempt>) => (await attempt(...given)).status

/** Failures that lie behind: with one name from so many addresses, or with so many names from one address. */
const failed = (rows: { name_hash: string; address_hash: string }[]) =>
  db.insertInto('login_failure').values(rows).execute()
const sameHashes = async (name: string, address: string) => {
  await db.deleteFrom('login_failure').execute()
  await attempt(address, name, 'wrong password')
  return db.selectFrom('login_failure').select(['name_hash', 'address_hash']).executeTakeFirstOrThrow()
}

describe('an outsider keeps nobody out', () => {
  test('with any number of failures elsewhere, of one name or of many', async () => {
    const { name_hash, address_hash } = await sameHashes(people.editor, '198.51.100.1')
    await failed(Array.from({ length: 200 }, (_, at) => ({ name_hash, address_hash: `elsewhere ${at}` })))
    await failed(Array.from({ length: 200 }, (_, at) => ({ name_hash: `name ${at}`, address_hash })))
    expect(await statusOf('198.51.100.1', people.editor, password)).toBe(429)
    expect(await statusOf('192.0.2.1', people.editor, password)).toBe(204)
    expect(await statusOf('192.0.2.2', people.reviewer, password)).toBe(204)
  })

  test('who has signed in from an address before is not kept waiting by other names that fail there', async () => {
    expect(await statusOf('203.0.113.1', people.reviewer, password)).toBe(204)
    const { address_hash } = await sameHashes('不在', '203.0.113.1')
    await failed(Array.from({ length: 60 }, (_, at) => ({ name_hash: `name ${at}`, address_hash })))
    expect(await statusOf('203.0.113.1', people.editor, password)).toBe(429)
    expect(await statusOf('203.0.113.1', people.reviewer, password)).toBe(204)
    await changePassword(db, people.reviewer, password)
    expect(await statusOf('203.0.113.1', people.reviewer, password)).toBe(429)
  })

  test('addresses of one IPv6 network count as one', async () => {
    await db.deleteFrom('login_failure').execute()
    for (let at = 0; at < signInLimits.nameAndAddress; at++)
      expect(await statusOf(`2001:db8:7:7::${at}`, people.editor, 'wrong password')).toBe(401)
    expect(await statusOf('2001:db8:7:7:1:2:3:4', people.editor, password)).toBe(429)
    expect(await statusOf('2001:db8:7:8::1', people.editor, password)).toBe(204)
  })
})

test('failures with one name from many addresses slow down those who come from elsewhere, and no longer than the limit', async () => {
  await db.deleteFrom('login_failure').execute()
  expect(await statusOf('192.0.2.50', people.editor, password)).toBe(204)
  const { name_hash } = await sameHashes(people.editor, '198.51.100.1')
  await failed(Array.from({ length: 500 }, (_, at) => ({ name_hash, address_hash: `elsewhere ${at}` })))
  const began = performance.now()
  const [known, unknown] = await Promise.all(
    ['192.0.2.50', '192.0.2.51'].map(async (address) => {
      const status = await statusOf(address, people.editor, password)
      return { status, ms: performance.now() - began }
    }),
  )
  expect([known!.status, unknown!.status]).toEqual([204, 204])
  expect(unknown!.ms).toBeGreaterThan(signInLimits.longestDelayMs)
  expect(known!.ms).toBeLessThan(unknown!.ms)
})

test('what fails at one process counts at the other', async () => {
  await db.deleteFrom('login_failure').execute()
  const other = buildApp(assistant.services, { log: false })
  const otherUrl = await other.listen({ host: '127.0.0.1', port: 0 })
  onTestFinished(() => other.close())
  for (let at = 0; at < signInLimits.nameAndAddress; at++)
    expect(await statusOf('198.51.100.9', people.editor, 'wrong password', at % 2 ? url : otherUrl)).toBe(401)
  expect(await statusOf('198.51.100.9', people.editor, password, otherUrl)).toBe(429)
  expect(await statusOf('198.51.100.9', people.editor, password)).toBe(429)
})

describe('a flood of guesses', () => {
  test('from everywhere neither stalls the rest nor keeps waiting who comes from where they always do', async () => {
    await db.deleteFrom('login_failure').execute()
    expect(await statusOf('192.0.2.60', people.editor, password)).toBe(204)
    let answered = 0
    const flood = Array.from({ length: queueLimits.waiting + 10 }, async (_, at) => {
      const status = await statusOf(`198.51.${at % 100}.${at}`, `nobody${at}`, 'wrong password')
      if (status === 401) answered++
      return status
    })
    await expect.poll(() => answered, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await statusOf('192.0.2.60', people.editor, password)).toBe(204)
    expect(answered).toBeLessThan(queueLimits.waiting)
    const statuses = await Promise.all(flood)
    expect(new Set(statuses)).toEqual(new Set([401, 429]))
  })

  test('from one network keeps nobody out who comes from another for the first time', async () => {
    await db.deleteFrom('login_failure').execute()
    let at = 0
    let isOver = false
    const flood = Array.from({ length: queueLimits.waiting * 2 }, async () => {
      while (!isOver) await statusOf(`2001:db8:48:${(at++).toString(16)}::1`, `no one ${at}`, 'wrong password')
    })
    await expect.poll(() => at, { timeout: 20_000, interval: 20 }).toBeGreaterThan(100)
    const status = await statusOf('203.0.113.201', people.editor, password)
    isOver = true
    await Promise.all(flood)
    expect(status).toBe(204)
  })

  test('from one address waits in a short line of its own', async () => {
    await db.deleteFrom('login_failure').execute()
    const flood = Array.from({ length: 30 }, (_, at) => statusOf('198.51.100.200', `no one ${at}`, 'wrong password'))
    const statuses = await Promise.all(flood)
    expect(statuses.filter((status) => status === 401).length).toBeLessThan(20)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(10)
  })
})

describe('the audit log has a failure to sign in', () => {
  const changes = async () =>
    (await jsonOf(as('admin', 'GET', '/api/staff/audit'))).changes as Record<string, unknown>[]

  test('with the account that it was tried with', async () => {
    await db.deleteFrom('login_failure').execute()
    await attempt('198.51.100.77', people.reviewer, 'wrong password')
    expect((await changes())[0]).toMatchObject({
      who: people.reviewer,
      action: 'sign-in-failed',
      subject: `account:${people.reviewer}`,
      after: { failures: 1, source: expect.stringMatching(/^[\w-]{8}$/) },
    })
  })

  test('without what was typed where no account has that name, for it may be a password', async () => {
    await attempt('198.51.100.77', '我的密码是芝麻开门', 'x')
    expect((await changes())[0]).toMatchObject({ who: '未知账号', action: 'sign-in-failed', subject: 'account:?' })
    expect(JSON.stringify(await db.selectFrom('audit').selectAll().execute())).not.toContain('芝麻')
    const page = await (await as('admin', 'GET', '/staff/audit')).text()
    expect(page).toContain('登录失败')
    expect(page).not.toContain('芝麻')
  })

  test('and is not buried by a flood', async () => {
    const { name_hash } = await sameHashes(people.editor, '198.51.100.1')
    await failed(Array.from({ length: 130 }, (_, at) => ({ name_hash, address_hash: `elsewhere ${at}` })))
    const count = async () => (await db.selectFrom('audit').select('id').execute()).length
    const before = await count()
    await attempt('203.0.113.77', people.editor, 'wrong password')
    expect(await count()).toBe(before)
  })
})
