import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { readBackup } from '../../../knowledge/database/backup/read-backup.ts'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrations } from '../../../knowledge/database/migrations/index.ts'
import { jsonOf, post } from '../../support/app.ts'
import { temporaryDirectory, testDatabaseOptions } from '../../support/database.ts'
import type { Said } from '../../support/real-app.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { signIn } from '../../support/staff-app.ts'
import { chatPage } from '../../support/start-command.ts'

// Real processes and real passwords take long on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const directory = temporaryDirectory()
const password = 'as long as it has to be'
const run = async (name: string, env: Record<string, string>, args: string[], input = '') => {
  const { ended, printed } = runCommand(name, env, { args, input })
  return { code: await ended, ...printed }
}
const newDataDir = () => mkdtempSync(join(directory, 'data-'))
const say = async (url: string, message: string, conversation?: string): Promise<Said> =>
  jsonOf(await post(`${url}/api/chat`, { conversation, message }))

/** Either kind where there is a server; a server's backup is restored into the embedded database, and the other way about. */
const ways = process.env.DATABASE_URL
  ? (['server → embedded', 'embedded → server'] as const)
  : (['embedded → embedded'] as const)

describe.each(ways)('%s', (way) => {
  const [source, target] = way.split(' → ')
  const environmentOf = async (kind: string | undefined) =>
    kind === 'server' ? databaseEnvironment(await testDatabaseOptions()) : { DATA_DIR: newDataDir() }

  test('a backup made while people ask is whole, and what is restored of it answers, goes on and lets staff in', async () => {
    const from = await environmentOf(source)
    const to = await environmentOf(target)
    const file = join(directory, `${source}.jsonl.gz`)
    const first = runCommand('start', { ...from, PORT: '0' })
    const [, url = ''] = await first.until(chatPage)
    await run('staff', from, ['add', '王主任', '--password-stdin'], password)
    const { conversation } = await say(url, '2025年运营中心要多少件有效发明专利')
    // People go on asking all the while.
    let isOver = false
    let asked = 0
    const asking = (async () => {
      for (; !isOver; asked += 1) expect((await say(url, '名额呢', conversation)).replies).not.toEqual([])
    })()
    const backup = await run('backup', from, [file])
    isOver = true
    await asking
    expect(backup).toMatchObject({ code: 0, err: '' })
    expect(backup.out).toMatch(/^已备份到 .+：\d+ 张表，\d+ 行，.+，已重读核对\n$/)
    expect(asked).toBeGreaterThan(0)
    expect(readdirSync(from.DATA_DIR!).filter((name) => name.startsWith('snapshot-'))).toEqual([])
    const { manifest, header } = await readBackup(file)
    expect(header.from).toBe(source)
    expect(manifest.tables.turn!.rows).toBeGreaterThan(0)
    expect(manifest.tables.reply!.rows).toBeGreaterThanOrEqual(manifest.tables.turn!.rows)
    // Nobody's data is replaced under a process that uses it.
    const inUse = await run('restore', from, [file, '--replace'])
    expect(inUse).toMatchObject({ code: 1, out: '' })
    expect(inUse.err).toMatch(/停掉/)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0)
    expect(await run('restore', to, [file])).toMatchObject({
      code: 0,
      out: `已恢复 ${rows} 行（${header.madeAt} 的备份），逐表核对无误\n`,
    })
    const again = await run('restore', to, [file])
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toMatch(/数据库里已有数据：.*conversation 1 行.*--replace/s)

    const second = runCommand('start', { ...to, PORT: '0' })
    const [, restored = ''] = await second.until(chatPage)
    const { replies } = await say(restored, '名额呢', conversation)
    expect(replies[0]).toMatchObject({ kind: 'answer', text: expect.stringMatching(/\d/) })
    const cookie = await signIn(restored, '王主任', password)
    const questions = await fetch(`${restored}/api/staff/questions`, { headers: { cookie } })
    expect(questions.status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)
    expect(await run('restore', to, [file, '--replace'])).toMatchObject({ code: 0, err: '' })
  })
})

test('commands say what they take, and what is wrong with a file, in a line', async () => {
  const env = { DATA_DIR: join(directory, 'none') }
  const file = join(directory, 'wrong.gz')
  writeFileSync(file, 'hello')
  for (const [name, args] of [
    ['backup', []],
    ['backup', ['a', 'b']],
    ['restore', []],
    ['restore', ['a', '--what']],
    ['restore', ['a', '--check', '--replace']],
    ['migrate', ['a']],
  ] as const)
    expect(await run(name, env, [...args]), name).toMatchObject({
      code: 64,
      out: '',
      err: expect.stringMatching(/^用法/),
    })
  expect(await run('restore', env, [file])).toEqual({ code: 1, out: '', err: `${file} 不是知询的备份\n` })
  expect(await run('restore', env, [join(directory, 'no.gz')])).toMatchObject({
    code: 1,
    err: expect.stringMatching(/ENOENT.*no\.gz/),
  })
  expect(await run('backup', env, [file])).toEqual({ code: 1, out: '', err: '数据库里还没有数据，没有可以备份的\n' })
  expect(existsSync(env.DATA_DIR)).toBe(false)
  expect(readFileSync(file, 'utf8')).toBe('hello')
})

describe('an upgrade with BACKUP_DIR', () => {
  async function olderDatabase(): Promise<Record<string, string>> {
    const options = await testDatabaseOptions()
    const { db, close } = await openDatabase(options)
    await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateTo('017-chats')
    await sql`insert into conversation (id, channel, state) values ('old', 'web', '{}')`.execute(db)
    await close()
    return databaseEnvironment(options)
  }

  test('is made after a backup, which can be restored, and an upgrade of nothing makes none', async () => {
    const backups = join(directory, 'backups')
    const env = { ...(await olderDatabase()), BACKUP_DIR: backups }
    const upgraded = await run('migrate', env, [])
    expect(upgraded).toMatchObject({ code: 0, err: '' })
    expect(upgraded.out).toMatch(/^升级数据库之前已备份到 .*\n已升级数据库，执行了 \d+ 步\n$/)
    const [name, ...more] = readdirSync(backups)
    expect(more).toEqual([])
    const { header, manifest } = await readBackup(join(backups, name!))
    expect(header.migrations.at(-1)).toBe('017-chats')
    expect(manifest.tables.conversation!.rows).toBe(1)
    expect(await run('migrate', env, [])).toEqual({ code: 0, out: '数据库已经是这个版本\n', err: '' })
    expect(readdirSync(backups)).toEqual([name])
  })

  test('does not happen when the backup can not be made', async () => {
    const blocked = join(directory, 'blocked')
    writeFileSync(blocked, '')
    const env: Record<string, string> = { ...(await olderDatabase()), BACKUP_DIR: join(blocked, 'inside') }
    const { code, err } = await runCommand('start', { ...env, PORT: '0' }).ended.then(async (code) => ({
      code,
      err: (await run('migrate', env, [])).err,
    }))
    expect(code).toBe(1)
    expect(err).toMatch(/^BACKUP_DIR: no backup, so no upgrade: ENOTDIR/)
    const { db, close } = await openDatabase({
      dataDir: env.DATA_DIR!,
      ...(env.DATABASE_URL && { url: env.DATABASE_URL }),
    })
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
      db,
    )
    await close()
    expect(rows).toEqual([{ name: '017-chats' }])
  })
})
