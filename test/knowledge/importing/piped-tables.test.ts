import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPipedTables } from '../../../knowledge/importing/piped-tables.ts'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import { temporaryDirectory } from '../../support/database.ts'

const typed = ['前文。', '等级 | 课时 | 面额（元）', '初级 | 60课时 | 800', '中级 | 90课时 | 1300', '后文 | 一行。']

test('a table typed with strokes becomes lines of cells', () => {
  expect(readPipedTables(typed.join('\r\n')).split('\n')).toEqual([
    '前文。',
    '等级\t|课时\t|面额（元）',
    '初级\t|60课时\t|800',
    '中级\t|90课时\t|1300',
    '后文 | 一行。',
  ])
})

test('one with strokes at its sides and a rule under its head too', () => {
  expect(readPipedTables('| 区 | 家数 |\n|:---|---:|\n| 东区 | 3 |\n| 西区 |  |')).toBe('区\t|家数\n东区\t|3\n西区\t|')
})

test('a line of links, or two, is no table, nor are lines of other widths', () => {
  for (const text of ['首页 | 新闻 | 公开', '首页 | 新闻\n公开 | 互动', '甲 | 乙\n丙 | 丁 | 戊\n己 | 庚', '|\n|\n|'])
    expect(readPipedTables(text)).toBe(text)
})

test('the rows of such a file are rows of the notice, by the names of its columns', async () => {
  const file = join(temporaryDirectory(), 'vouchers.txt')
  const table = ['一、面额', '按下表执行。', ...typed.slice(1, 4), '二、申领', '网上申领。']
  writeFileSync(file, ['关于发放2026年培训券的通知', '各有关单位：', ...table, '某市人社局', '2026年3月1日'].join('\n'))
  const { clauses } = prepareNotice(await readNoticeFile(file), [], [])
  expect(clauses.filter(({ kind }) => kind === 'row').map(({ cells }) => cells)).toEqual([
    { 等级: '初级', 课时: '60课时', '面额（元）': '800' },
    { 等级: '中级', 课时: '90课时', '面额（元）': '1300' },
  ])
})
