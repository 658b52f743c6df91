import { describe, expect, test } from 'vitest'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { expectWhole } from './expect-whole.ts'

function read(title: string, lines: string[]): Notice {
  const metadata = { id: 'other', title, shortTitle: title, issuer: '申江市人民政府', year: 2025 }
  const notice = parseNotice({ ...metadata, replaces: [], programmes: [], rosters: [] }, lines.join('\n'))
  expectWhole(notice)
  return notice
}

const outline = ({ clauses }: Notice) => clauses.map(({ id, kind }) => `${id} ${kind}`)
const places = (notice: Notice) =>
  Object.fromEntries(notice.clauses.map(({ id, text }) => [text.replaceAll('\n', ''), id]))

test('parts, chapters, articles with 之一 and their paragraphs are a tree', () => {
  const lines = [
    '申江市市场条例',
    '第一编 总则',
    '第一章 一般规定',
    '第一条 为了规范市场，制定本条例。',
    '第一条之一 本条例适用于本市。',
    '第二编 分则',
    '第一分编 通则',
    '第一千二百条 经营者应当依法经营。',
    '违反前款规定的，由市场监督管理部门责令限期改正；逾期不改正的，处一万元以上五万元以下的罚款，并记入信用档案，向社会公布。',
  ]
  expect(outline(read(lines[0]!, lines))).toEqual([
    'title front',
    '1 heading',
    '1.1 heading',
    '1.1.1 item',
    '1.1.1-1 item',
    '2 heading',
    '2.1 heading',
    '2.1.1200 item',
    '2.1.1200.p1 paragraph',
  ])
})

test('each paragraph stands under the provision it belongs to', () => {
  const lines = [
    '关于发放补贴的通知',
    '一、补贴按下列标准发放，具体如下：',
    '（一）租房的，每月800元。',
    '租房以备案的合同为准。',
    '（二）购房的，每户5万元。',
    '同一户只能享受一项。',
    '二、本通知自2025年5月1日起施行，有效期五年。',
    '此前的规定与本通知不一致的，以本通知为准；本通知施行前已经受理的申请，仍然按照此前的规定办理，直至该笔补贴发放完毕为止。',
  ]
  const found = places(read(lines[0]!, lines))
  expect([
    found['租房以备案的合同为准。'],
    found['同一户只能享受一项。'],
    Object.entries(found).find(([text]) => text.startsWith('此前'))?.[1],
  ]).toEqual(['1.1.p1', '1.p1', '2.p1'])
})

test('a second list of an article stands under the paragraph that leads to it', () => {
  const lines = [
    '资源税办法',
    '第一条 有下列情形之一的，免税：',
    '（一）自用的；',
    '（二）救灾的。',
    '有下列情形之一的，减税：',
    '（一）低丰度的；',
    '（二）尾矿的；',
    '（三）充填开采的。',
    '减税须经核准。',
  ]
  expect(outline(read(lines[0]!, lines)).slice(1)).toEqual([
    '1 item',
    '1.1 item',
    '1.2 item',
    '1.p1 paragraph',
    '1.p1.1 item',
    '1.p1.2 item',
    '1.p1.3 item',
    '1.p2 paragraph',
  ])
})

describe('numbers of every kind', () => {
  const deep: [string, string[], string[]][] = [
    ['with letters below circles', ['①企业', 'a.营业执照；', 'b.章程。', '②个人'], ['1', '1.a', '1.b', '2']],
    ['with half brackets', ['1.材料', '1）申请表；', '2）承诺书。', '2.期限'], ['1', '1.1', '1.2', '2']],
    ['in one sign', ['㈠对象', '⑴企业；', '⑵个人。', '㈡条件'], ['1', '1.1', '1.2', '2']],
    [
      'with points between',
      ['1.范围', '1.1适用企业', '1.2适用个人', '2.要求', '2.1 申请'],
      ['1', '1.1', '1.2', '2', '2.1~2'],
    ],
    ['of parts', ['第一部分：病种', '一、高血压', '第二部分：药品', '一、阿司匹林'], ['1', '1.1', '2', '2.1']],
  ]
  test.each(deep.slice(0, 3).concat(deep.slice(4)))('%s are a tree', (_, lines, ids) => {
    expect(
      read('办事指南', ['办事指南', ...lines])
        .clauses.slice(1)
        .map(({ id }) => id),
    ).toEqual(ids)
  })

  test('with points between stand under the whole number', () => {
    const { clauses } = read('办事指南', ['办事指南', '1.范围', '1.1适用企业', '1.2适用个人', '2.要求', '3.其他'])
    expect(clauses.slice(1).map(({ id }) => id)).toEqual(['1', '1.1', '1.2', '2', '3'])
  })

  test('are none where a figure or a word begins so', () => {
    const lines = ['办事指南', '一、标准', '补贴为：', '1.5万元每户。', '3个月内发放。']
    expect(outline(read(lines[0]!, lines)).slice(1)).toEqual([
      '1 heading',
      '1.p1 paragraph',
      '1.p2 paragraph',
      '1.p3 paragraph',
    ])
  })
})

test('articles stand under 「一、」 where that is a heading of them', () => {
  const lines = [
    '司法解释',
    '一、总则',
    '第一条 甲应当依法。',
    '第二条 乙应当依法。',
    '二、保证',
    '第三条 丙应当依法。',
  ]
  expect(outline(read('司法解释', lines)).slice(1)).toEqual([
    '1 heading',
    '1.1 item',
    '1.2 item',
    '2 heading',
    '2.3 item',
  ])
})

test('a table of contents is one clause, and its headings stand in the text alone', () => {
  const lines = [
    '管理办法',
    '目　录',
    '第一章　总则',
    '第二章　附则',
    '第一章　总则',
    '第一条　为了管理，制定本办法。',
    '第二章　附则',
    '第二条　本办法自公布之日起施行。',
  ]
  expect(outline(read('管理办法', lines))).toEqual([
    'title front',
    'contents front',
    '1 heading',
    '1.1 item',
    '2 heading',
    '2.2 item',
  ])
})

test('the title of a chapter goes on in a second line', () => {
  const lines = ['议事规则', '第一章 工作报告的审议，国民经济计划和', '财政预决算的审查', '第一条 会议每年举行一次。']
  const [, chapter] = read('议事规则', lines).clauses
  expect(chapter).toMatchObject({ kind: 'heading', heading: '工作报告的审议，国民经济计划和财政预决算的审查' })
})

describe('what ends a notice', () => {
  test('swallows no text that comes after it', () => {
    const lines = [
      '关于申报的通知',
      '一、请于5月1日前申报。',
      '特此通知。',
      '附件：1.申报书',
      '2.汇总表',
      '本通知自2025年5月1日起施行，此前的通知同时废止，不再执行。',
      '二、联系方式另行公布，请各单位及时关注。',
    ]
    expect(outline(read(lines[0]!, lines)).slice(1)).toEqual([
      '1 item',
      'closing closing',
      'annexes closing',
      '1.p1 paragraph',
      '2 item',
    ])
  })

  test('may list the annexes before the signature, under a line of their own', () => {
    const lines = [
      '关于住房的通知',
      '一、本通知自2025年5月1日起施行。',
      '附件：',
      '1.收入限额',
      '2.补贴标准',
      '申江市住房局',
      '2025年4月1日',
    ]
    expect(outline(read(lines[0]!, lines)).slice(1)).toEqual(['1 item', 'annexes closing', 'closing closing'])
  })

  test('may be followed by tables with a number of their own', () => {
    const lines = [
      '收费办法',
      '第一条 标准见附表1。',
      '附表1 学费标准（单位：元）',
      '类别\t标准',
      '中职\t2400',
      '附表2 住宿费标准',
      '类别\t标准',
      '六人间\t700',
    ]
    expect(outline(read(lines[0]!, lines)).slice(2)).toEqual([
      'a1 heading',
      'a1.t table',
      'a1.r1 row',
      'a2 heading',
      'a2.t table',
      'a2.r1 row',
    ])
  })
})

test('what a web page has around a text is furniture', () => {
  const lines = [
    '申江市知识产权局网站',
    '首页 > 政务公开 > 通知公告 > 正文',
    '关于申报的通知',
    '发布时间：2025-05-01 来源：本站 浏览次数：12',
    '一、请于5月1日前申报。',
    '打印 关闭 分享到：',
  ]
  expect(read(lines[2]!, lines).clauses.map(({ kind }) => kind)).toEqual([
    'furniture',
    'front',
    'furniture',
    'item',
    'furniture',
  ])
})
