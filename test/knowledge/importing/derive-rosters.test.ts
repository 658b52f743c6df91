import { describe, expect, test } from 'vitest'
import { deriveRosters } from '../../../knowledge/importing/derive-rosters.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'

const title = '关于公布名单的通知'
const none = { replaces: [], programmes: [], rosters: [] }
const derive = (...lines: string[]) =>
  deriveRosters(
    parseNotice(
      { id: 'n', title, shortTitle: title, issuer: '局', year: 2025, ...none },
      [title, '一、对象', '本市医院。', ...lines].join('\n'),
    ).clauses,
  )

describe('a list of units is', () => {
  test('a table of an annex with a column of units, whatever it is about', () => {
    const lines = [
      '附件1',
      '接入单位名单',
      '序号\t批次\t单位名称\t牵头专病',
      '1\t首批\t省人民医院\t肺癌',
      '2\t次批\t泊水市中心医院\t胃癌',
    ]
    expect(derive(...lines)).toEqual([{ annex: 'a1', label: '接入单位名单', unit: '单位名称' }])
  })

  test('told with the column of what each unit does', () => {
    const lines = [
      '附件2',
      '项目清单',
      '项目\t序号\t承担单位',
      '专利培育\t1\t云陵铝业有限公司',
      '专利许可\t2\t岚江大学',
    ]
    expect(derive(...lines)).toEqual([{ annex: 'a2', label: '项目清单', unit: '承担单位', project: '项目' }])
  })

  test('no table of prices, of duties or of contacts, nor one in the text itself', () => {
    expect(derive('附件1', '标准', '项目\t计费单位\t金额', '检验\t每台\t20元', '复测\t每项\t30元')).toEqual([])
    expect(derive('附件1', '分工', '任务\t牵头单位', '培训\t市科技局', '统计\t市统计局')).toEqual([])
    expect(derive('附件1', '联系人', '单位\t联系人', '—\t张三', '—\t李四')).toEqual([])
    expect(derive('单位\t金额', '甲医院\t1', '乙医院\t2')).toEqual([])
  })
})

test('the lists of the bundled notices are found', () => {
  for (const { id, clauses, rosters } of loadNotices()) {
    expect(
      deriveRosters(clauses).map(({ annex }) => annex),
      id,
    ).toEqual(rosters.map(({ annex }) => annex))
  }
})
