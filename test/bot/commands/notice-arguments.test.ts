import { describe, expect, test } from 'vitest'
import { askMissing } from '../../../bot/commands/ask-missing.ts'
import { readAddArguments } from '../../../bot/commands/notice-arguments.ts'
import type { MissingField } from '../../../knowledge/importing/missing-fields.ts'

describe('what is given of a notice besides its file', () => {
  const cases: [string[], object | undefined][] = [
    [['a.txt', 'b.pdf'], { files: ['a.txt', 'b.pdf'], given: {} }],
    [['--year', '2026', 'a.txt'], { files: ['a.txt'], given: { year: 2026 } }],
    [
      ['a.txt', '--number', '申知发〔2026〕1号', '--issued=2026-03-20', '--until', '2028-12-31'],
      {
        files: ['a.txt'],
        given: { documentNumber: '申知发〔2026〕1号', issued: '2026-03-20', effectiveUntil: '2028-12-31' },
      },
    ],
    [['--year', '2026'], undefined],
    [['--title', '通知', 'a.txt', 'b.txt'], undefined],
    [['--colour', 'red', 'a.txt'], undefined],
  ]
  test.each(cases)('%j', (args, read) => expect(readAddArguments(args)).toEqual(read))

  const wrong: [string[], string][] = [
    [['--year', 'soon', 'a.txt'], '--year 不能是“soon”'],
    [['--issued', '2026-02-30', 'a.txt'], '--issued 不能是“2026-02-30”，日期写成 2026-03-20'],
  ]
  test.each(wrong)('%j is no such value', (args, message) => expect(() => readAddArguments(args)).toThrow(message))
})

describe('somebody at the terminal', () => {
  const missing: MissingField[] = [
    { field: 'issuer', isRequired: false, label: '发文机关' },
    { field: 'year', isRequired: true, label: '年份' },
  ]
  async function ask(...typed: string[]) {
    const [asked, said]: [string[], string[]] = [[], []]
    const answer = async (question: string) => {
      asked.push(question.trim())
      return typed.shift()
    }
    return { given: await askMissing(missing, answer, (line) => said.push(line.trim())), asked, said }
  }

  test('is asked for each field, and may skip what a notice can do without', async () => {
    expect(await ask('', '2026')).toEqual({
      given: { year: 2026 },
      asked: ['没有读出发文机关，请输入（回车跳过）：', '没有读出年份，请输入：'],
      said: [],
    })
  })

  test('is told what is wrong and asked again', async () => {
    const { given, said } = await ask('申江市知识产权局', '', '去年', '2025')
    expect(given).toEqual({ issuer: '申江市知识产权局', year: 2025 })
    expect(said).toEqual(['--year 不能是“”', '--year 不能是“去年”'])
  })

  test('who goes away leaves what was answered', async () => {
    expect((await ask('申江市知识产权局')).given).toEqual({ issuer: '申江市知识产权局' })
  })
})
