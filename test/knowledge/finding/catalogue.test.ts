import { describe, expect, test } from 'vitest'
import { annexTitle, buildCatalogue, fold } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'

const notices = loadNotices()
const catalogue = buildCatalogue(notices)

test('every clause of every notice has an entry, found by its place', () => {
  expect(catalogue.entries).toHaveLength(notices.flatMap(({ clauses }) => clauses).length)
  for (const entry of catalogue.entries) expect(catalogue.find(entry.notice.id, entry.clause.id)).toBe(entry)
  expect(catalogue.find('medical-2025', 'none')).toBeUndefined()
  expect(catalogue.find('none', '1')).toBeUndefined()
})

test('entries are linked as the clauses are', () => {
  for (const entry of catalogue.entries) {
    expect(entry.parent?.clause.id).toBe(entry.clause.parent)
    if (entry.parent) expect(entry.parent.children).toContain(entry)
    for (const child of entry.children) expect(child.parent).toBe(entry)
  }
})

describe('a clause belongs to the programme whose part it stands in', () => {
  const owners: [string, string, string | undefined][] = [
    ['medical-2025', '1.2.1', 'medical-center-2025'],
    ['medical-2025', '2.2.1', 'medical-promotion-2025'],
    ['medical-2025', '3.1', undefined],
    ['medical-2022', '2.1', 'medical-center-2022'],
    ['university-2022', '2.1.1', 'university-center-2022'],
    ['special-action-2024', '1.1', undefined],
    ['review-2024', 'p3', undefined],
  ]
  test.each(owners)('%s#%s: %s', (notice, clause, programme) => {
    expect(catalogue.find(notice, clause)?.programme?.id).toBe(programme)
  })
})

describe('what stands above a clause is known to it', () => {
  test.each([
    ['medical-2025', '1.2.1', '申报条件'],
    ['medical-2022', '4.2.1', '至2023年底'],
    ['university-2022', '2.1.1', '近期工作目标'],
    ['university-2022', 'a2.3.p2', '建设方案'],
  ])('%s#%s: %s', (notice, clause, word) => {
    const entry = catalogue.find(notice, clause)
    expect(entry?.above).toContain(word)
    expect(entry?.own).not.toContain('至2023年底')
  })
})

test('a row of a table knows the line that introduces the table, and the title of its annex', () => {
  const title = '关于核定门诊特定病种范围和最高支付限额标准以及审核确认有效期和办理流程的通知'
  const annex = '门诊特定病种范围、最高支付限额标准以及审核确认有效期和办理流程一览表（2025年版）'
  const lines = [
    title,
    '一、标准',
    '每名参保人的标准如下：',
    '病种\t限额',
    '甲病\t20元',
    '其余病种另行核定。',
    '类别\t比例',
    '住院\t85%',
  ]
  const source = [...lines, `附件：${annex}`, '附件', annex, '病种\t有效期', '乙病\t两年'].join('\n')
  const none = { replaces: [], names: [], programmes: [], rosters: [] }
  const notice = parseNotice({ id: 'n', title, shortTitle: title, issuer: '局', year: 2025, ...none }, source)
  const { find } = buildCatalogue([notice])
  expect(find('n', 't1.r1')?.above).toContain('每名参保人的标准如下')
  expect(find('n', 't2.r1')?.above).not.toContain('标准如下')
  expect(find('n', 't2.r1')?.above).not.toContain('另行核定')
  expect(find('n', 'a1.r1')?.clause.path).toBe(`附件 ${annex} › 1`)
})

describe('an annex is called what its heading or the list of annexes calls it', () => {
  const annexes: [string, string, string][] = [
    ['review-2024', 'a1.1', '工作总结模板'],
    ['review-2024', 'a2.t', '总结验收项目承担单位名单'],
    ['university-2022', 'a3.1', '项目实施承诺书'],
    ['university-2022', 'a1.1', '建设方案'],
  ]
  test.each(annexes)('%s#%s: %s', (notice, clause, title) => {
    expect(catalogue.find(notice, clause)?.document).toContain(title)
  })

  test('and one that is not listed has no title', () => {
    expect(annexTitle(notices[0]!, 'a99')).toBe('')
    expect(catalogue.find('medical-2025', '1.1')?.document).toBe('')
  })
})

test('a word is the rarer the fewer clauses hold it', () => {
  const [common, some, one, none] = ['知识产权', '申报条件', '长三角', '恐龙'].map((word) => catalogue.rarity(word))
  expect(common).toBeLessThan(some!)
  expect(some).toBeLessThan(one!)
  expect(one).toBeLessThan(none!)
  expect(catalogue.rarity('恐龙')).toBe(none)
})

test.each([
  ['１００ 件', '100件'],
  ['ＰＣＴ 申请', 'pct申请'],
  ['1 ： 1', '1:1'],
  ['\n医疗　卫生\t', '医疗卫生'],
  ['', ''],
])('%j is looked for as %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
  expect(fold(fold(text))).toBe(folded)
})
