import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { expectWhole } from './expect-whole.ts'

function read(title: string, lines: string[]): Notice {
  const metadata = { id: 'other', title, shortTitle: title, issuer: '申江区知识产权局', year: 2025 }
  const none = { replaces: [], names: [], programmes: [], rosters: [] }
  const notice = parseNotice({ ...metadata, ...none }, lines.join('\n'))
  expectWhole(notice)
  return notice
}

const outline = ({ clauses }: Notice) =>
  clauses.map(({ id, kind, text }) => `${id} ${kind} ${text.replaceAll('\n', '／')}`)

test('a measure of chapters, sections and articles is a tree of them, and articles are counted through', () => {
  const lines = [
    '上海市专利资助办法',
    '第一章　总则',
    '第一条　为了鼓励发明创造，根据《中华人民共和国专利法》第三条',
    '第二款的规定，制定本办法。',
    '第二章　资助范围',
    '第一节　国内专利',
    '第二条　申请资助应当符合下列条件：',
    '（一）在本市注册；',
    '（二）专利权有效。',
    '第三条　符合前条规定的，可以申请。',
    '第三章　附则',
    '第二十一条　本办法自2025年7月1日起施行。',
  ]
  expect(outline(read('上海市专利资助办法', lines))).toEqual([
    'title front 上海市专利资助办法',
    '1 heading 第一章 总则',
    '1.1 item 第一条 为了鼓励发明创造，根据《中华人民共和国专利法》第三条第二款的规定，制定本办法。',
    '2 heading 第二章 资助范围',
    '2.1 heading 第一节 国内专利',
    '2.1.2 item 第二条 申请资助应当符合下列条件：',
    '2.1.2.1 item （一）在本市注册；',
    '2.1.2.2 item （二）专利权有效。',
    '2.1.3 item 第三条 符合前条规定的，可以申请。',
    '3 heading 第三章 附则',
    '3.21 item 第二十一条 本办法自2025年7月1日起施行。',
  ])
})

describe('the end of a notice', () => {
  const head = [
    '关于申报的通知',
    '各单位：',
    '一、申报条件',
    '有效发明专利十件以上。',
    '二、联系方式',
    '联系人：张三',
    '电话：55550118',
  ]

  test('is its signature where no 特此通知 announces it, and annexes with their titles follow', () => {
    const lines = [
      ...head,
      '申江区知识产权局',
      '申江区教育局',
      '2025年3月2日',
      '附件1：项目申报书',
      '一、基本情况',
      '申报单位填写基本情况，不超过一千字。',
      '附件 2　承诺书',
      '本单位承诺所填内容真实，如有虚假，愿意承担责任。',
    ]
    expect(outline(read('关于申报的通知', lines)).slice(4)).toEqual([
      '2 heading 二、联系方式',
      '2.p1 contact 联系人：张三／电话：55550118',
      'closing closing 申江区知识产权局／申江区教育局／2025年3月2日',
      'a1 heading 附件1：项目申报书',
      'a1.1 heading 一、基本情况',
      'a1.1.p1 paragraph 申报单位填写基本情况，不超过一千字。',
      'a2 heading 附件2承诺书',
      'a2.p1 paragraph 本单位承诺所填内容真实，如有虚假，愿意承担责任。',
    ])
  })

  test('begins with 特此通知 even after a line that is full', () => {
    const full = '1.申报单位应当按照要求填写项目申报书，并准备相关证明材料，于5月1日前报送。'
    const clauses = outline(
      read('关于申报的通知', ['关于申报的通知', '一、程序', full, '特此通知。', '申江区知识产权局', '2025年3月2日']),
    )
    expect(clauses.slice(-2)).toEqual([
      `1.1 item ${full}`,
      'closing closing 特此通知。／申江区知识产权局／2025年3月2日',
    ])
  })

  test('does not begin with a day or an office in the middle of the text', () => {
    const lines = [
      '关于申报的通知',
      '一、时间',
      '2025年3月2日',
      '二、地点',
      '申江区知识产权局',
      '三、对象',
      '本区企业。',
    ]
    expect(outline(read('关于申报的通知', lines)).at(-1)).toBe('3.p1 paragraph 本区企业。')
  })
})

test('annexes with the same number are told apart', () => {
  const notice = read('关于申报的通知', [
    '关于申报的通知',
    '一、对象',
    '附件1',
    '申报书',
    '一、情况',
    '附件1',
    '承诺书',
    '一、承诺',
  ])
  expect(outline(notice).slice(-4)).toEqual([
    'a1 heading 附件1／申报书',
    'a1.1 heading 一、情况',
    'a1~2 heading 附件1／承诺书',
    'a1~2.1 heading 一、承诺',
  ])
})

describe('a table', () => {
  const table = (...rows: string[]) =>
    read('名单', ['名单', '一、单位', ...rows]).clauses.filter(({ kind }) => kind === 'row' || kind === 'table')

  test('without running numbers has rows by their place, and merged cells carried down', () => {
    const rows = table('区\t单位\t电话', '甲区\t一所\t55550118', '\t二所\t55550119')
    expect(rows.map(({ id }) => id)).toEqual(['t1.t', 't1.r1', 't1.r2'])
    expect(rows[2]?.cells).toEqual({ 区: '甲区', 单位: '二所', 电话: '55550119' })
    expect(rows[2]?.text).toBe('甲区 | 二所 | 55550119')
  })

  test('with running numbers has rows by them', () => {
    const rows = table('序号\t单位', '1\t一所', '2\t二所', '3\t三所')
    expect(rows.slice(1).map(({ id, text }) => [id, text])).toEqual([
      ['t1.r1', '1 | 一所'],
      ['t1.r2', '2 | 二所'],
      ['t1.r3', '3 | 三所'],
    ])
  })

  test('with one column of groups has each row under its own', () => {
    const rows = table('类别\t序号\t单位', '高校\t1\t一校', '\t2\t二校', '医院\t3\t一院', '\t4\t')
    expect(rows.slice(1).map(({ path, text }) => `${path}: ${text}`)).toEqual([
      '一、单位 › 高校 › 1: 高校 | 1 | 一校',
      '一、单位 › 高校 › 2: 高校 | 2 | 二校',
      '一、单位 › 医院 › 3: 医院 | 3 | 一院',
      '一、单位 › 医院 › 4: 医院 | 4',
    ])
  })

  test('has empty cells where it has none, and columns where the header has no name', () => {
    const rows = table('序号\t单位\t备注', '1\t\t暂缓', '2\t二所', '3\t三所\t\t甲区')
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      { 序号: '1', 单位: '', 备注: '暂缓', 列4: '' },
      { 序号: '2', 单位: '二所', 备注: '', 列4: '' },
      { 序号: '3', 单位: '三所', 备注: '', 列4: '甲区' },
    ])
  })

  test('with a sum below keeps it as a row', () => {
    const rows = table('序号\t单位\t金额', '1\t一所\t20', '2\t二所\t30', '合计\t\t50')
    expect(rows.map(({ text }) => text).at(-1)).toContain('50')
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  test('of any cells is parsed without losing a character', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '2', '3', '10', '单位', '甲区', '  ', '合计'),
      fc.string({ maxLength: 3 }),
    )
    const row = fc.array(cell, { minLength: 2, maxLength: 5 }).map((cells) => cells.join('\t').replaceAll('\n', ' '))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => void table(...rows)),
      { numRuns: 1000 },
    )
  })
})
