import { describe, expect, test } from 'vitest'
import { holdsValue, readQuantities, type ValueKind } from '../../../knowledge/finding/values.ts'
import { fold } from '../../../knowledge/finding/catalogue.ts'

describe('quantities are read by what they are worth', () => {
  const same: [string[], { value: number; unit: string }][] = [
    [['一百件', '100件', '100 件', '１００件'], { value: 100, unit: '件' }],
    [['500万元', '5,000,000元', '五百万元', '５００万元'], { value: 5_000_000, unit: '元' }],
    [['300亿元', '30000000000元'], { value: 3e10, unit: '元' }],
    [['两家', '2家', '二家'], { value: 2, unit: '家' }],
    [['三名', '3人', '3名'], { value: 3, unit: '人' }],
    [['10%', '10 %', '１０％'], { value: 10, unit: '%' }],
    [['0.1%'], { value: 0.1, unit: '%' }],
    [['二十次', '20次'], { value: 20, unit: '次' }],
  ]
  test.each(same)('%j', (texts, quantity) => {
    for (const text of texts) expect(readQuantities(fold(text)), text).toEqual([quantity])
  })

  test('in the order of the text', () => {
    expect(readQuantities('不超过5家，每家20万元，5次以上或50%')).toEqual([
      { value: 5, unit: '家' },
      { value: 200_000, unit: '元' },
      { value: 5, unit: '次' },
      { value: 50, unit: '%' },
    ])
  })

  test.each(['', '若干件', '2025', '第三条', '有效发明专利', 'GB/T33251-2016'])('%j states none', (text) => {
    expect(readQuantities(text)).toEqual([])
  })

  test('and never as something that is no number', () => {
    for (const text of ['十百千件', '百百件', '千十百家', '1,,2件', '一'.repeat(2_000) + '件', '9'.repeat(400) + '件'])
      for (const { value } of readQuantities(text)) expect(Number.isFinite(value), text.slice(0, 20)).toBe(true)
  })
})

describe('a text holds a value of a kind', () => {
  const held: [ValueKind, string, string, boolean][] = [
    ['count', '件', '有效发明专利100件以上', true],
    ['count', '件', '一百件', true],
    ['count', '家', '有效发明专利100件以上', false],
    ['count', '', '不少于3人', true],
    ['percent', '', '达到10%', true],
    ['percent', '', '不低于1：1的配套资金', true],
    ['percent', '', '100件', false],
    ['money', '', '不超过20万元', true],
    ['money', '', '20家', false],
    ['date', '', '于2025年6月13日前', true],
    ['date', '', '逾期不予受理', false],
    ['year', '', '2025年', true],
    ['year', '', '6月13日', false],
    ['phone', '', '021-23170420', true],
    ['phone', '', '联系人：章志祥 23170422', true],
    ['phone', '', '100件', false],
    ['email', '', 'yszhang@zscqj.shanghai.gov.cn', true],
    ['email', '', '邮箱', false],
    ['url', '', 'https://www.patentnavi.org.cn/', true],
    ['address', '', '世博村路300号1号楼', true],
    ['address', '', '沪知局促〔2025〕11号', false],
    ['person', '', '联系人：张燕山', true],
    ['person', '', '知识产权运用促进处', false],
    ['number', '', '2份', true],
    ['number', '', '若干', false],
    ['text', '', '', true],
  ]
  test.each(held)('%s %s in %s: %s', (kind, unit, text, expected) => {
    expect(holdsValue(text, kind, unit)).toBe(expected)
  })
})
