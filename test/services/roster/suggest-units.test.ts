import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { isNearly } from '../../../services/roster/nearly.ts'
import { rosterRows } from '../../../services/roster/roster.ts'
import { suggestUnits } from '../../../services/roster/suggest-units.ts'
import { museums } from './museums.ts'

const rows = rosterRows(buildCatalogue([...loadNotices(), museums]))
const first = (query: string) => suggestUnits(rows, query, 8)[0]?.unit

describe('the best suggestion', () => {
  const jiuyuan = '上海交通大学医学院附属第九人民医院'
  const ruijin = '上海交通大学医学院附属瑞金医院'
  const haohai = '上海昊海生物科技股份有限公司'
  test.each([
    ['of a short name', '九院', jiuyuan],
    ['of a beginning', '上海昊', haohai],
    ['of what stands inside', '昊海', haohai],
    ['of a common short name rather than a part', '交大', '上海交通大学'],
    ['of initials', 'rjyy', ruijin],
    ['of the initials of a short name', 'hhsw', haohai],
    ['of pinyin', 'ruijin', ruijin],
    ['of pinyin as an input method shows it', "rui'jin yi'yuan", ruijin],
    ['of an abbreviation', '上交大', '上海交通大学'],
    ['of full-width letters', 'ＲＪ', ruijin],
    ['of an English name', 'Ruijin Hospital', ruijin],
    ['of one wrong character', '第九人名医院', jiuyuan],
    ['of one wrong character in a short name', '吴海', haohai],
    ['of one character too many', '昊海生生物', haohai],
    ['of the same sound', '浩海', haohai],
    ['in another notice', 'qtbwg', '云岭市青铜博物馆'],
    ['in another notice, by its district', '鹤岗', '鹤岗县民俗博物馆'],
  ])('%s: %s', (_, query, unit) => {
    expect(first(query)).toBe(unit)
  })
})

test('words of a project give its units, after those found by name', () => {
  const units = suggestUnits(rows, '专利超市', 50)
  expect(units).toHaveLength(15)
  expect(new Set(units.map(({ by }) => by))).toEqual(new Set(['row']))
  expect(units.every((unit) => unit.rows.some(({ project }) => project.includes('专利超市')))).toBe(true)
})

test('one who types nothing sees the units with most rows', () => {
  const counts = suggestUnits(rows, '', 20).map((unit) => unit.rows.length)
  expect(counts[0]).toBeGreaterThan(1)
  expect(counts).toEqual(counts.toSorted((a, b) => b - a))
})

test('a unit of several lists is suggested once, with all its rows and the names people use', () => {
  const found = suggestUnits(rows, '昊海', 8)
  expect(found).toHaveLength(1)
  expect(found[0]).toMatchObject({ short: ['昊海', '昊海生科'], by: 'name' })
  expect(found[0]!.rows.map(({ seq }) => seq)).toEqual([27, 23])
})

test.each(['xyzxyz', '哈哈哈哈', '？', '𠮷', '((((', '%'.repeat(100)])(
  '%s finds nothing and harms nothing',
  (query) => {
    expect(suggestUnits(rows, query, 8)).toEqual([])
  },
)

test('where no list is loaded there is nothing to suggest', () => {
  expect(suggestUnits([], '昊海', 8)).toEqual([])
  expect(suggestUnits([], '', 8)).toEqual([])
})

test('a suggestion takes a moment only, with ten times as many rows', () => {
  const many = Array.from({ length: 10 }, () => rows).flat()
  suggestUnits(many, 'r', 8)
  const started = performance.now()
  for (const query of ['r', 'rj', '瑞', '瑞金', '医院', '第九人名医院']) suggestUnits(many, query, 8)
  expect(performance.now() - started).toBeLessThan(1_000)
})

test.each([
  ['昊海生物', '昊海生物', true],
  ['昊海生务', '昊海生物', true],
  ['昊海生', '昊海生物', true],
  ['昊生海物', '昊海生物', false],
  ['海', '昊海', false],
  ['九院', '瑞金', false],
  ['第九人名医院', '上海交通大学医学院附属第九人民医院', true],
])('%s is nearly %s: %s', (asked, name, is) => {
  expect(isNearly(asked, name)).toBe(is)
})
