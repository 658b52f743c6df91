import { describe, expect, test } from 'vitest'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { excerptOf } from '../../../services/answering/decide/excerpt.ts'
import type { Question } from '../../../services/answering/understand/question.ts'
import { readQuestion } from '../../../services/answering/understand/read-question.ts'
import { inScope } from '../../../services/answering/understand/scopes.ts'
import { readWording } from '../../../services/answering/understand/read-wording.ts'
import { isEnglish } from '../../../services/answering/understand/translate-english.ts'
import { catalogue, spelling } from '../../support/answering.ts'

const read = (text: string, today = '2026-11-21'): Question =>
  readQuestion(catalogue, readWording(spelling, text, today), undefined)
const entry = (notice: string, clause: string) => {
  const found = catalogue.find(notice, clause)
  if (!found) throw new Error(`${notice}#${clause} is no clause`)
  return found
}

describe('a word typed by sound is repaired', () => {
  const repaired: [string, string][] = [
    ['质压融资', '质押融资'],
    ['专利盘店', '专利盘点'],
    ['多少忆', '多少亿'],
    ['典型岸例', '典型案例'],
    ['产业化绿要多少', '产业化率'],
    ['开放许可生明', '开放许可声明'],
    ['yunying zhongxin shenbao tiaojian', '运营中心申报条件'],
  ]
  test.each(repaired)('%s: %s', (typed, meant) => {
    expect(spelling.repair(typed)).toContain(meant)
  })

  test('and what is typed rightly stays', () => {
    for (const text of [
      '2025年医疗运营中心要多少件有效发明专利',
      '复旦大学附属中山医院在哪份名单',
      '材料一式几份，送到哪里',
      '今天天气怎么样',
      '评审里运营绩效占几分，多少分算过',
      '够资格申高校运营中心吗',
      '牌子上统一写什么字',
      '要占高校手里有效专利几个点',
      '这份文件是哪天印的',
      '专职人员配几个',
      'the deadline please',
      '',
    ])
      expect(spelling.repair(text)).toBe(text)
  })

  test('and repairing twice is repairing once, for every clause of the notices', () => {
    for (const { clause } of catalogue.entries.slice(0, 120)) {
      const text = clause.text.slice(0, 60).toLowerCase()
      const once = spelling.repair(text)
      expect(spelling.repair(once)).toBe(once)
    }
  })
})

describe('sentences', () => {
  const cut: [string, string[]][] = [
    ['甲。乙。', ['甲。', '乙。']],
    ['甲；乙！丙？', ['甲；', '乙！', '丙？']],
    ['甲（一。二；三）乙。丙。', ['甲（一。二；三）乙。', '丙。']],
    ['甲。（责任单位：市科委）', ['甲。（责任单位：市科委）']],
    ['“甲。”乙。', ['“甲。”', '乙。']],
    ['甲\n乙', ['甲', '乙']],
    ['没有句号', ['没有句号']],
    ['', []],
  ]
  test.each(cut)('of %j are %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences)
  })

  test('of a clause are, joined, the clause', () => {
    const plain = (text: string) => text.replace(/\s/gu, '')
    for (const each of catalogue.entries.filter(({ clause }) => ['item', 'paragraph'].includes(clause.kind)))
      expect(plain(sentencesOf(each.clause.text).join('')), each.clause.id).toBe(plain(each.clause.text))
  })
})

describe('an excerpt', () => {
  test('of a short clause is the clause without its number', () => {
    expect(excerptOf(read('有效发明专利'), entry('medical-2025', '1.2.1'))).toBe(
      '截至申报日，有效发明专利达到100件以上。',
    )
  })

  test('of a long one is the sentences that answer, a gap shown', () => {
    const clause = entry('special-action-2024', '6.25')
    const text = excerptOf(read('质押融资登记规模要超过多少亿元'), clause)
    expect(text).toContain('300亿元')
    expect(text.length).toBeLessThan(bodyOf(clause).length)
  })

  test('is made of the words of its clause, in their order', () => {
    const questions = ['支持经费多少', '由谁负责', '截止日期', '有什么要求'].map((text) => read(text))
    for (const each of catalogue.entries) {
      for (const question of questions) {
        const parts = excerptOf(question, each)
          .split('……')
          .map((part) => part.replace(/\s/gu, ''))
        let rest = bodyOf(each).replace(/\s/gu, '')
        for (const part of parts) {
          expect(rest, each.clause.id).toContain(part)
          rest = rest.slice(rest.indexOf(part) + part.length)
        }
      }
    }
  })
})

describe('a question is read', () => {
  const scopes: [string, number[], string[], string[]][] = [
    ['2025年医疗运营中心要多少专利', [2025], ['medical-2025'], ['medical-center-2025']],
    ['25年促进中心评几家', [2025], ['medical-2025'], ['medical-promotion-2025']],
    ['医疗卫生系统的通知', [], ['medical-2025', 'medical-2022'], ['medical-center-2022']],
    ['专项行动方案第三条', [], ['special-action-2024'], []],
    ['到2025年底前增长多少', [], [], []],
  ]
  test.each(scopes)('%s', (text, years, named, programmes) => {
    const question = read(text)
    expect(question.years).toEqual(years)
    expect(question.named.map(({ id }) => id)).toEqual(named)
    expect([...question.programmes].sort()).toEqual(Array.isArray(programmes) ? programmes.toSorted() : programmes)
  })

  test('with 去年 and 前年 as the years they are on the day', () => {
    expect(read('去年医疗运营中心评几家', '2026-03-01').years).toEqual([2025])
    expect(read('前年专项行动方案讲了什么', '2026-03-01').spokenYears).toEqual([2024])
  })

  const kinds: [string, string, string][] = [
    ['联系电话是多少', 'phone', ''],
    ['发到哪个邮箱', 'email', ''],
    ['送到哪里', 'address', ''],
    ['评几家', 'count', '[家所]'],
    ['要多少件专利', 'count', '件'],
    ['给多少钱', 'money', ''],
    ['什么时候截止', 'date', ''],
    ['产业化率要达到多少', 'percent', ''],
    ['联系人是谁', 'person', ''],
    ['申报条件', 'text', ''],
  ]
  test.each(kinds)('%s waits for %s %s', (text, kind, unit) => {
    expect(read(text).value).toEqual({ kind, unit })
  })

  const intents: [string, string][] = [
    ['申报条件有哪些', 'list'],
    ['和2022年相比有什么区别', 'comparison'],
    ['要100件对吧', 'confirmation'],
    ['两难问题是指什么', 'definition'],
  ]
  test.each(intents)('%s asks for a %s', (text, intent) => {
    expect([...read(text).intents]).toContain(intent)
  })

  test('and a long story weighs no more than its few known words allow', () => {
    const weight = (text: string) => read(text).terms.reduce((sum, term) => sum + term.weight, 0)
    const story = '隔壁老王昨晚骑着毛驴去赶集买豆腐顺便瞧瞧戏台'
    expect(weight(`${story.repeat(20)}专利盘点`)).toBeLessThan(weight('专利盘点') + 30)
  })

  const languages: [string, boolean][] = [
    ['What is the deadline?', true],
    ['How many patents does 运营中心 need', true],
    ['PCT专利申请', false],
    ['yunying zhongxin', false],
    ['', false],
    ['ok', false],
  ]
  test.each(languages)('%j is English: %s', (text, expected) => {
    expect(isEnglish(text)).toBe(expected)
  })
})

test('a clause lies in a scope by its notice and programme; what holds for all programmes lies in each', () => {
  const center = { notice: 'medical-2025', programme: 'medical-center-2025' }
  const own = entry('medical-2025', '1.4.p1')
  const promotion = entry('medical-2025', '2.4.p1')
  expect(inScope(center, own)).toBe(true)
  expect(inScope(center, promotion)).toBe(false)
  expect(inScope(center, entry('medical-2025', '3.1'))).toBe(true)
  expect(inScope({ notice: 'medical-2025' }, promotion)).toBe(true)
  expect(inScope(center, entry('medical-2022', '7.p1'))).toBe(false)
})
