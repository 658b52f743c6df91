import { describe, expect, test } from 'vitest'
import { tellComparison } from '../../../../services/answering/compose/comparison.ts'
import { measureName } from '../../../../services/answering/compose/measure-name.ts'
import type { ComparisonFinding } from '../../../../services/answering/decide/finding.ts'
import { kilnsNew, kilnsOld } from '../decide/kilns.ts'
import { madeUp } from '../decide/made-up.ts'

const reviewed = madeUp([kilnsNew, kilnsOld], [kilnsNew, kilnsOld])
const unreviewed = madeUp([kilnsNew, kilnsOld])
const whole = '2022年和2025年的陶瓷工坊有什么变化'
const found = ({ talk }: typeof reviewed, ...turns: string[]) => talk(...turns).finding as ComparisonFinding
/** A row of the table as texts, by its name. */
const rowOf = (told: ReturnType<typeof tellComparison>, name: string) =>
  told.table!.rows.find(([first]) => first!.text === name)?.map(({ text }) => text)

describe('everything compared', () => {
  const told = tellComparison(found(reviewed, whole), 'zh')

  test('begins with how many things differ, and which', () => {
    expect(told.lead).toMatch(/^有\d处不同：工坊面积、签约工匠、.*。$/u)
    expect(told.text.startsWith(told.lead!)).toBe(true)
  })

  test.each([
    ['工坊面积', '至少80平方米', '至少120平方米'],
    ['签约工匠', '至少5人', '至少8人'],
    ['名额', '最多6家', '最多4家'],
    ['工作经费', '每家单位最多8万元', '每家单位最多10万元'],
    ['截止日期', '2022年9月30日前', '2026年4月30日前'],
    ['自有柴窑', '没有读到', '至少2个'],
  ])('has %s on a line and in a row', (name, older, newer) => {
    expect(told.text).toContain(`${name}：（2022年）${older}；（2025年）${newer}。`)
    expect(rowOf(told, name)).toEqual([name, older, newer])
  })

  test('cites each figure, and nothing for what was not found', () => {
    const { rests } = found(reviewed, whole)
    for (const [, ...cells] of told.table!.rows)
      for (const { text, rest } of cells) {
        const figure = /\d+(?!.*\d)/u.exec(text)?.[0]
        if (rest === undefined) expect(text).toBe('没有读到')
        else expect(rests[rest]!.clause.text).toContain(figure ?? text)
      }
  })

  test('names the sides over their columns', () => {
    expect(told.table!.columns).toEqual(['事项', '2022年云溪市陶瓷工坊', '2025年云溪市陶瓷工坊'])
  })

  test('is quoted where nobody has read the wordings', () => {
    const quoted = tellComparison(found(unreviewed, whole), 'zh')
    expect(rowOf(quoted, '工坊面积')).toEqual(['工坊面积', '工坊面积不少于80平方米', '工坊面积不少于120平方米'])
  })

  test('is told in English around what has no English', () => {
    const english = tellComparison(found(reviewed, whole), 'en')
    expect(english.lead).toMatch(/^\d points differ\.$/u)
    expect(rowOf(english, 'Places')).toEqual(['Places', 'At most 6', 'At most 4'])
    expect(english.text).toContain('Deadline — 2022: Before 30 September 2022; 2025: Before 30 April 2026.')
    expect(english.text).toContain('“工坊面积” — 2022: At least 80')
  })
})

describe('one thing compared', () => {
  const finding = found(reviewed, '陶瓷工坊2022年和2025年的经费有什么不同')

  test('shows the clause of each side, and the figures beside each other', () => {
    const told = tellComparison(finding, 'zh')
    for (const part of ['8万元', '10万元', '2022年', '2025年']) expect(told.text).toContain(part)
    expect(told.table!.rows).toHaveLength(1)
    expect(rowOf(told, '工作经费')).toEqual(['工作经费', '每家单位最多8万元', '每家单位最多10万元'])
  })

  test('stands in one row of all that is said where nothing could be aligned', () => {
    const { table } = tellComparison({ ...finding, rows: [] }, 'zh')
    expect(table!.rows).toHaveLength(1)
    const [name, ...cells] = table!.rows[0]!
    expect(name!.text).toBe('规定')
    expect(cells.map(({ rest }) => finding.rests[rest!]!.notice.id)).toEqual(['kilns-2022', 'kilns-2025'])
  })
})

test.each([
  ['有效发明专利', '有效发明专利', 'Valid invention patents'],
  ['在国家知识产权局存量专利盘活系统中的“发明专利产业化率”', '发明专利产业化率', 'Rate of invention patents'],
  ['或者上年度接待游客', '上年度接待游客', '“或者上年度接待游客”'],
  [
    '可以投入运营的专利（含发明、实用新型、外观设计专利）',
    '可以投入运营的专利',
    'Patents that can be put into operation',
  ],
])('a metric is named shortly in Chinese, in English where it has been translated: %s', (name, chinese, english) => {
  expect(measureName({ name, key: name }, 'zh')).toBe(chinese)
  expect(measureName({ name, key: name }, 'en')).toContain(english)
})
