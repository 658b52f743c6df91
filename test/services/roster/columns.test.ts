import { expect, test } from 'vitest'
import { looksLikeUnit, readColumns } from '../../../services/roster/columns.ts'

const table = (header: string, ...rows: string[]) => {
  const names = header.split(' ')
  return rows.map((row) => Object.fromEntries(row.split(' ').map((cell, at) => [names[at]!, cell])))
}

test('units, running numbers and groups are told by what the columns hold', () => {
  const rows = table(
    '编号 县 学校 校长 班数',
    '1 甲县 甲县一中 李一 12',
    '2 甲县 城关小学 王二 30',
    '3 乙县 乙县二中 赵三 18',
    '4 乙县 东关小学 钱四 9',
  )
  expect(readColumns(rows, '示范学校名单')).toEqual({
    unit: '学校',
    number: '编号',
    labels: ['县', '校长'],
    groups: ['县'],
    figures: ['班数'],
    shown: ['县', '校长', '班数'],
  })
})

test('where several columns name somebody, the one with most different names lists the units', () => {
  const rows = table('学校 班级 姓名', '一中 一班 甲甲', '一中 一班 乙乙', '二中 三班 丙丙', '二中 三班 丁丁')
  expect(readColumns(rows, '获奖名单')?.unit).toBe('姓名')
})

test('those listed go by their own names, however they look, and not by the districts that they are in', () => {
  const workshops = table('序号 工坊名称 所在区县', '1 半亩漆舍 梅溪区', '2 榫卯堂 石桥区', '3 小满陶社 东陵区')
  expect(readColumns(workshops, '工坊名单')?.unit).toBe('工坊名称')
  const projects = table('序号 项目名称 实施地区', '1 清渠工程 梅溪区', '2 亮灯工程 石桥区', '3 修路工程 东陵区')
  expect(readColumns(projects, '承担单位名单')?.unit).toBe('实施地区')
})

test.each([
  [
    'a table of fees',
    table('服务包 费用 说明', '基础包 70元 每年', '母婴包 190元 每年', '老年包 90元 每年'),
    '收费标准',
  ],
  [
    'a table of places with figures',
    table('学校 班数 人数', '实验小学 8 360', '新城小学 10 450', '城南小学 6 270'),
    '招生计划',
  ],
  [
    'a table of telephones',
    table(
      '单位 科室 电话',
      '甲县医院 医务科 0831-5550101',
      '乙县医院 医务科 0831-5550102',
      '丙县医院 医务科 0831-5550103',
    ),
    '联系方式',
  ],
  ['criteria', table('指标 分值 说明', '建设基础 35 团队', '业绩 30 项目', '管理 35 制度'), '评审指标表'],
])('%s is no roster', (_name, rows, title) => {
  expect(readColumns(rows, title)).toBeUndefined()
})

test.each(['瑞金医院', '青羊区文化馆', '云陵铝材研究院', '浦东新区', '上海长征医院（海军军医大学第二附属医院）'])(
  '%s reads as a name',
  (name) => {
    expect(looksLikeUnit(name)).toBe(true)
  },
)

test.each(['公司', '医院', '在不', '2022年度的', '机器人', '材料', '区'])('%s does not', (name) => {
  expect(looksLikeUnit(name)).toBe(false)
})
