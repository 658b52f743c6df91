import { expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { lookUpUnit } from '../../../services/roster/look-up-unit.ts'
import { rosterRows } from '../../../services/roster/roster.ts'

const rows = rosterRows(buildCatalogue(loadNotices()))

test.each([
  ['昊海', '上海昊海生物科技股份有限公司'],
  ['我们是昊海生物', '上海昊海生物科技股份有限公司'],
  ['hhsw', '上海昊海生物科技股份有限公司'],
  ['瑞金医院', '上海交通大学医学院附属瑞金医院'],
  ['同济', '同济大学'],
  ['闵行区专利超市', '闵行区'],
])('%s means one unit', (asked, unit) => {
  expect(lookUpUnit(rows, asked)).toMatchObject({ found: 'one', unit: { unit } })
})

test.each([
  ['大学', 10],
  ['专利超市', 15],
  ['瑞金医院和九院', 2],
])('%s means several, to be chosen from', (asked, least) => {
  const looked = lookUpUnit(rows, asked)
  expect(looked.found).toBe('several')
  expect(looked.found === 'several' && looked.units.length).toBeGreaterThanOrEqual(least)
})

test.each([
  ['上海某某科技有限公司', true, 0],
  ['第七〇五研究所附属小学', true, 0],
  ['吴海', false, 1],
  ['某某', false, 0],
  ['我们单位', false, 0],
  ['xyzxyz', false, 0],
])('%s is in no list; that it is a whole name is %s', (asked, isFullName, alike) => {
  const looked = lookUpUnit(rows, asked)
  expect(looked).toMatchObject({ found: 'none', isFullName })
  expect(looked.found === 'none' && looked.alike).toHaveLength(alike)
})
