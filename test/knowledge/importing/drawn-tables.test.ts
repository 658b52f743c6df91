import { expect, test } from 'vitest'
import { readDrawnTables } from '../../../knowledge/importing/drawn-tables.ts'

const drawn = [
  '前文。',
  '┌──┬────┐',
  '│等级│补助标准│',
  '├──┼────┤',
  '│一级│30      │',
  '│    │万元    │',
  '└──┴────┘',
  '后文。',
]

test('a table drawn with boxes becomes lines of cells, a cell over two lines whole', () => {
  expect(readDrawnTables(drawn.join('\r\n')).split('\n')).toEqual([
    '前文。',
    '等级\t|补助标准',
    '一级\t|30万元',
    '后文。',
  ])
})

test('one without lines between its rows has a row a line', () => {
  expect(readDrawnTables('│甲│1│\n│乙│2│')).toBe('甲\t|1\n乙\t|2')
})

test('other text stays as it is', () => {
  const text = '一、条件\r\n（一）A│B\n+ 加号开头的一行\n'
  expect(readDrawnTables('无框\r\n的文字')).toBe('无框\r\n的文字')
  expect(readDrawnTables(text).replace(/\r/gu, '')).toBe(text.replace(/\r/gu, ''))
})
