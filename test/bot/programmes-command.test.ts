import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { today } from '../../bot/today.ts'
import { checkProgramme } from '../../services/eligibility/check-programme.ts'
import { programmeOf } from '../services/eligibility/resolved.ts'
import { temporaryDirectory } from '../support/database.ts'

const directory = temporaryDirectory()
const command = join(import.meta.dirname, '../../bot/commands/check.ts')

function fileOf(content: string): string {
  const file = join(directory, 'answers.json')
  writeFileSync(file, content)
  return file
}

type Run = { code: number; out: string; err: string }

function run(args: string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { env: { ...process.env, ...env } }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err })
    })
  })
}

const university = { isShanghaiUniversity: true, willingToBuild: true, hasResources: true, operationCases: 3 }

const verdicts = [
  { code: 0, answers: university, verdict: 'eligible' },
  { code: 1, answers: { ...university, operationCases: 0 }, verdict: 'ineligible' },
  { code: 2, answers: { ...university, operationCases: null }, verdict: 'undetermined' },
]

describe('a verdict', () => {
  test.each(verdicts)('$verdict exits with $code', async ({ code, answers, verdict }) => {
    const result = await run(['university-center-2022', fileOf(JSON.stringify(answers)), '--as-of', '2022-11-08'])
    expect(result).toMatchObject({ code, err: '' })
    const expected = checkProgramme(programmeOf('university-center-2022'), answers, '2022-11-08')
    expect(JSON.parse(result.out)).toEqual(expected)
    expect(expected.verdict).toBe(verdict)
  })

  test('is given for the body of a request too', async () => {
    const file = fileOf(JSON.stringify({ answers: university, asOf: '2022-11-09' }))
    const closed = await run(['university-center-2022', file])
    expect(JSON.parse(closed.out)).toMatchObject({ asOf: '2022-11-09', canApplyNow: false })
    const open = await run(['--as-of=2022-11-01', 'university-center-2022', file])
    expect(JSON.parse(open.out)).toMatchObject({ asOf: '2022-11-01', canApplyNow: true })
  })

  test('is judged on the day it is where deadlines are, needing no database', async () => {
    const before = today('Asia/Shanghai')
    const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', TZ: 'America/Los_Angeles' }
    const { code, out } = await run(['university-center-2022', fileOf('{}')], env)
    expect(code).toBe(2)
    expect([before, today('Asia/Shanghai')]).toContain(JSON.parse(out).asOf)
  })
})

const id = 'medical-center-2025'
const bad: { title: string; content?: string; args?: (file: string) => string[]; says: string[] }[] = [
  {
    title: 'a negative count',
    content: '{"validInventionPatents": -1}',
    says: ['validInventionPatents: 应为不小于0的整数'],
  },
  {
    title: 'several faults',
    content: '{"answers": {"inventoryRatePercent": 101, "__proto__": 1}, "more": 2}',
    says: ['answers.inventoryRatePercent: ', 'answers.__proto__: ', 'more: '],
  },
  { title: 'a list', content: '[]', says: ['文件: 应为 JSON 对象'] },
  { title: 'NaN', content: '{"inventoryRatePercent": NaN}', says: ['inventoryRatePercent: 应为0到100之间的数'] },
  { title: 'what is no JSON', content: '{', says: ['answers.json: '] },
  {
    title: 'a day that is none',
    args: (file) => [id, file, '--as-of', '2025-02-30'],
    says: ['--as-of: 应为日历上有的日期'],
  },
  {
    title: 'such a day in the file',
    content: '{"answers": {}, "asOf": "2025-02-30"}',
    says: ['asOf: 应为日历上有的日期'],
  },
  { title: 'an unknown programme', args: (file) => ['medical', file], says: ['PROGRAMME', 'medical-center-2022'] },
  { title: 'a file that is not there', args: () => [id, join(directory, 'none.json')], says: ['none.json', 'ENOENT'] },
  { title: 'no file', args: () => [id], says: ['用法'] },
  { title: 'too many arguments', args: (file) => [id, file, file], says: ['用法'] },
  { title: 'an unknown option', args: (file) => [id, file, '--today'], says: ['--today', '用法'] },
  { title: 'a day left out', args: (file) => [id, file, '--as-of'], says: ['--as-of', '用法'] },
]

test.each(bad)('$title is bad input', async ({ content = '{}', args = (file) => [id, file], says }) => {
  const { code, out, err } = await run(args(fileOf(content)))
  expect({ code, out }).toEqual({ code: 64, out: '' })
  for (const words of says) expect(err).toContain(words)
  expect(err).not.toContain('    at ')
})

test('a malformed environment is named, not taken for a verdict', async () => {
  const { code, err } = await run([id, fileOf('{}')], { TIME_ZONE: 'Mars/Olympus' })
  expect(code).toBe(64)
  expect(err).toContain('TIME_ZONE')
})

test.each([
  { now: '2025-06-13T15:59:59Z', day: '2025-06-13' },
  { now: '2025-06-13T16:00:00Z', day: '2025-06-14' },
  { now: '2024-12-31T16:00:00Z', day: '2025-01-01' },
])('in Shanghai it is $day at $now', ({ now, day }) => {
  expect(today('Asia/Shanghai', new Date(now))).toBe(day)
})
