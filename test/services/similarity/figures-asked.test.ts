import { describe, expect, test } from 'vitest'
import { readFigures } from '../../../services/similarity/figures-asked.ts'

describe('figures of a question', () => {
  test.each([
    ['20万够吗', ['200000元']],
    ['二十万元够吗', ['200000元']],
    ['六十来万够吗', ['600000来元']],
    ['280万美金够吗', ['2800000美元']],
    ['10个人行吗', ['10人']],
    ['增长10个百分点', ['percent 10']],
    ['第2批和首批', ['第1批', '第2批']],
    ['园区二期', ['第2期']],
    ['的二期', ['第2期']],
    ['第一次申报', ['第1次']],
    ['第二发明人', ['第2']],
    ['七八个章', ['7~8个']],
    ['到2025年底要多少件', []],
    ['2025年的条件', []],
    ['周六能来吗', []],
    ['第三方盘点', []],
    ['罚几百', []],
    ['几个月之内', []],
  ])('%s', (text, figures) => {
    expect(readFigures(text).figures).toEqual(figures)
  })

  test('the rest has a point in the place of each', () => {
    expect(readFigures('第2批要100件以上吗').rest).toBe('·要·以上吗')
  })
})
