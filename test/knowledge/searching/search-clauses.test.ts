import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Hit, SearchQuery } from '../../../knowledge/searching/hit.ts'
import { buildLexicalIndex } from '../../../knowledge/searching/lexical-index.ts'
import { searchClauses } from '../../../knowledge/searching/search-clauses.ts'
import { testDatabase } from '../../support/database.ts'

const { db } = await testDatabase()
const notices = loadNotices()

/** The ways of searching, which find the same. */
const index = buildLexicalIndex(notices)
const ways: [string, (query: SearchQuery) => Promise<Hit[]>][] = [
  ['in the database', (query) => searchClauses(db, query)],
  ['in memory', async (query) => index.search(query)],
]
const place = ({ notice, clause }: { notice: string; clause: string }) => `${notice}#${clause}`

test('an index without notices finds nothing', async () => {
  expect(await searchClauses(db, { query: '有效发明专利', limit: 10 })).toEqual([])
  expect(buildLexicalIndex([]).search({ query: '有效发明专利', limit: 10 })).toEqual([])
})

describe.each(ways)('with the five notices, %s', (_way, searchBy) => {
  const search = (query: string, more: Partial<SearchQuery> = {}) => searchBy({ query, limit: 10, ...more })

  beforeAll(async () => {
    await indexNotices(db, notices)
  })

  /** What is asked, what must come first, and why it does. */
  const ranking: [string, string, string][] = [
    [
      '2025年运营中心申报要有多少件有效发明专利',
      'medical-2025#1.2.1',
      'the year in the short title lifts it above the 30 件 of 2022',
    ],
    ['有效发明专利30件以上', 'medical-2022#2.2', 'the number is a term of its own and stands in one condition only'],
    ['盘点率要达到多少', 'medical-2025#1.2.2', '盘点率 is in no other clause; 多少 asks and is left out'],
    [
      '2025年运营促进中心要服务多少家医疗机构',
      'medical-2025#2.2.1',
      '促进中心 is on its way from the top, 服务 and 机构 in its text',
    ],
    [
      '2025年每家运营中心支持多少工作经费',
      'medical-2025#1.4.p1',
      '每家 is not said of the promotion centre, and the year is not 2022',
    ],
    ['作价入股典型案例', 'medical-2025#1.2.4', 'all pairs side by side, and the shortest that has them'],
    ['张燕山的联系电话', 'medical-2025#contact', '联系电话 is its word; the notice of 2022 says 联系方式'],
    ['三级以上医疗机构', 'medical-2022#1.p1', 'hardly a word more than the question'],
    ['自筹配套资金比例', 'medical-2022#7.p1', '自筹 stands nowhere else'],
    ['PCT专利申请增长', 'medical-2022#4.2.4', 'the measure of the action has PCT and no 增长'],
    ['高校优先的条件是什么', 'university-2022#1.p2', '优先 and 高校; that of the hospitals lacks 高校'],
    ['专利开放许可完成多少项', 'university-2022#2.1.1', 'shorter than the targets of the hospitals, and counts in 项'],
    ['专职负责人员不少于几人', 'university-2022#a1.4.1.p2', '负责人员 tells it from the 专职工作人员 of 2022'],
    ['服务团队个人奖励比例', 'university-2022#a1.4.3.p2', '个人奖励 is in no other clause'],
    ['申报书打印一式几份', 'university-2022#a2.h1.5', '打印 is said in the instructions of the form alone'],
    ['高价值专利培育到2025年底的目标', 'special-action-2024#1.2', '2025年底 beside 培育; the others have another year'],
    ['专利质押融资登记规模', 'special-action-2024#6.25', '规模 beside 质押融资'],
    [
      '专利超市建设',
      'special-action-2024#2.10',
      'covers 建设 too; the fifteen rows of the project are shorter and lack it',
    ],
    ['ISO56005创新管理国际标准', 'special-action-2024#3.13', 'full-width letters and digits are folded on both sides'],
    ['长三角G60科创走廊', 'special-action-2024#5.22', 'the same for Ｇ６０ with a blank before it'],
    ['商标质押登记办理窗口', 'special-action-2024#6.30', 'all of the question is in it, word for word'],
    ['责任单位 青浦区政府', 'special-action-2024#5.22', 'the responsible units are a part of their measure'],
    ['总结材料寄送地址和截止日期', 'review-2024#p3', '寄送 and 总结材料; its deadline stands in the same paragraph'],
    ['上海禾赛科技有限公司', 'review-2024#a2.r56', 'a row is found by the name of its unit'],
    ['长征医院中期检查', 'review-2024#a3.r16', 'the annex on its way from the top tells what the row is about'],
    ['GB/T 33251-2016', 'university-2022#a1.4.2.p2', 'the parts of a standard’s number are terms'],
    [
      '项目 实施承诺书 失信 责任',
      'university-2022#a3.p3',
      'blanks between words change nothing but the pairs across them',
    ],
  ]

  test.each(ranking)('%s → %s: %s', async (query, first) => {
    const [hit] = await search(query)
    expect(hit && place(hit)).toBe(first)
  })

  test('scores fall, coverage is a share, and hits tell what the clauses do', async () => {
    const hits = await search('运营中心申报条件', { limit: 50 })
    expect(hits.length).toBe(50)
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).toSorted((a, b) => b - a))
    for (const hit of hits) {
      expect(hit.coverage).toBeGreaterThan(0)
      expect(hit.coverage).toBeLessThanOrEqual(1)
      const clause = notices.find(({ id }) => id === hit.notice)?.clauses.find(({ id }) => id === hit.clause)
      expect(hit).toMatchObject({ heading: clause?.path, text: clause?.text })
    }
    expect(new Set(hits.map(place)).size).toBe(hits.length)
  })

  test('a notice asked for is searched alone', async () => {
    for (const { id } of notices) {
      const hits = await search('专利', { notice: id, limit: 20 })
      expect(hits.length, id).toBeGreaterThan(0)
      expect(new Set(hits.map(({ notice }) => notice))).toEqual(new Set([id]))
    }
    expect(await search('专利', { notice: 'no-such-notice' })).toEqual([])
  })

  test.each([1, 2, 7, 50])('no more than %i hits come where so many are asked for', async (limit) => {
    const hits = await search('专利', { limit })
    expect(hits).toHaveLength(limit)
    expect(hits).toEqual((await search('专利', { limit: 50 })).slice(0, limit))
  })

  test('what the page carries for the printer, and the head of the notice, are not found', async () => {
    const hits = await search('上海市知识产权局办公室 2025年6月4日印发', { limit: 50 })
    const found = hits.map(({ notice, clause }) =>
      notices.find(({ id }) => id === notice)?.clauses.find(({ id }) => id === clause),
    )
    expect(found.filter((clause) => clause?.kind === 'furniture' || clause?.kind === 'front')).toEqual([])
  })

  test('other words for what is asked lift the clauses that say it so', async () => {
    const rank = async (expansions: string[]) =>
      (await search('入选的医院能拿到多少钱', { limit: 50, expansions })).map(place).indexOf('medical-2022#7.p1')
    const own = await rank([])
    const lifted = await rank(['扶持资金', '支持工作经费'])
    expect(lifted).toBeGreaterThanOrEqual(0)
    expect(own === -1 || lifted < own).toBe(true)
  })

  test('other words weigh less than the question’s own', async () => {
    const [first] = await search('商标质押登记办理窗口', { expansions: ['盘点率'] })
    expect(first && place(first)).toBe('special-action-2024#6.30')
  })

  const odd: [string, string][] = [
    ['nothing', ''],
    ['punctuation', '？！，。……——「」'],
    ['an emoji', '🙂👍🏽'],
    ['a character that no notice has', '龘'],
    ['a word that no notice has', 'quetzalcoatl'],
    ['white space', ' \t\n　'],
  ]
  test.each(odd)('%s finds nothing', async (_, query) => expect(await search(query)).toEqual([]))

  const harmless: [string, string][] = [
    ['2,000 characters', '有效发明专利达到多少件以上'.repeat(160).slice(0, 2000)],
    ['2,000 different characters', String.fromCharCode(...Array.from({ length: 2000 }, (_, at) => 0x4e00 + at))],
    ['SQL', `有效发明专利'; drop table clause; -- {1:2}/3 $1 \\' " % _`],
    ['half an emoji', '有效发明专利\ud83d'],
    ['full width', '有效发明专利１００件'],
    ['a NUL', '有效发明专利\0'],
  ]
  test.each(harmless)('%s does no harm', async (_, query) => {
    const hits = await search(query, { limit: 3 })
    expect(hits).toHaveLength(3)
    expect((await search('盘点率')).length).toBeGreaterThan(0)
  })
})

describe('the index in memory', () => {
  beforeAll(async () => {
    await indexNotices(db, notices)
  })

  const questions = readFileSync(new URL('../../fixtures/samples/questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { question: string }).question)

  test('ranks as the database does', async () => {
    expect(questions.length).toBeGreaterThan(20)
    for (const query of questions) {
      const asked = { query, limit: 10, expansions: ['扶持资金', '截止'] }
      expect(await searchClauses(db, asked), query).toEqual(index.search(asked))
    }
  })

  test('is none the worse for a notice that is added', () => {
    const [first, ...rest] = notices
    const grown = buildLexicalIndex([...rest, first!])
    const asked = { query: '有效发明专利要多少件', limit: 10 }
    expect(grown.search(asked)).toEqual(index.search(asked))
    expect(
      buildLexicalIndex(rest)
        .search(asked)
        .map(({ notice }) => notice),
    ).not.toContain(first!.id)
  })
})
