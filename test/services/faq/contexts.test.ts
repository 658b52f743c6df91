import { describe, expect, test } from 'vitest'
import type { Memory } from '../../../services/answering/answer.ts'
import { curatedAnswer } from '../../../services/faq/match-faq.ts'
import { pinClause } from '../../../services/faq/pinned-clause.ts'
import { afterAllWindows as today, answering, catalogue } from '../../support/answering.ts'

const { talk, knowledge } = await answering()

/** An answer of staff with the clause it rests on and how people put the question. */
type Written = { notice: string; clause: string; wordings: string[] }

/** The clause that holds some words. */
const clauseWith = (notice: string, words: string): string =>
  catalogue.entries.find(
    (entry) => entry.notice.id === notice && entry.clause.text.replace(/\s+/gu, '').includes(words),
  )!.clause.id

const faqOf = ({ notice, clause, wordings }: Written) => ({
  answer: '答',
  wordings,
  clauses: [pinClause(catalogue, notice, clause)!],
  reviewedOn: today,
})

const isSaid = async (written: Written, asked: string, memory: Memory = {}): Promise<boolean> =>
  (await curatedAnswer(knowledge, [faqOf(written)], asked, memory, today)) !== undefined

const support: Written = {
  notice: 'medical-2025',
  clause: clauseWith('medical-2025', '不超过20万元'),
  wordings: ['2025年运营中心经费能不能买设备', '运营中心的钱可以买仪器设备吗'],
}
const change: Written = {
  notice: 'medical-2025',
  clause: clauseWith('medical-2025', '签订项目实施协议'),
  wordings: ['获批以后能换依托单位吗'],
}
const amount: Written = {
  notice: 'medical-2025',
  clause: clauseWith('medical-2025', '不超过20万元'),
  wordings: ['2025年运营中心给多少经费', '运营中心支持多少钱'],
}

/** What was said before, in turn. */
const contexts: [string, string[]][] = [
  ['at the beginning', []],
  ['after its own topic', ['2025年运营中心申报条件是什么']],
  ['after another matter of its topic', ['2025年运营中心要多少件有效发明专利', '什么时候截止']],
  ['after small talk', ['你好']],
  ['after the plan', ['专项行动方案里PCT申请要达到多少件']],
  ['after the lists of units', ['瑞金医院要交什么']],
]

describe.each(contexts)('%s', (_context, before) => {
  const cases: [string, Written, string][] = [
    ['what staff have written is said in its own words', support, '2025年运营中心经费能不能买设备'],
    ['and in others', support, '请问2025年运营中心的经费可以用来买设备吗'],
    ['what no notice says is answered by staff', change, '2025年医疗运营中心获批后可以换依托单位吗'],
    ['and where the question names nothing', change, '获批之后能换依托单位吗'],
    ['what a clause says is answered by staff', amount, '2025年运营中心支持多少经费'],
  ]
  test.each(cases)('%s: %s', async (_title, written, asked) => {
    const { memory } = before.length > 0 ? await talk(...before) : { memory: {} }
    expect(await isSaid(written, asked, memory)).toBe(true)
  })
})

describe('a question that goes on from the topic', () => {
  test.each(['那给多少经费', '给多少钱', '支持多少经费呢'])('%s is answered by staff there', async (asked) => {
    const { memory } = await talk('2025年运营中心申报条件是什么')
    expect(await isSaid(amount, asked, memory)).toBe(true)
  })

  const elsewhere = [
    '2022年医疗运营中心申报条件是什么',
    '2022年高校运营中心申报条件是什么',
    '2025年运营促进中心申报条件是什么',
  ]
  test.each(elsewhere)('is not answered by it after %s', async (before) => {
    const { memory } = await talk(before)
    expect(await isSaid(amount, '那给多少经费', memory)).toBe(false)
  })
})

test.each(['2022年医疗运营中心申报条件是什么', '2022年高校运营中心申报条件是什么'])(
  'what the call of 2025 says is not said after %s',
  async (before) => {
    const { memory } = await talk(before)
    expect(await isSaid(change, '获批之后能换依托单位吗', memory)).toBe(false)
  },
)

test.each(['2022年医疗运营中心申报条件是什么', '2022年高校运营中心申报条件是什么'])(
  'what no notice says, and staff have said of the call of 2025, is not said after %s',
  async (before) => {
    const { memory } = await talk(before)
    const seal: Written = { ...change, wordings: ['申报书能盖电子章吗'] }
    expect(await isSaid(seal, '申报书能盖电子章吗')).toBe(true)
    expect(await isSaid(seal, '申报书能盖电子章吗', memory)).toBe(false)
  },
)

test('what an older call says is said where it is named, and not where a newer one may be meant', async () => {
  const older: Written = {
    notice: 'medical-2022',
    clause: clauseWith('medical-2022', '三级以上'),
    wordings: ['民营医院能报吗'],
  }
  expect(await isSaid(older, '2022年医疗运营中心民营医院能报吗')).toBe(true)
  expect(await isSaid(older, '民营医院能报吗')).toBe(false)
})

/** Wordings, and questions that differ from them in one thing that decides. */
const minimal: [string, string, string[]][] = [
  [
    'year',
    '2025年运营中心获批后能换依托单位吗',
    ['2022年医疗运营中心获批后能换依托单位吗', '2026年运营中心获批后能换依托单位吗'],
  ],
  [
    'programme',
    '2025年运营中心获批后能换依托单位吗',
    ['2025年运营促进中心获批后能换依托单位吗', '高校运营中心获批后能换依托单位吗'],
  ],
  ['rank', '三级医院能报2025年运营中心吗', ['二级医院能报2025年运营中心吗', '一级医院能报2025年运营中心吗']],
  ['polarity', '经费允许用于发放奖金吗', ['经费不得用于发放奖金吗', '经费不可以用于发放奖金吗']],
  ['place', '外地医院能报2025年运营中心吗', ['本市医院能报2025年运营中心吗', '医院能报2025年运营中心吗']],
  ['who', '医院能申报吗', ['高校能申报吗', '企业能申报吗']],
  [
    'aspect',
    '2025年运营中心给多少经费',
    ['2025年运营中心什么时候截止', '2025年运营中心经费什么时候给', '2025年运营中心评几家'],
  ],
  ['figure', '99件能报2025年运营中心吗', ['100件能报2025年运营中心吗', '120件能报2025年运营中心吗']],
  ['object', '获批后能换依托单位吗', ['获批后能换负责人吗', '获批后能换名称吗']],
  ['stage', '评审前要答辩吗', ['评审后要答辩吗', '验收要答辩吗']],
]

describe.each(minimal)('another %s', (_what, wording, others) => {
  const written = { ...change, wordings: [wording] }
  test('is not what staff have answered', async () => {
    expect(await isSaid(written, wording), wording).toBe(true)
    for (const asked of others) expect(await isSaid(written, asked), asked).toBe(false)
  })
})
