import { execFile } from 'node:child_process'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { findNoticeDesk, serveNoticeDesk } from '../../../bot/commands/notice-desk-socket.ts'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { openNoticeDesk } from '../../../knowledge/importing/notice-desk.ts'
import { localEmbedder } from '../../../knowledge/indexing/embedder.ts'
import { loadNotices, noticesFolder } from '../../../knowledge/load-notices.ts'
import { docxOf } from '../../knowledge/importing/docx-file.ts'
import { shenjiangFile, shenjiangLines } from '../../knowledge/importing/shenjiang.ts'
import { temporaryDirectory, testDatabaseOptions } from '../../support/database.ts'

const options = await testDatabaseOptions()
const directory = temporaryDirectory()
const command = join(import.meta.dirname, '../../../bot/commands/notices.ts')
const shenjiang = 'shenjiangkewei-2026-18'

type Run = { code: number; out: string; err: string }

function run(...args: string[]): Promise<Run> {
  const env = { ...process.env, DATA_DIR: options.dataDir, DATABASE_URL: options.url ?? '' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { env }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err })
    })
  })
}

function fileOf(name: string, content: string | Buffer): string {
  writeFileSync(join(directory, name), content)
  return join(directory, name)
}

const listed = async () => (await run('list')).out.trimEnd().split('\n')

describe('on a database of its own', () => {
  test('list shows id, number, day, title, clauses and whence, a line each, newest first', async () => {
    const notices = loadNotices()
    const lines = await listed()
    expect(lines.map((line) => line.split(/ {2,}/u))).toEqual(
      notices.map((notice) => [
        notice.id,
        notice.documentNumber ?? '无文号',
        notice.issued ?? '2022年',
        notice.title,
        `${notice.clauses.length} 条`,
        '内置',
      ]),
    )
  })

  test('somebody who cannot program adds the Word file they were sent', async () => {
    const { code, out, err } = await run('add', fileOf('通知.docx', docxOf(shenjiangLines)))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(
      `已添加 ${shenjiang}：${shenjiangLines[1]}\n  申江科委〔2026〕18号，申江区科学技术委员会，2026-03-16，30 条\n`,
    )
    expect((await listed())[0]).toMatch(new RegExp(`^${shenjiang} .*  30 条 +添加$`))
  })

  test('one bad file among good ones is named and changes nothing', async () => {
    const bad = fileOf('坏.pdf', 'not a PDF')
    const before = await listed()
    const { code, out, err } = await run('add', bad, shenjiangFile, join(directory, '没有.txt'))
    expect(code).toBe(1)
    expect(err).toBe(`${bad}：PDF 文件已损坏，打不开\n${join(directory, '没有.txt')}：没有这个文件\n`)
    expect(out).toMatch(new RegExp(`^(?:已替换|没有变化) ${shenjiang}：`))
    expect(await listed()).toEqual(before)
  })

  test('remove takes out what was added and what came along, and add brings it back', async () => {
    expect(await run('remove', shenjiang)).toEqual({ code: 0, out: `已移除 ${shenjiang}\n`, err: '' })
    expect(await run('remove', 'medical-2022')).toMatchObject({ code: 0 })
    expect((await listed()).join('\n')).not.toMatch(/shenjiang|medical-2022/)
    const again = await run('remove', 'medical-2022')
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toBe(
      '没有通知 medical-2022，有 medical-2025、special-action-2024、review-2024、university-2022\n',
    )
    expect((await run('add', join(noticesFolder, 'medical-2022.txt'))).out).toMatch(/^已恢复 medical-2022：/)
  })
})

describe('what is no command shows how it is used', () => {
  const wrong = [[], ['show'], ['add'], ['remove'], ['remove', 'a', 'b'], ['list', 'all']]
  test.each(wrong.map((args) => [args]))('%j', async (args) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toMatch(/^用法：npm run notices -- list/)
  })
})

describe('beside a running assistant', () => {
  const data = { ...options, dataDir: options.url ? directory : options.dataDir }
  let close: () => Promise<void>
  const changes: string[] = []

  beforeEach(async () => {
    if (existsSync(join(data.dataDir, 'notices-socket'))) return
    const database = await openDatabase(data)
    await migrateToLatest(database.db)
    const desk = openNoticeDesk(database.db, localEmbedder, loadNotices(), async () => void changes.push('changed'))
    const closeDesk = await serveNoticeDesk(data.dataDir, desk)
    close = async () => {
      await closeDesk()
      await database.close()
    }
  })
  afterAll(() => close())

  test('the same commands go through it, and it hears of every change', async () => {
    expect((await run('add', shenjiangFile)).out).toMatch(`已添加 ${shenjiang}`)
    expect((await listed())[0]).toMatch(shenjiang)
    const refused = await run('add', fileOf('空.txt', ''))
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/空\.txt：文件是空的/)
    expect((await run('remove', shenjiang)).out).toBe(`已移除 ${shenjiang}\n`)
    if (!options.url) expect(changes).toEqual(['changed', 'changed'])
  })

  test('a notice it refuses is refused in its own words', async () => {
    const desk = (await findNoticeDesk(data.dataDir))!
    await expect(desk.add({ fileName: 'a.txt', source: '关于申报的通知', given: {}, hints: {} })).rejects.toThrow(
      '读不出是哪一年的通知',
    )
  })

  test('nobody but its owner can reach it', () => {
    expect(statSync(join(data.dataDir, 'notices-socket')).mode & 0o077).toBe(0)
  })
})
