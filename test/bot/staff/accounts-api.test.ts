import { describe, expect, test, vi } from 'vitest'
import { addAccount } from '../../../services/staff/accounts.ts'
import { changeRole, removeAccount, setDisabled } from '../../../services/staff/change-account.ts'
import { openBrowser } from '../../support/browser.ts'
import { openPage } from '../../support/chat-page.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, people, signIn, staffApp } from '../../support/staff-app.ts'

vi.setConfig({ testTimeout: 120_000 })

const { assistant, url, as } = await staffApp()
const { db } = assistant
const pathOf = (name: string) => `/api/staff/accounts/${encodeURIComponent(name)}`
const patch = (name: string, body: object) => as('admin', 'PATCH', pathOf(name), { body })
const remove = (name: string, version: number) => as('admin', 'DELETE', `${pathOf(name)}?version=${version}`)
const enters = async (cookie: string) => (await fetch(`${url}/api/staff/questions`, { headers: { cookie } })).status
const actionsOn = async (name: string) => {
  const { changes } = await jsonOf(await as('admin', 'GET', '/api/staff/audit'))
  return (changes as { subject: string; action: string; who: string }[])
    .filter(({ subject }) => subject === `account:${name}`)
    .map(({ action, who }) => `${action} ${who}`)
}

test('an administrator makes an account, changes its role, keeps it out, lets it in and deletes it', async () => {
  const made = await as('admin', 'POST', '/api/staff/accounts', { body: { name: '小钱', password, role: 'reviewer' } })
  expect(made.status).toBe(201)
  expect(await jsonOf(made)).toMatchObject({ name: '小钱', role: 'reviewer', isDisabled: false, version: 1 })
  const first = await signIn(url, '小钱')
  expect(await jsonOf(await patch('小钱', { version: 1, role: 'editor' }))).toMatchObject({
    role: 'editor',
    version: 2,
  })
  expect(await enters(first)).toBe(401)
  const second = await signIn(url, '小钱')
  await patch('小钱', { version: 2, isDisabled: true })
  expect(await enters(second)).toBe(401)
  expect((await post(`${url}/staff/login`, { name: '小钱', password })).status).toBe(401)
  await patch('小钱', { version: 3, isDisabled: false })
  await patch('小钱', { version: 4, password: 'tulip-canoe-93' })
  const third = await signIn(url, '小钱', 'tulip-canoe-93')
  expect((await remove('小钱', 5)).status).toBe(204)
  expect(await enters(third)).toBe(401)
  expect((await patch('小钱', { version: 5, role: 'editor' })).status).toBe(404)
  const changes = (await actionsOn('小钱')).filter((action) => action.startsWith('account-')).toReversed()
  const { admin } = people
  expect(changes).toEqual(
    ['added', 'role', 'disabled', 'enabled', 'password', 'removed'].map((what) => `account-${what} ${admin}`),
  )
})

describe('is refused', () => {
  const bad: [object, number, string][] = [
    [{ name: '小孙', password: '12345678', role: 'editor' }, 400, '太容易猜到'],
    [{ name: '小孙', password: 'Password1!', role: 'editor' }, 400, '太容易猜到'],
    [{ name: '<b>', password, role: 'editor' }, 400, '账号名'],
    [{ name: people.editor, password, role: 'editor' }, 400, '已经有账号'],
    [{ name: '小孙', password, role: 'king' }, 400, ''],
  ]
  test.each(bad)('a new account %j', async (body, status, reason) => {
    const response = await as('admin', 'POST', '/api/staff/accounts', { body })
    expect(response.status).toBe(status)
    expect((await jsonOf(response)).detail).toContain(reason)
  })

  test('a change of two things at once, of nothing, and what was made from an older version, with both texts', async () => {
    await addAccount(db, '小李', password, 'reviewer')
    expect((await patch('小李', { version: 1, role: 'editor', isDisabled: true })).status).toBe(400)
    expect((await patch('小李', { version: 1 })).status).toBe(400)
    await patch('小李', { version: 1, role: 'editor' })
    const late = await patch('小李', { version: 1, password: 'tulip-canoe-93' })
    expect(late.status).toBe(409)
    const problem = await jsonOf(late)
    expect(problem).toMatchObject({ stored: { role: 'editor', version: 2 }, submitted: { version: 1 } })
    expect(JSON.stringify(problem)).not.toContain('tulip')
    expect((await remove('小李', 1)).status).toBe(409)
  })

  const writes: [string, string, object | undefined][] = [
    ['GET', '/api/staff/accounts', undefined],
    ['GET', '/staff/accounts', undefined],
    ['POST', '/api/staff/accounts', { name: '小周二', password, role: 'admin' }],
    ['PATCH', pathOf(people.editor), { version: 1, role: 'admin' }],
    ['DELETE', `${pathOf(people.admin)}?version=1`, undefined],
  ]
  test.each(writes)('%s %s by whoever is no administrator', async (method, path, body) => {
    for (const role of ['reviewer', 'editor'] as const)
      expect((await as(role, method, path, body ? { body } : {})).status).toBe(403)
  })
})

describe('the last administrator', () => {
  const ends: [string, () => Promise<Response>][] = [
    ['is not given another role', () => patch(people.admin, { version: 1, role: 'editor' })],
    ['is not disabled', () => patch(people.admin, { version: 1, isDisabled: true })],
    ['is not deleted', () => remove(people.admin, 1)],
  ]
  test.each(ends)('%s, though there is a disabled one', async (_title, end) => {
    await db.deleteFrom('staff_account').where('name', '=', '副主任').execute()
    await addAccount(db, '副主任', password, 'admin')
    await setDisabled(db, '副主任', true)
    const response = await end()
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).detail).toContain('最后一个能用的管理账号')
  })

  test('stays when two are taken away at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await db.deleteFrom('staff_account').where('name', '=', '副主任').execute()
      await addAccount(db, '副主任', password, 'admin')
      const ways = [
        (name: string) => changeRole(db, name, 'editor'),
        (name: string) => setDisabled(db, name, true),
        (name: string) => removeAccount(db, name),
      ]
      const way = ways[round % ways.length]!
      // That of the console goes last, so that there is somebody left to ask.
      const done = await Promise.allSettled([changeRole(db, people.admin, 'reviewer'), way('副主任')])
      expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
      await db.updateTable('staff_account').set({ role: 'admin' }).where('name', '=', people.admin).execute()
    }
  })
})

test('in a browser: an account is made, given a role and deleted, and what is refused is told beside it', async () => {
  const { page, faults } = await openPage(await openBrowser(), `${url}/staff/login`)
  await page.getByLabel('账号').fill(people.admin)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.getByRole('link', { name: '账号', exact: true }).click()
  const adding = page.locator('#add-account')
  await adding.getByLabel('账号名').fill('新来的')
  await adding.getByLabel('初始密码').fill('12345678')
  await adding.getByRole('button', { name: '建立' }).click()
  await adding.getByText('这个密码太容易猜到').waitFor()
  await adding.getByLabel('初始密码').fill(password)
  await adding.getByRole('button', { name: '建立' }).click()
  const entry = page.locator('[data-account="新来的"]')
  await entry.getByText('更改 新来的').click()
  await entry.getByLabel('角色').selectOption('reviewer')
  await entry.getByRole('button', { name: '更改角色' }).click()
  await entry.locator('.status').getByText('审核').waitFor()
  await entry.getByText('更改 新来的').click()
  await entry.getByRole('button', { name: '删除' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).and(page.locator('#confirm-yes')).click()
  await entry.waitFor({ state: 'detached' })
  expect(faults).toEqual([expect.stringContaining('400')])
})
