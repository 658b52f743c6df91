import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { findUnit, unitsIn } from '../../../services/roster/find-unit.ts'
import { preparationOf } from '../../../services/roster/preparation.ts'
import { rosterRows } from '../../../services/roster/roster.ts'
import { placesOf, variantsOf } from '../../../services/roster/unit-names.ts'

const catalogue = buildCatalogue(loadNotices())
const rows = rosterRows(catalogue)
const places = (found: { batch?: number; seq?: number }[]) => found.map(({ batch, seq }) => `${batch}/${seq}`)

describe('the rows of the two lists', () => {
  test('are numbered without a gap, each list by itself', () => {
    for (const [batch, size] of [
      [1, 59],
      [2, 114],
    ] as const) {
      const own = rows.filter((row) => row.batch === batch)
      expect(own.map(({ seq }) => seq)).toEqual(Array.from({ length: size }, (_, at) => at + 1))
    }
  })

  test('have a unit, a project and the action of their list', () => {
    for (const { unit, project, batch, action } of rows) {
      expect(unit).not.toMatch(/^\s*$|\s\p{Script=Han}|^\d+$/u)
      expect(project).toMatch(/\p{Script=Han}/u)
      expect(action).toBe(batch === 1 ? 'final-acceptance' : 'mid-term-check')
    }
  })

  test('are of seven and eight projects', () => {
    const projects = (batch: number) => new Set(rows.filter((row) => row.batch === batch).map((row) => row.project))
    expect(projects(1).size).toBe(7)
    expect(projects(2).size).toBe(8)
  })
})

describe('a unit is found', () => {
  const found: [string, 'exact' | 'alias' | 'partial', string[]][] = [
    ['同济大学', 'exact', ['2/1']],
    ['上海交通大学医学院附属瑞金医院', 'exact', ['2/14', '2/33']],
    ['闵行区', 'exact', ['2/98']],
    ['九院', 'alias', ['1/32', '1/45', '2/11']],
    ['瑞金医院', 'alias', ['2/14', '2/33']],
    ['B站', 'alias', ['1/37']],
    ['七〇四所', 'alias', ['1/52']],
    ['中山医院', 'alias', ['2/35']],
    ['君实', 'alias', ['2/88']],
    ['紫光展锐', 'alias', ['1/24']],
    ['蔚来', 'alias', ['1/43']],
    ['蚂蚁链', 'alias', ['2/39']],
    ['西门子医疗器械有限', 'partial', ['1/36']],
  ]
  test.each(found)('%s by %s match at %j', (name, match, at) => {
    const result = findUnit(rows, name)
    expect(places(result)).toEqual(at)
    expect(new Set(result.map((row) => row.match))).toEqual(new Set([match]))
  })

  test('by its full name, wherever it stands', () => {
    for (const { unit, batch, seq } of rows.filter((row) => row.unit !== '嘉定区'))
      expect(places(findUnit(rows, unit)), unit).toContain(`${batch}/${seq}`)
  })

  test('by its full name with blanks, in full or half width', () => {
    expect(places(findUnit(rows, '紫光展锐(上海)科技 有限公司'))).toEqual(['1/24'])
    expect(places(findUnit(rows, ' 同济大学 '))).toEqual(['2/1'])
  })

  test.each([
    '华山医院',
    '仁济医院',
    '北京大学',
    '浦东新区',
    '集团',
    '上海',
    '医院',
    '大学',
    '科技',
    '',
    '?',
    '（',
    '.*',
  ])('not where it stands in neither list or names none: %s', (name) => {
    expect(findUnit(rows, name)).toEqual([])
  })
})

test('the units of a text are told, the longest name first', () => {
  const names = (text: string) => unitsIn(rows, text).map(({ name }) => name)
  expect(names('瑞金医院和九院都在吗')).toEqual(expect.arrayContaining(['瑞金医院', '九院']))
  expect(names('上海交通大学医学院附属瑞金医院')).toEqual(['上海交通大学医学院附属瑞金医院'])
  expect(names('2025年申报条件是什么')).toEqual([])
})

test('the names of a unit leave out its legal form and town, and never what says nothing', () => {
  const places = placesOf(rows.map(({ unit }) => unit))
  expect(variantsOf('上海禾赛科技有限公司', places)).toEqual(
    expect.arrayContaining(['上海禾赛科技', '禾赛科技', '禾赛']),
  )
  for (const { unit } of rows)
    for (const name of variantsOf(unit, places))
      expect(name, unit).not.toMatch(/^(?:上海|集团|科技|医院|大学|中国|.?)$/u)
})

test('what is handed in is said by the notice of the lists, and by nothing where there is no row', () => {
  expect(preparationOf(rows.slice(0, 1), catalogue)[0]?.clause.id).toBe('p3')
  expect(preparationOf([], catalogue)).toEqual([])
})
