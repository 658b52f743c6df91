import { expect, test } from 'vitest'
import { readOrdinals } from '../../../knowledge/language/ordinal.ts'

test.each([
  ['第二批', [[2, '批']]],
  [
    '第2批和第十二批',
    [
      [2, '批'],
      [12, '批'],
    ],
  ],
  [
    '首批、头一批',
    [
      [1, '批'],
      [1, '批'],
    ],
  ],
  ['第二十三条', [[23, '']]],
  ['第3季度', [[3, '季度']]],
  ['第一发明人', [[1, '']]],
  ['项目的二期', [[2, '期']]],
  ['二期', [[2, '期']]],
  ['园区三期', [[3, '期']]],
  ['一期', [[1, '期']]],
  ['长期待遇', []],
  ['这一批', []],
  ['12期', []],
  ['第三方', []],
  ['第一时间', []],
  ['首席', []],
  ['长期', []],
] as [string, [number, string][]][])('%s', (text, read) => {
  const found = readOrdinals(text)
  expect(found.map(({ value, unit }) => [value, unit])).toEqual(read)
  for (const { start, end } of found) expect(text.slice(start, end)).not.toBe('')
})
