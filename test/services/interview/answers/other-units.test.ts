import { describe, expect, test } from 'vitest'
import type { Fact } from '../../../../services/eligibility/document-facts.ts'
import { expectationIn } from '../../../../services/eligibility/fact-texts.ts'
import { readAnswer } from '../../../../services/interview/answers/read-answer.ts'

const words = {
  label: '指标',
  prompt: '是多少？',
  help: '例：1',
  why: '是条件。',
  pace: 'slow',
  paceNote: '慢',
} as const
const measured = (unit: string): Fact => ({ type: 'number', unit, ...words })
const day: Fact = { type: 'date', ...words }
const read = (fact: Fact, typed: string) => readAnswer(fact, typed, [])

describe('an amount in a unit other than 万元', () => {
  const cases: [unit: string, typed: string, value: number | undefined][] = [
    ['平方米', '2000平方米', 2000],
    ['平方米', '我们有1.5万平方米', 15_000],
    ['平方米', '800', 800],
    ['平方米', '800元', undefined],
    ['万美元', '300万美元', 300],
    ['万美元', '3000000美元', 300],
    ['万美元', '300', 300],
    ['亿元', '5亿元', 5],
    ['亿元', '80000万元', 8],
    ['学时', '24学时', 24],
  ]
  test.each(cases)('%s: %s is %s', (unit, typed, value) => {
    expect(read(measured(unit), typed)).toMatchObject(value === undefined ? { kind: 'unreadable' } : { value })
  })

  test('is asked for in that unit', () => {
    expect(expectationIn('zh', measured('平方米'))).toContain('500平方米')
    expect(expectationIn('zh', measured('万元'))).toContain('520万元')
  })
})

describe('a day', () => {
  const cases: [typed: string, value: string | undefined][] = [
    ['2021年3月5日', '2021-03-05'],
    ['是2021-03-05成立的', '2021-03-05'],
    ['2021/3/5', '2021-03-05'],
    ['5 March 2021', '2021-03-05'],
    ['on March 5th, 2021', '2021-03-05'],
    ['30 February 2021', undefined],
    ['很久以前', undefined],
  ]
  test.each(cases)('%s is %s', (typed, value) => {
    expect(read(day, typed)).toMatchObject(value === undefined ? { kind: 'unreadable' } : { value })
  })

  test.each(['2021年', '2021年3月'])('%s is asked again for the very day', (typed) => {
    expect(read(day, typed)).toEqual({ kind: 'vague', why: 'day' })
  })
})
