import { describe, expect, test } from 'vitest'
import { isDay, isoDay, lastDayOf, monthFrom } from '../../../knowledge/language/calendar.ts'
import type { CalendarDay } from '../../../knowledge/language/date-shape.ts'
import { findPerBehind, nounsOf, perOfChunk } from '../../../knowledge/language/find-per.ts'
import { maskNonFigures } from '../../../knowledge/language/mask.ts'
import { measureNamed, unitAt } from '../../../knowledge/language/unit.ts'

describe('a measure word has one name', () => {
  const names: [word: string, name: string | undefined][] = [
    ['名', '人'],
    ['位', '人'],
    ['天', '日'],
    ['自然日', '日'],
    ['个工作日', '工作日'],
    ['个月', '月'],
    ['㎡', '平方米'],
    ['平米', '平方米'],
    ['千米', '公里'],
    ['公斤', '千克'],
    ['个百分点', '%'],
    ['块钱', '元'],
    ['MB', 'MB'],
    ['GB', 'GB'],
    ['届', '届'],
    ['专利', undefined],
    ['', undefined],
  ]
  test.each(names)('%s is %s', (word, name) => {
    expect(measureNamed(word)).toBe(name)
  })
})

describe('what stands behind a number is a unit', () => {
  const places: [text: string, name: string | undefined][] = [
    ['件以上', '件'],
    ['人民币', undefined],
    ['人次', '人次'],
    ['项目', undefined],
    ['项以上', '项'],
    ['家庭', undefined],
    ['个工作日内', '工作日'],
    ['个百分点', '%'],
    ['年级', undefined],
    ['月份', undefined],
    ['分贝', '分贝'],
    ['分钟', '分钟'],
    ['单位', undefined],
    ['单以上', '单'],
    ['元/平方米', '元'],
    ['cm', '厘米'],
    ['cmax', undefined],
    ['MB以内', 'MB'],
    ['批次', '批次'],
    ['次要', undefined],
    ['期限', undefined],
    ['场地', undefined],
    ['门诊', undefined],
    ['', undefined],
  ]
  test.each(places)('%j: %s', (text, name) => {
    expect(unitAt(text, 0)?.name).toBe(name)
  })
})

describe('words say for what a figure is counted', () => {
  const nouns: [words: string, ...nouns: string[]][] = [
    ['每人每月', '人', '月'],
    ['每家单位', '单位'],
    ['每个企业', '企业'],
    ['每家融资担保公司', '公司'],
    ['每个社区卫生服务中心', '中心'],
    ['每个设区市', '设区市'],
    ['每个区（县）', '区（县）'],
    ['每两年', '两年'],
    ['每一保险年度', '保险年度'],
    ['每万名', '万人'],
    ['每千人口', '千人'],
    ['每生每学年', '生', '学年'],
    ['每平方米每月', '平方米', '月'],
    ['/平方米/月', '平方米', '月'],
    ['单个企业', '企业'],
    ['每天每天', '日'],
    ['没有'],
  ]
  test.each(nouns.map(([words, ...found]) => [words, found] as const))('%s', (words, found) => {
    expect(nounsOf(words)).toEqual(found)
  })

  const behind: [ahead: string, per: string][] = [
    ['/平方米/月计租', '/平方米/月'],
    ['/人·月', '/人·月'],
    ['每人每年', '每人每年'],
    ['每季度', '每季度'],
    ['左右', ''],
    ['', ''],
  ]
  test.each(behind)('behind a figure, %j begins with %j', (ahead, per) => {
    expect(findPerBehind(ahead)).toBe(per)
  })

  const chunks: [chunk: string, ...nouns: string[]][] = [
    ['每个企业租金补贴不超过', '企业'],
    ['每家单位推荐，经费'],
    ['每月服务时间不少于', '月'],
    ['单一金融机构的奖励上限为', '机构'],
    ['经费'],
  ]
  test.each(chunks.map(([chunk, ...found]) => [chunk, found] as const))('in the chunk %s', (chunk, found) => {
    expect(perOfChunk(chunk, 0, chunk.length)).toEqual(found)
  })
})

describe('days', () => {
  const days: [day: CalendarDay, isOne: boolean][] = [
    [{ year: 2024, month: 2, day: 29 }, true],
    [{ year: 2025, month: 2, day: 29 }, false],
    [{ month: 2, day: 29 }, true],
    [{ month: 2, day: 30 }, false],
    [{ year: 2025, month: 4, day: 31 }, false],
    [{ year: 2025, month: 13 }, false],
    [{ year: 2025, month: 0 }, false],
    [{ year: 2025 }, true],
    [{ year: 2025, day: 3 }, false],
    [{}, false],
    [{ month: 6, day: 0 }, false],
  ]
  test.each(days)('%j is one: %s', (day, isOne) => {
    expect(isDay(day)).toBe(isOne)
  })

  const ends: [month: CalendarDay, last: CalendarDay][] = [
    [
      { year: 2024, month: 2 },
      { year: 2024, month: 2, day: 29 },
    ],
    [
      { year: 2100, month: 2 },
      { year: 2100, month: 2, day: 28 },
    ],
    [{ month: 2 }, { month: 2 }],
    [{ month: 6 }, { month: 6, day: 30 }],
    [{ year: 2026 }, { year: 2026, month: 12, day: 31 }],
  ]
  test.each(ends)('the end of %j is %j', (month, last) => {
    expect(lastDayOf(month)).toEqual(last)
  })

  const months: [today: string, step: number, month: CalendarDay][] = [
    ['2026-01-31', 1, { year: 2026, month: 2 }],
    ['2026-01-31', -1, { year: 2025, month: 12 }],
    ['2025-12-31', 1, { year: 2026, month: 1 }],
    ['2026-05-02', 0, { year: 2026, month: 5 }],
    ['2026-05-02', -17, { year: 2024, month: 12 }],
  ]
  test.each(months)('%s and %i months is %j', (today, step, month) => {
    expect(monthFrom(today, step)).toEqual(month)
  })

  test('are printed as ISO 8601', () => {
    expect(isoDay({ year: 2026, month: 3, day: 5 })).toBe('2026-03-05')
  })
})

describe('what states nothing is masked', () => {
  const masked: [text: string, rest: string][] = [
    ['第三条第二款', '条款'],
    ['附件1、附件2', ''],
    ['《规划（2021-2025）》', ''],
    ['GB/T 33251-2016标准', '标准'],
    ['K12+300处', '处'],
    ['90后青年', '青年'],
    ['上午9:00-11:30', '上午-'],
    ['上半年', ''],
    ['一次性补助', '补助'],
    ['三级医院', '医院'],
    ['20号楼3层', '层'],
    ['100件', '100件'],
    ['（一）项', '项'],
    ['021-23170420', ''],
    ['过半数', ''],
  ]
  test.each(masked)('of %s there is left %j', (text, rest) => {
    expect(maskNonFigures(text).replaceAll('\0', '')).toBe(rest)
  })
})
