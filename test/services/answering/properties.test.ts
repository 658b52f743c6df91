import { beforeAll, describe, expect, test } from 'vitest'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { seriesOf } from '../../../services/answering/decide/provision.ts'
import { inChinese } from '../../../knowledge/language/write-day.ts'
import { inEnglish } from '../../../knowledge/language/write-day.ts'
import { deadlineOf } from '../../../services/answering/decide/window.ts'
import { rosterRows } from '../../../services/roster/roster.ts'
import { answering, type Asked, bare, catalogue, notices } from '../../support/answering.ts'

const { ask } = await answering()
const today = '2025-06-10'
const rows = rosterRows(catalogue)

const subjects = [
  '',
  '2025年医疗运营中心',
  '2025年促进中心',
  '2022年医疗运营中心',
  '医疗运营中心',
  '高校运营中心',
  '专项行动方案',
  '2024年总结验收和中期检查',
]
const points = [
  '的申报条件有哪些？',
  '支持多少经费',
  '什么时候截止',
  '的联系人和电话是多少',
  '一共评几家',
  '的任务目标都有什么',
  '的文号是多少',
  '哪天发布的',
  '哪些单位可以申报',
  '要配套资金吗',
  '要10件有效发明专利对吧',
  '的材料怎么交、交到哪里',
  '第三条是什么',
  '由谁负责',
  '的经费能不能用来发奖金',
  '2022年和2025年有什么不同',
]
const others = [
  '瑞金医院要交哪些材料',
  '九院在哪些名单里',
  '华山医院在名单里吗',
  '第一批名单里序号35是哪家单位',
  '两份名单分别有多少个单位',
  '专利超市涉及哪些区',
  '2023年度高价值专利培育中心名单',
  '市科委负责哪些措施',
  '专项行动方案第31条',
  '2019年高校运营中心什么时候截止',
  '2025年运营中心和促进中心的申报条件对比一下',
  'What is the deadline for the 2025 medical center?',
  'How many valid invention patents are required in 2025?',
  '你好',
  '钱花得慢怎么写',
]
const generated = [...subjects.flatMap((subject) => points.map((point) => `${subject}${point}`)), ...others]

const figures = (text: string): string[] =>
  text.match(/[\w.+-]+@[\w.-]+|\d{3,4}-\d{7,8}|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)*%?/gu) ?? []
const escaped = (text: string): string => text.replace(/[.+]/gu, '\\$&')

/** What is counted over the clauses themselves: measures of a plan, rows of a list, clauses that an answer rests on. */
const counts = /共列?(\d+)(?:条|个)|(?<=等)(\d+)条|\((\d+) row/gu
const counted = (asked: Asked): number[] => [
  asked.answer.rests.length,
  ...catalogue.notices.map((notice) => seriesOf(catalogue, notice).length),
  ...[1, 2].map((batch) => rows.filter((row) => row.batch === batch).length),
  ...[...Map.groupBy(rows, ({ batch, project }) => `${batch}#${project}`).values()].map((group) => group.length),
]

/**
 * Figures of an answer that no citation states and that have no other reason to stand there. Reasons are: the metadata
 * of the notices it rests on and of those that replace them (of all, where it rests on none), the day on which the answer
 * was judged, counts over the clauses, numbers of a menu, in a refusal what the question said, and where its figure was
 * judged what it lacks.
 */
function unfounded(asked: Asked): string[] {
  const { answer, citations, question } = asked
  const cited = notices.filter(({ id }) => answer.rests.some((entry) => entry.notice.id === id))
  const named = notices.filter(
    ({ replaces }) => cited.length === 0 || replaces.some((id) => cited.some((notice) => notice.id === id)),
  )
  const metadata = [...new Set([...cited, ...named])].flatMap((notice) => [
    `${notice.title} ${notice.shortTitle} ${notice.documentNumber} ${notice.year}年`,
    ...(notice.issued ? [notice.issued, inChinese(notice.issued), inEnglish(notice.issued)] : []),
    ...notice.rosters.map(({ annex }) => annex.slice(1)),
  ])
  const judged = cited
    .map((notice) => deadlineOf(catalogue, notice)?.day)
    .filter((day) => day !== undefined)
    .flatMap((day) => [
      `${inChinese(day)} ${inEnglish(day)}`,
      `还有${(Date.parse(day) - Date.parse(today)) / 86_400_000}天`,
    ])
  const quoted = citations.flatMap(({ quote, heading }) => [quote, squeeze(quote), heading])
  const said = answer.rests.length === 0 ? [question] : weighed(answer.lead ?? '', question)
  const evidence = [...quoted, ...metadata, ...judged, ...said].map((text) => text.normalize('NFKC'))
  const holds = (figure: string): boolean =>
    evidence.some((text) => new RegExp(`(?<![\\d.])${escaped(figure)}(?!\\d)`, 'u').test(text))
  const text = answer.text
    .normalize('NFKC')
    .replace(counts, (whole, ...found: string[]) =>
      counted(asked).includes(Number(found.find((figure) => figure !== undefined))) ? '' : whole,
    )
    .replace(/^\d\. (?=20)/gmu, (number) => (answer.actions ? '' : number))
  return figures(text).filter((figure) => !holds(figure))
}

/** What was asked with a figure that the checker's rule judged, and what that figure lacks. */
function weighed(lead: string, question: string): string[] {
  if (!/^不?够：/u.test(lead)) return []
  const [, required = '', gap = ''] = /(\d+(?:\.\d+)?)\D*.*还差(\d+(?:\.\d+)?)/u.exec(lead) ?? []
  const given = figures(question.normalize('NFKC')).map(Number)
  return given.some((figure) => Number(required) - figure === Number(gap)) ? [question, gap] : [question]
}

describe('of every answer to a hundred questions', () => {
  let answers: Asked[] = []
  beforeAll(async () => {
    for (const question of generated) answers.push(await ask(question, {}, today))
  })

  test('many are answers, and of each kind there is one', () => {
    expect(answers.filter(({ kind }) => kind === 'answer').length).toBeGreaterThan(60)
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(
      new Set(['answer', 'roster', 'not-found', 'clarify', 'info']),
    )
  })

  test('each figure, date, number and address is quoted, or said by the metadata, or counted', () => {
    for (const asked of answers) expect(unfounded(asked), `${asked.question}\n${asked.text}`).toEqual([])
  })

  test('and a figure put in its place would be found out', () => {
    const changed = answers.filter(({ kind, text }) => kind === 'answer' && /\d万元|\d件|\d{8}/u.test(text))
    expect(changed.length).toBeGreaterThan(10)
    for (const asked of changed) {
      const text = asked.text.replace(/\d(?=万元|件)|\d{8}/gu, '77')
      expect(unfounded({ ...asked, answer: { ...asked.answer, text } }), text).not.toEqual([])
    }
  })

  test('each quote is verbatim, white space aside', () => {
    for (const { citations, question } of answers)
      for (const { notice, quote } of citations)
        expect(squeeze(notices.find(({ id }) => id === notice)!.source), question).toContain(squeeze(quote))
  })

  test('what is told of the notices is cited, and what is not told is not', () => {
    for (const { kind, citations, text, question } of answers)
      expect(citations.length > 0, `${question}\n${text}`).toBe(kind === 'answer' || kind === 'roster')
  })

  test('each is short and says something', () => {
    for (const { text, question, status } of answers) {
      expect(text.trim(), question).not.toBe('')
      expect(text, question).not.toMatch(/undefined|NaN|null|\[object/u)
      expect(text.length, question).toBeLessThan(['listed', 'compared'].includes(status) ? 1_200 : 600)
    }
  })

  test('each choice it offers can be sent', () => {
    for (const { answer } of answers)
      for (const { label, send } of answer.actions ?? []) {
        expect(label).not.toBe('')
        expect(send.length).toBeLessThanOrEqual(2_000)
      }
  })

  test('each is given again, to the letter, when asked again', async () => {
    answers = answers.filter((_, at) => at % 3 === 0)
    for (const { question, text, places, memory } of answers) {
      const again = await ask(question, {}, today)
      expect([again.text, again.places, again.memory], question).toEqual([text, places, memory])
    }
  })
})

describe('what is no question is taken calmly', () => {
  const odd = [
    ' ',
    '\n\t',
    '。',
    '？？？！！！',
    '……',
    '《',
    '》《',
    '《》',
    '（（（',
    '[a-z]+(',
    '.*',
    '(?<=',
    '\\',
    '$&',
    '\u{e000}\u{e001}任务书\u{e002}',
    '😀😀😀',
    '👨‍👩‍👧‍👦',
    "'; drop table notice; --",
    '{"message": 1}',
    '<b>1</b>',
    '%s%n',
    '__proto__',
    'constructor',
    '第0条',
    '第九九九九九九条',
    '名单里序号0是谁',
    '2025',
    '99999999年',
    '0年',
    'null',
    '的'.repeat(2_000),
    '《'.repeat(2_000),
    '😀'.repeat(1_000),
    '1'.repeat(2_000),
    '一'.repeat(2_000),
    'a '.repeat(1_000),
    '申报条件'.repeat(500),
    '不能申报吗'.repeat(400),
    '谢谢'.repeat(1_000),
    '、好好'.repeat(600),
    `名单里有没有${'好'.repeat(1_990)}`,
    'yunying zhongxin '.repeat(117),
  ]
  test.each(odd.map((text) => [text.slice(0, 30), text]))('%j', async (_, text) => {
    const { memory } = await ask('2025年运营中心申报条件有哪些')
    for (const before of [{}, memory]) {
      const started = performance.now()
      const asked = await ask(text, before)
      expect(bare(asked.text)).not.toBe('')
      expect(asked.text.length).toBeLessThan(1_200)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
  })
})
