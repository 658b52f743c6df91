import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadNotices, noticesFolder } from '../../../knowledge/load-notices.ts'
import { docxOf } from '../../knowledge/importing/docx-file.ts'
import { shenjiangFile, shenjiangLines } from '../../knowledge/importing/shenjiang.ts'
import { jsonOf, post } from '../../support/app.ts'
import { temporaryDirectory, testDatabaseOptions } from '../../support/database.ts'
import { databaseEnvironment } from '../../support/run-command.ts'
import { chatPage, startCommand } from '../../support/start-command.ts'

const options = await testDatabaseOptions()
const directory = temporaryDirectory()
const env = databaseEnvironment(options)
const shenjiang = 'shenjiangkewei-2026-18'

type Run = { code: number | null; out: string; err: string }

async function run(...args: string[]): Promise<Run> {
  const { ended, printed } = startCommand('notices', env, { args })
  return { code: await ended, ...printed }
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
      `已添加 ${shenjiang}：${shenjiangLines[1]}\n  申江科委〔2026〕18号，申江区科学技术委员会，2026-03-16，30 条\n  注意：2026年申江区科技创新券项目（${shenjiang}）的自查已按通知起草，请到后台“自查项目”核对后发布\n`,
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
  let url: string
  let stop: () => Promise<unknown>

  beforeAll(async () => {
    const assistant = startCommand('start', { ...env, PORT: '0' })
    stop = async () => {
      assistant.child.kill('SIGTERM')
      await assistant.ended
    }
    url = (await assistant.until(chatPage))[1]!
  })
  afterAll(() => stop())

  type Citation = { notice: string; clause: string }
  const patience = { timeout: 15_000, interval: 500 }
  const ask = async (message: string) => (await jsonOf(post(`${url}/api/chat`, { message }))).replies[0]

  /** Questions about the notice that was added, and the clauses that answer them. */
  const questions: [string, string, string][] = [
    ['科技创新券的检验检测类最高支持多少', '10万元', '3.2'],
    ['申江区科技创新券的申报截止时间', '2026年4月30日', '4.1'],
    ['申江区科技创新券的联系电话', '021-55550118', '6.p1'],
  ]

  test('what is in a Word file that somebody adds is answered from then on, and no more when it is removed', async () => {
    const added = await run('add', fileOf('券.docx', docxOf(shenjiangLines)))
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).toMatch(`已添加 ${shenjiang}`)
    // Where the database is a server's, the assistant looks for changes every few seconds.
    const cited = async (message: string) => (await ask(message)).citations.map(({ notice }: Citation) => notice)
    await expect.poll(() => cited(questions[0]![0]), patience).toContain(shenjiang)
    for (const [message, fact, clause] of questions) {
      const { kind, text, citations } = await ask(message)
      expect({ kind, place: `${citations[0]?.notice}#${citations[0]?.clause}` }, message).toEqual({
        kind: 'answer',
        place: `${shenjiang}#${clause}`,
      })
      expect(text).toContain(fact)
    }
    expect(await run('remove', shenjiang)).toEqual({ code: 0, out: `已移除 ${shenjiang}\n`, err: '' })
    await expect.poll(() => cited(questions[0]![0]), patience).not.toContain(shenjiang)
    for (const [message] of questions) expect(await cited(message)).not.toContain(shenjiang)
  })

  test('a notice that it refuses is refused in its own words', async () => {
    const refused = await run(
      'add',
      fileOf('某年.txt', `关于申报的通知\n${'一、申报对象\n本区企业和高校、科研院所。\n'.repeat(3)}`),
    )
    expect(refused).toMatchObject({ code: 1, out: '' })
    expect(refused.err).toMatch(/某年\.txt：读不出是哪一年的通知.*--year 2026.*\n$/)
  })

  test('what its text does not tell may be given', async () => {
    const undated = fileOf('某年.txt', `关于申报的通知\n${'一、申报对象\n本区企业和高校、科研院所。\n'.repeat(3)}`)
    const added = await run('add', '--year', '2026', undated)
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out).toMatch(
      /^已添加 .*\n {2}无文号，未注明，2026年，\d+ 条\n {2}没有读出发文机关，可加 --issuer 再添加一次\n {2}注意：.*的自查已按通知起草，.*\n$/,
    )
    expect((await run('add', '--year', '2026', '--issuer', '申江区科委', undated)).out).toContain('申江区科委，2026年')
  })

  test('a text of five megabytes is taken in while everybody is answered', async () => {
    const sentence = '市数据主管部门应当会同有关部门做好公共数据的归集、共享、开放和安全管理工作，并及时向社会公布。'
    const chapters = Array.from({ length: 40 }, (_, at) => `${at + 1}.数据事项\n${sentence.repeat(900)}`)
    const long = fileOf('很长.txt', `申江市数据管理办法\n${chapters.join('\n')}\n申江市数据局\n2026年3月1日\n`)
    expect(statSync(long).size).toBeGreaterThan(5_000_000)
    const waits: number[] = []
    let isOver = false
    const adding = run('add', long).finally(() => (isOver = true))
    while (!isOver) {
      const begun = performance.now()
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      waits.push(performance.now() - begun)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(await adding).toMatchObject({ code: 0, err: '' })
    expect(waits.length).toBeGreaterThan(5)
    expect(Math.max(...waits)).toBeLessThan(10_000)
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(1_000)
  }, 180_000)

  test('nobody but its owner can reach it', () => {
    const socket = join(options.dataDir, 'notices-socket')
    if (options.url === undefined) expect(statSync(socket).mode & 0o077).toBe(0)
    else expect(existsSync(socket)).toBe(false)
  })
})
