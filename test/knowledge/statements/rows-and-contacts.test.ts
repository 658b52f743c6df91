import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { leadOf, wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { noticeOf, statementsOf } from './made-up.ts'

const sure = (lines: string[], heading: string): Statement[] => statementsOf(lines, heading).filter((one) => one.sure)
const words = (lines: string[], heading: string, kind: Statement['kind']): string[] =>
  sure(lines, heading)
    .filter((one) => one.kind === kind)
    .map((one) => wordStatement(one, 'zh'))

describe('a row of a table is said with its heads', () => {
  const tables: [name: string, lines: string[], rows: string[], cells: string[]][] = [
    [
      'prices',
      ['房型\t租金（元/月）\t押金（元）', '单人间\t1200\t2400', '双人间\t1800\t3600'],
      [
        '房型：单人间；租金（元/月）：1200；押金（元）：2400（收费标准）。',
        '房型：双人间；租金（元/月）：1800；押金（元）：3600（收费标准）。',
      ],
      [
        '单人间：租金（元/月）1200（收费标准）。',
        '单人间：押金（元）2400（收费标准）。',
        '双人间：租金（元/月）1800（收费标准）。',
        '双人间：押金（元）3600（收费标准）。',
      ],
    ],
    [
      'bounds and ranges',
      ['类别\t资助额度', '重点\t50-80万元', '一般\t不超过20万元'],
      ['类别：重点；资助额度：50-80万元（收费标准）。', '类别：一般；资助额度：不超过20万元（收费标准）。'],
      ['重点：资助额度50-80万元（收费标准）。', '一般：资助额度不超过20万元（收费标准）。'],
    ],
    [
      'running numbers left out',
      ['序号\t项目\t单位', '1\t数据平台\t甲医院', '2\t检测方法\t乙医院'],
      ['项目：数据平台；单位：甲医院（收费标准）。', '项目：检测方法；单位：乙医院（收费标准）。'],
      [],
    ],
    [
      'empty cells left out',
      ['病种\t门诊\t住院', '甲病\t200元\t—', '乙病\t/\t500元'],
      ['病种：甲病；门诊：200元（收费标准）。', '病种：乙病；住院：500元（收费标准）。'],
      ['甲病：门诊200元（收费标准）。', '乙病：住院500元（收费标准）。'],
    ],
  ]
  for (const [name, lines, rows, cells] of tables) {
    test(name, () => {
      expect(words(lines, '收费标准', 'row')).toEqual(rows)
      expect(words(lines, '收费标准', 'cell')).toEqual(cells)
    })
  }

  test('cells of rows that are called alike are not said alone', () => {
    const lines = ['类别\t名额', '甲类\t3名', '甲类\t5名', '乙类\t2名']
    expect(words(lines, '名额', 'cell')).toEqual(['乙类：名额2名（名额）。'])
  })

  test('a cell has the figure of its value, and the head of its column as metric', () => {
    const [cell] = sure(['房型\t租金', '单人间\t每月1200元'], '收费标准').filter(({ kind }) => kind === 'cell')
    expect(cell).toMatchObject({ subject: '单人间', metric: '租金', figure: { value: 1200, unit: '元', per: ['月'] } })
    expect(cell?.cells).toMatchObject({ table: '收费标准', label: '单人间', entries: [{ column: '租金' }] })
  })

  test('the value of a cell stands where its span says', () => {
    const notice = noticeOf(['房型\t租金\t押金', '单人间\t1200元\t2400元'], '收费标准')
    const cells = statementsOf(['房型\t租金\t押金', '单人间\t1200元\t2400元'], '收费标准').filter(
      ({ kind }) => kind === 'cell',
    )
    expect(
      cells.map(({ clause, span }) => notice.clauses.find(({ id }) => id === clause)!.text.slice(...span)),
    ).toEqual(['1200元', '2400元'])
  })
})

describe('whom to turn to', () => {
  const contacts: [line: string, ...said: string[]][] = [
    ['联系人：章志祥；联系电话：021-23170422', '联系人：章志祥。', '联系电话：021-23170422。'],
    ['咨询电话：021-23110888；021-50723882（传真）', '咨询电话：021-23110888；021-50723882（传真）。'],
    ['电子邮箱：zys@example.cn', '电子邮箱：zys@example.cn。'],
    ['联系人：章志祥，电话：021-23170422'],
  ]
  test.each(contacts.map(([line, ...said]) => [line, said] as const))('%s', (line, said) => {
    const all = sure([line], '联系方式')
    expect(all.map((one) => wordStatement(one, 'zh'))).toEqual(said)
    for (const one of all) expect(['contact', 'item']).toContain(one.kind)
  })
})

describe('who is responsible', () => {
  const units: [line: string, ...said: string[]][] = [
    ['（责任单位：市教委、市财政局）', '责任单位：市教委、市财政局。'],
    ['牵头单位：市科委', '牵头单位：市科委。'],
    ['（配合部门：各区人民政府）', '配合部门：各区人民政府。'],
  ]
  test.each(units.map(([line, ...said]) => [line, said] as const))('%s', (line, said) => {
    expect(words([line], '工作任务', 'responsible')).toEqual(said)
  })

  test('stands beside the measure, in its own statement', () => {
    const said = sure(['新建公园10个。（责任单位：市绿化局）'], '工作任务')
    expect(said.map(({ kind }) => kind)).toEqual(['quantity', 'responsible'])
    expect(leadOf(said[1]!, 'zh')).toBe('责任单位：市绿化局。')
  })
})
