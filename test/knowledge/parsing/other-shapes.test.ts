import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { expectWhole } from './expect-whole.ts'

function read(title: string, lines: string[]): Notice {
  const metadata = { id: 'other', title, shortTitle: title, issuer: '申江区知识产权局', year: 2025 }
  const none = { replaces: [], programmes: [], rosters: [] }
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

test('an article holds the paragraphs, lists and tables that follow it, and its title is no sentence', () => {
  const lines = [
    '公寓租金补贴办法',
    '第一条（适用范围）在本区就业的人才适用本办法。',
    '第二条 租金标准。具体标准见下表：',
    '类别\t每月租金',
    '甲类\t20元',
    '第三条 申请每年受理一次。有下列情形之一的，不予受理：',
    '（一）材料不全的；',
    '（二）逾期的。',
    '不予受理的，应当书面说明理由。',
    '第四条 本办法自2025年7月1日起施行。',
  ]
  const { clauses } = read('公寓租金补贴办法', lines)
  expect(clauses.slice(1).map(({ id, parent, path }) => [id, parent, path])).toEqual([
    ['1', undefined, '第一条 适用范围'],
    ['2', undefined, '第二条 租金标准'],
    ['t1.t', '2', '第二条 租金标准'],
    ['t1.r1', '2', '第二条 租金标准 › 1'],
    ['3', undefined, '第三条'],
    ['3.1', '3', '第三条 › （一）'],
    ['3.2', '3', '第三条 › （二）'],
    ['3.p1', '3', '第三条'],
    ['4', undefined, '第四条'],
  ])
})

test('a number that a figure follows is told from a decimal by the list it stands in', () => {
  const lines = [
    '关于签约的通知',
    '一、签约对象',
    '下列人员优先：',
    '1.65岁及以上老年人；',
    '2.孕产妇；',
    '3.2025年参保的人员。',
    '二、价格',
    '由下列各项相乘：',
    '1.5倍于上年的，按上年计。',
  ]
  expect(outline(read('关于签约的通知', lines)).slice(1)).toEqual([
    '1 heading 一、签约对象',
    '1.p1 paragraph 下列人员优先：',
    '1.1 item 1.65岁及以上老年人；',
    '1.2 item 2.孕产妇；',
    '1.3 item 3.2025年参保的人员。',
    '2 heading 二、价格',
    '2.p1 paragraph 由下列各项相乘：',
    '2.p2 paragraph 1.5倍于上年的，按上年计。',
  ])
})

test('a list from （1） to （3） within （一） stays one list', () => {
  const lines = [
    '关于申报的通知',
    '一、申报类别',
    '（一）人才',
    '1.高层次人才包括：',
    '（1）甲；',
    '（2）乙；',
    '（3）丙。',
    '2.重点人才。',
    '（二）条件',
  ]
  expect(read('关于申报的通知', lines).clauses.map(({ id }) => id)).toEqual([
    'title',
    '1',
    '1.1',
    '1.1.1',
    '1.1.1.1',
    '1.1.1.2',
    '1.1.1.3',
    '1.1.2',
    '1.2',
  ])
})

test('offices on a long line above the title are none of it', () => {
  const offices = '申江市滨江区科技创新和信息化局 申江市滨江区人力资源和就业服务局 申江市滨江区青年工作委员会'
  const title = '关于印发青年工坊扶持和高质量发展实施办法的通知'
  const long = `第一条 ${'为全面落实规划纲要，进一步支持创新创业，'.repeat(6)}制定本办法。`
  const { clauses } = read(title, [
    offices,
    '关于印发青年工坊扶持和高质',
    '量发展实施办法的通知',
    '各单位：',
    long,
    long.replace('一', '二'),
  ])
  expect(clauses.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    'front front',
    'title front',
    'front~2 front',
    '1 item',
    '2 item',
  ])
})

describe('a document that a notice announces', () => {
  const letter = [
    '各镇街：',
    '现将《稳定发展措施》印发给你们，请认真贯彻执行，执行中的问题请径向我局反映。',
    '特此通知。',
    '申江区知识产权局',
    '2025年2月11日',
  ]
  const measures = [
    '一、租金',
    '减免三个月。（对接部门：区房管局；联系人：张三；联系电话：55550118）',
    '贴息一年。（对接部门：区财政局；联系人：李四；联系电话：55550119）',
  ]
  const parts = [
    '1 heading 一、租金',
    '1.p1 paragraph 减免三个月。（对接部门：区房管局；联系人：张三；联系电话：55550118）',
    '1.p2 paragraph 贴息一年。（对接部门：区财政局；联系人：李四；联系电话：55550119）',
  ]

  test('begins after the signature with the title that a sentence of the notice names', () => {
    const title = '关于印发稳定发展措施的通知'
    expect(outline(read(title, [title, ...letter, '稳定发展措施', ...measures]))).toEqual([
      `title front ${title}`,
      'front front 各镇街：',
      'p1 paragraph 现将《稳定发展措施》印发给你们，请认真贯彻执行，执行中的问题请径向我局反映。',
      'closing closing 特此通知。／申江区知识产权局／2025年2月11日',
      'h1 heading 稳定发展措施',
      ...parts,
    ])
  })

  test('begins with its first provision where nothing names its title', () => {
    const title = '关于贯彻落实有关工作的通知'
    const read1 = outline(read(title, [title, ...letter, '若干事项', ...measures]))
    expect(read1.slice(-3)).toEqual(parts)
  })

  test('is none in the list of annexes, nor is the title where it is printed again', () => {
    const title = '关于印发实施方案的通知'
    const lines = [
      title,
      '申江区知识产权局',
      title,
      ...letter,
      '附件：1.实施方案',
      '2.分工表',
      '附件1实施方案',
      '一、目标',
      '附件2分工表',
    ]
    expect(outline(read(title, lines)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'title front',
      'front front',
      'p1 paragraph',
      'closing closing',
      'annexes closing',
      'a1 heading',
      'a1.1 heading',
      'a2 heading',
    ])
  })
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

  test('that marks its cells has headings over headings, and cells over columns in each of them', () => {
    const rows = table(
      '序号\t|病种\t\t|最高限额\t\t|有效期',
      '序号\t|分类\t|名称\t|职工\t|居民\t|有效期',
      '1\t|一类\t|花粉过敏\t|180元/月\t|45元/月\t|长期',
      '2\t|一类\t|居家照护\t|无\t\t|90天',
    )
    expect(rows.map(({ id, text }) => [id, text])).toEqual([
      ['t1.t', '序号 | 病种·分类 | 病种·名称 | 最高限额·职工 | 最高限额·居民 | 有效期'],
      ['t1.r1', '1 | 一类 | 花粉过敏 | 180元/月 | 45元/月 | 长期'],
      ['t1.r2', '2 | 一类 | 居家照护 | 无 | 90天'],
    ])
    expect(rows[2]?.cells).toMatchObject({ '最高限额·职工': '无', '最高限额·居民': '无', 有效期: '90天' })
    expect(rows[1]?.quote).toBe('1 | 一类 | 花粉过敏 | 180元/月 | 45元/月 | 长期')
  })

  test('that marks its cells has one row of headings where no headings stand under them', () => {
    const rows = table('单位\t|金额\t', '甲所\t|10\t|20', '乙所\t|30\t|40')
    expect(rows.map(({ id }) => id)).toEqual(['t1.t', 't1.r1', 't1.r2'])
  })

  test('whose merged cells are left out before the number is set right', () => {
    const rows = table(
      '类别\t|序号\t|指标\t|备注',
      '基础\t|1\t|住所\t|只取最高',
      '2\t|就业\t|单位\t',
      '加分\t|1\t|学历\t|',
    )
    expect(rows.slice(1).map(({ path }) => path)).toEqual(
      ['基础 › 1', '基础 › 2', '加分 › 1'].map((at) => `一、单位 › ${at}`),
    )
    expect(rows[2]?.cells).toEqual({ 类别: '基础', 序号: '2', 指标: '就业', 备注: '单位' })
  })

  test('of any cells is parsed without losing a character', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1', '2', '3', '10', '单位', '甲区', '  ', '合计', '|', '|1', '|甲'),
      fc.string({ maxLength: 3 }),
    )
    const row = fc.array(cell, { minLength: 2, maxLength: 5 }).map((cells) => cells.join('\t').replaceAll('\n', ' '))
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => void table(...rows)),
      { numRuns: 1000 },
    )
  })
})
