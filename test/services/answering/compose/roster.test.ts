import { describe, expect, test } from 'vitest'
import { tellRoster } from '../../../../services/answering/compose/roster.ts'
import { topicOf } from '../../../../services/answering/compose/topic.ts'
import type { Finding, RosterFinding } from '../../../../services/answering/decide/finding.ts'
import { bases } from '../decide/bases.ts'
import { library } from '../decide/kilns.ts'
import { madeUp } from '../decide/made-up.ts'

const { talk, catalogue } = madeUp([bases, library])
const rosterOf = (finding: Finding): RosterFinding => {
  if (finding.kind !== 'roster') throw new Error(`a finding of kind ${finding.kind}`)
  return finding
}
const told = (...turns: string[]) => tellRoster(rosterOf(talk(...turns).finding), 'zh')

const columns = ['基地名称', '所在区县', '基地类别', '运营单位']

describe('rows are told by the columns of their list', () => {
  test.each<[string, string, string[][]]>([
    [
      '草堂诗歌研学基地在哪个区',
      '草堂诗歌研学基地，所在区县：青羊区，基地类别：博物馆类，运营单位：成都草堂文化发展有限公司',
      [['附件（成都市文化旅游示范基地名单）', '青羊区', '博物馆类', '成都草堂文化发展有限公司']],
    ],
    [
      '锦江区有哪些示范基地',
      '“锦江区”共2个',
      [
        ['春熙夜游示范基地', '锦江区', '街区类', '成都锦上文旅有限公司'],
        ['蜀绣传习基地', '锦江区', '博物馆类', '锦江非遗保护中心'],
      ],
    ],
    [
      '博物馆类的示范基地有哪些',
      '“博物馆类”共3个',
      [
        ['蜀绣传习基地', '锦江区', '博物馆类', '锦江非遗保护中心'],
        ['草堂诗歌研学基地', '青羊区', '博物馆类', '成都草堂文化发展有限公司'],
        ['安仁博物馆小镇基地', '大邑县', '博物馆类', '安仁文博投资有限公司'],
      ],
    ],
  ])('%s', (question, line, rows) => {
    const { text, table } = told(question)
    expect(text).toContain(line)
    expect((table?.rows ?? []).map((row) => row.map((cell) => cell.text))).toEqual(rows)
    expect(table!.columns).toEqual(rows.length > 1 ? columns : ['名单', ...columns.slice(1)])
  })

  test('and each cell of a row rests on it', () => {
    const finding = rosterOf(talk('博物馆类的示范基地有哪些').finding)
    for (const row of tellRoster(finding, 'zh').table!.rows)
      for (const { text, rest } of row) expect(Object.values(finding.rests[rest!]!.clause.cells!)).toContain(text)
  })
})

test('a whole list is one table, however few names the text has', () => {
  const { text, table } = told('示范基地名单一共多少家')
  expect(text).toContain('共列8个')
  expect(table!.rows).toHaveLength(8)
})

test('groups are told with their numbers, and stand in a table of two columns', () => {
  const { text, table } = told('示范基地分哪几类')
  expect(text).toMatch(/按基地类别分为4类：\n街区类：2个/u)
  expect(table).toEqual({
    columns: ['基地类别', '数量'],
    rows: [
      ['街区类', '2'],
      ['博物馆类', '3'],
      ['园区类', '2'],
      ['景区类', '1'],
    ].map((row) => row.map((text) => ({ text }))),
  })
})

test('a name that no list has is said to be in none, and of nothing else', () => {
  const { finding, text } = talk('三星堆研学基地在名单里吗')
  expect(finding.status).toBe('not-in-roster')
  expect(text).toContain('“三星堆研学基地”不在')
  expect(rosterOf(finding).rests).toEqual([])
})

describe('the unit of an answer', () => {
  const unitAfter = (...turns: string[]) => {
    const { memory } = talk(...turns)
    return topicOf(catalogue, memory)?.unit
  }

  test.each<[string, string[], string | undefined]>([
    ['is the topic', ['草堂诗歌研学基地在名单里吗'], '草堂诗歌研学基地'],
    ['stays the topic after what is handed in', ['草堂诗歌研学基地在名单里吗', '要交什么'], '草堂诗歌研学基地'],
    ['stays after a question that finds nothing', ['草堂诗歌研学基地在名单里吗', '门票多少钱'], '草堂诗歌研学基地'],
    ['gives way to another', ['草堂诗歌研学基地在名单里吗', '蜀绣传习基地呢'], '蜀绣传习基地'],
    ['gives way to several', ['草堂诗歌研学基地在名单里吗', '博物馆类的示范基地有哪些'], undefined],
    ['gives way to another notice', ['草堂诗歌研学基地在名单里吗', '图书馆读者证的押金是多少'], undefined],
    ['is none where several were told', ['博物馆类的示范基地有哪些'], undefined],
  ])('%s', (_, turns, unit) => {
    expect(unitAfter(...turns)).toBe(unit)
  })

  test.each(['要交什么', '什么时候交', '要报送什么材料'])('is whose duties are meant by: %s', (asked) => {
    for (const between of [[], ['门票多少钱']]) {
      const { finding } = talk('草堂诗歌研学基地在名单里吗', ...between, asked)
      const { parts, unit } = rosterOf(finding)
      expect(unit).toBe('草堂诗歌研学基地')
      expect(parts).toMatchObject([{ part: 'duty', sentence: expect.stringContaining('1月31日前') }])
    }
  })
})

describe('in English', () => {
  test.each<[string, string[]]>([
    [
      '草堂诗歌研学基地在名单里吗',
      ['Yes: 草堂诗歌研学基地 is in ', ', 1 row:', '; 运营单位: 成都草堂文化发展有限公司', 'original in Chinese'],
    ],
    ['三星堆研学基地在名单里吗', ['“三星堆研学基地” is not in ', '(not found)']],
  ])('%s', (question, parts) => {
    const { text } = tellRoster(rosterOf(talk(question).finding), 'en')
    for (const part of parts) expect(text).toContain(part)
  })

  test('each part of a finding has an English line', () => {
    const finding = rosterOf(talk('博物馆类的示范基地有哪些').finding)
    const [row] = finding.rows
    const { roster } = row!
    const name = { values: ['博物馆类'] }
    const parts: [RosterFinding['parts'][number], string][] = [
      [{ part: 'elsewhere', names: ['甲基地'], looked: { lists: [roster] }, rows: [row!] }, 'No: 甲基地 is not in '],
      [
        { part: 'members', name, rows: [row!], isWhole: false, isDetailed: false, lacks: '甲基地' },
        '甲基地 is not among them. 博物馆类: 1 in all',
      ],
      [
        { part: 'of-kind', kind: '医院', roster, groups: [{ name: '', rows: [row!] }], isWhole: true },
        ', hospitals: 1:',
      ],
      [
        { part: 'groups', roster, column: '基地类别', groups: [{ name: '园区类', count: 2 }] },
        'by 基地类别: 1 group:\n园区类: 2',
      ],
      [{ part: 'list', roster, isWhole: false, lists: 1 }, '8 in all in '],
      [{ part: 'all-in', name, count: 3, roster }, 'All 3 of 博物馆类 are in '],
      [{ part: 'count', name, count: 3 }, '博物馆类: 3 in all.'],
      [
        { part: 'absent', name: '甲', looked: { notice: '某通知' }, lists: [roster], isUnit: false },
        'No unit whose name holds “甲”',
      ],
      [
        { part: 'duty', entry: row!.entry, sentence: '按时报送。', closed: '2026-01-31' },
        'The deadline was 31 January 2026',
      ],
    ]
    for (const [part, line] of parts) expect(tellRoster({ ...finding, parts: [part] }, 'en').text).toContain(line)
  })
})
