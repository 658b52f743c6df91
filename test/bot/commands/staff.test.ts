import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { testDatabaseOptions } from '../../support/database.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { signIn } from '../../support/staff-app.ts'
import { startCommand } from '../../support/start-command.ts'

// Real processes and real passwords take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const options = await testDatabaseOptions()
const env = databaseEnvironment(options)
const password = 'as long as it has to be'

async function run(args: string[], input = '') {
  const { ended, printed } = startCommand('staff', env, { args, input })
  return { code: await ended, ...printed }
}

describe('on a database of its own', () => {
  test('the first account looks after the others, later ones write answers, and others are as they are told', async () => {
    expect(await run(['add', '王主任', '--password-stdin'], `${password}\n`)).toEqual({
      code: 0,
      out: '已建立账号 王主任（管理，admin）\n',
      err: '',
    })
    expect((await run(['add', 'chen', '--password-stdin'], password)).out).toContain('editor')
    expect((await run(['add', 'zhou', '--password-stdin', '--role', 'reviewer'], password)).out).toContain('reviewer')
    expect((await run(['list'])).out).toBe('chen  editor\nzhou  reviewer\n王主任  admin\n')
  })

  test('roles change, accounts go, and the last administrator stays', async () => {
    await run(['add', 'wu', '--password-stdin'], password)
    expect((await run(['role', 'wu', 'admin'])).out).toBe('wu 的角色已改为管理（admin）\n')
    expect((await run(['role', '王主任', 'editor'])).code).toBe(0)
    const last = '这是最后一个能用的管理账号，先让另一个账号管理\n'
    for (const args of [
      ['role', 'wu', 'editor'],
      ['disable', 'wu'],
      ['remove', 'wu'],
    ])
      expect(await run(args)).toEqual({ code: 1, out: '', err: last })
    await run(['role', '王主任', 'admin'])
    expect((await run(['second-factor', 'wu', '--off'])).out).toBe('已关闭 wu 的两步验证\n')
    expect((await run(['remove', 'wu'])).out).toBe('已删除账号 wu\n')
    expect((await run(['list'])).out).toBe('chen  editor\nzhou  reviewer\n王主任  admin\n')
  })

  const refused: [string[], string, string][] = [
    [['add', 'chen', '--password-stdin'], password, '已经有账号 chen'],
    [['add', 'zhao', '--password-stdin'], 'short', '密码至少要8个字符'],
    [['add', 'zhao', '--password-stdin'], '', '密码至少要8个字符'],
    [['add', 'zhao', '--password-stdin'], '12345678', '这个密码太容易猜到，请换一个'],
    [['password', 'chen', '--password-stdin'], 'chen2026', '这个密码太容易猜到，请换一个'],
    [['add', '<b>', '--password-stdin'], password, '账号名用文字、数字、点、横线，最多50个字'],
    [['disable', 'nobody'], '', '没有账号 nobody'],
    [['role', 'nobody', 'editor'], '', '没有账号 nobody'],
    [['remove', 'nobody'], '', '没有账号 nobody'],
    [['password', 'nobody', '--password-stdin'], password, '没有账号 nobody'],
  ]
  test.each(refused)('%j is refused in a line', async (args, input, reason) => {
    expect(await run(args, input)).toEqual({ code: 1, out: '', err: `${reason}\n` })
  })

  const wrong = [
    [],
    ['add'],
    ['add', 'zhao'],
    ['add', 'zhao', '--password-stdin', '--role', 'king'],
    ['list', 'x', 'y'],
    ['disable'],
    ['role', 'chen'],
    ['role', 'chen', 'king'],
    ['second-factor', 'chen'],
    ['remove', 'chen', '--off'],
    ['constructor', 'chen'],
    ['--what'],
  ]
  test.each(wrong.map((args) => [args]))('%j shows how it is used', async (args) => {
    const { code, out, err } = await run(args)
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toMatch(/^用法：npm run staff -- add NAME --password-stdin/)
  })
})

test('beside a running assistant, which says where the console is, accounts are made and used at once', async () => {
  const { child, until, ended } = runCommand('start', { ...env, PORT: '0' })
  const [, url = ''] = await until(/审核后台 (http:\S+)\/staff/)
  expect(await run(['add', 'sun', '--password-stdin'], password)).toMatchObject({ code: 0, err: '' })
  const cookie = await signIn(url, 'sun', password)
  const status = async () => (await fetch(`${url}/api/staff/questions`, { headers: { cookie } })).status
  expect(await status()).toBe(200)
  expect((await run(['disable', 'sun'])).out).toBe('已停用账号 sun\n')
  expect(await status()).toBe(401)
  const secret = join(options.dataDir, 'session-secret')
  expect(statSync(secret).mode & 0o077).toBe(0)
  const socket = join(options.dataDir, 'staff-socket')
  if (options.url === undefined) expect(statSync(socket).mode & 0o077).toBe(0)
  else expect(existsSync(socket)).toBe(false)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
