import { expect, test } from 'vitest'
import type { Memory } from '../../../../services/answering/answer.ts'
import { buildSpelling } from '../../../../services/answering/understand/repair-spelling.ts'
import { understand } from '../../../../services/answering/understand/understand.ts'
import { madeUp, today } from '../retrieve/made-up.ts'

const knowledge = { catalogue: madeUp, spelling: buildSpelling(madeUp), search: () => Promise.resolve([]) }
const read = (text: string, memory: Memory) => understand(knowledge, text, memory, today)
const memory: Memory = {
  scope: { notice: 'potters-2024' },
  content: '电窑补贴多少钱',
  cues: ['any', 'howMuchMoney', 'value:money'],
}

test('a bare noun asks of itself what was asked before', () => {
  const { cues, context } = read('柴窑', memory)
  expect(cues).toEqual(expect.arrayContaining(['howMuchMoney', 'value:money']))
  expect(context.map(({ words }) => words[0])).toContain('电窑')
})

test('a question that says what it asks for keeps to that, with the last one as its context', () => {
  const { cues, context } = read('柴窑归谁管', memory)
  expect(cues).not.toContain('howMuchMoney')
  expect(context.length).toBeGreaterThan(0)
})

test('what a question says itself is no context', () => {
  expect(read('电窑', memory).context.map(({ words }) => words[0])).not.toContain('电窑')
})

test.each<[string, Memory]>([
  ['柴窑', {}],
  ['乡村书屋管理规定的藏书', memory],
])('nothing is carried into %s', (text, told) => {
  expect(read(text, told).context).toEqual([])
})

test.each([
  ['第⑥个是什么', 6],
  ['第六个是什么', 6],
  ['第12条', 12],
])('%s asks for number %d', (text, ordinal) => {
  expect(read(text, {}).ordinal).toBe(ordinal)
})
