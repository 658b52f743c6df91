import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import { entriesFor } from '../../../../services/answering/retrieve/entries-for.ts'
import { gateFeatures, type GateName } from '../../../../services/answering/retrieve/gate-features.ts'
import { answerability, leastProbability } from '../../../../services/answering/retrieve/gate.ts'
import { rankEntries } from '../../../../services/answering/retrieve/rank.ts'
import { entryAt, madeUp, readingOf, type Told } from './made-up.ts'

function judge(text: string, told: Told = {}, catalogue = madeUp) {
  const reading = readingOf(text, told, catalogue)
  const ranked = rankEntries(reading, entriesFor(reading))
  return { probability: answerability(reading, ranked), ranked, reading }
}

const answered: [text: string, answer: string, others: string[]][] = [
  ['陶瓷工坊的气窑补贴多少钱', 'potters-2024#t1.r3', ['potters-2024#t1.t', 'potters-2024#t1.r1']],
  ['2024年陶瓷工坊的面积要多少', 'potters-2024#1.2', ['potters-2021#1.2', 'potters-2024#1.1']],
  ['乡村书屋藏书不少于多少册', 'library-2022#1.p1', ['library-2022#2.p1']],
  ['2023年灯塔修缮补助多少钱', 'harbour-2023#2.2', ['harbour-2023#1.2', 'harbour-2020#2.2']],
  ['弄虚作假有什么后果', 'harbour-2023#3.p1', ['library-2022#3.p1']],
  ['联系电话是多少', 'potters-2024#4.p1', ['potters-2024#closing']],
]

describe('the probability that the best clause answers', () => {
  test.each(answered)('is enough to answer, and falls when that clause is taken out: %s', (text, answer, others) => {
    const whole = judge(text, { hits: [answer, ...others] })
    expect(whole.ranked[0]?.entry).toBe(entryAt(madeUp, answer))
    expect(whole.probability).toBeGreaterThanOrEqual(leastProbability)

    const { notice, clause } = entryAt(madeUp, answer)
    const less = { ...notice, clauses: notice.clauses.filter((one) => one !== clause) }
    const without = buildCatalogue(madeUp.notices.map((one) => (one === notice ? less : one)))
    expect(judge(text, { hits: others }, without).probability).toBeLessThan(whole.probability - 0.05)
  })

  test.each(['恐龙怎么养', '今天天气怎么样', '火星移民的签证费是多少'])(
    'is too little where nothing answers: %s',
    (text) => {
      const { probability } = judge(text, { hits: ['library-2022#2.p1', 'potters-2024#1.2'] })
      expect(probability).toBeGreaterThanOrEqual(0)
      expect(probability).toBeLessThan(leastProbability)
    },
  )

  test.each(['哈哈', '呜呜呜', '叽里咕噜'])('is none of what holds no word of the notices: %s', (text) => {
    expect(judge(text, { hits: ['library-2022#2.p1'] }).probability).toBe(0)
  })

  test('is more than none of a question in other words than the notices have', () => {
    expect(judge('咋罚', { hits: ['harbour-2023#3.p1'] }).probability).toBeGreaterThan(0)
  })

  test('falls where a year is asked for that there is no notice of', () => {
    const hits = ['potters-2024#1.2']
    const [known, unknown] = ['2024年', '2019年'].map(
      (year) => judge(`${year}陶瓷工坊的面积要多少`, { hits }).probability,
    )
    expect(unknown).toBeLessThan(known! - 0.1)
  })

  test('is 0 where there is no clause, which has no features either', () => {
    const { reading } = judge('面积')
    expect(answerability(reading, [])).toBe(0)
    expect(() => gateFeatures(reading, [])).toThrow(RangeError)
  })

  test('is the same when asked again', () => {
    const [one, other] = [1, 2].map(() => judge('乡村书屋藏书多少册', { hits: ['library-2022#1.p1'] }).probability)
    expect(other).toBe(one)
  })
})

describe('what decides', () => {
  const size = ['potters-2024#1.2']
  const scope = { notice: 'potters-2024' }
  const cases: [GateName, on: [string, Told?], off: [string, Told?]][] = [
    ['yearUnknown', ['2019年的面积', { hits: size }], ['2021年的面积', { hits: size }]],
    ['unknown', ['恐龙', { hits: size }], ['面积', { hits: size }]],
    ['unknownMost', ['恐龙', { hits: size }], ['面积', { hits: size }]],
    ['elsewhereOnly', ['灯塔', { hits: size }], ['面积', { hits: size }]],
    ['nearAbsent', ['灯塔多少', { hits: size }], ['面积多少', { hits: size }]],
    ['nearUnknown', ['恐龙多少', { hits: size }], ['面积多少', { hits: size }]],
    ['notInClause', ['柴窑', { hits: size }], ['面积', { hits: size }]],
    ['valueMissing', ['要多少公顷', { hits: ['potters-2024#1.1'] }], ['要几座', { hits: size }]],
    ['few', ['', { hits: size }], ['陶瓷工坊窑炉面积', { hits: size }]],
    ['asks', ['补贴', { hits: size }], ['面积', { hits: size }]],
    ['waits', ['要多少万元', { hits: size }], ['面积', { hits: size }]],
    ['english', ['How large must the workshop be?', { hits: size }], ['面积', { hits: size }]],
    ['figureGiven', ['面积100平方米', { hits: size }], ['面积', { hits: size }]],
    ['figureUnit', ['面积100平方米', { hits: size }], ['面积3万元', { hits: size }]],
    ['carried', ['面积呢', { hits: size, scope }], ['面积呢', { hits: size }]],
    ['carriedFew', ['面积呢', { hits: size, scope }], ['陶瓷工坊窑炉面积', { hits: size, scope }]],
  ]
  const valueOf = (name: GateName, [text, told]: [string, Told?]): number => {
    const { reading, ranked } = judge(text, told)
    return ranked.length === 0 ? 0 : gateFeatures(reading, ranked)[name]
  }
  test.each(cases)('%s is 1 in one case and 0 in another', (name, on, off) => {
    expect(valueOf(name, on)).toBe(1)
    expect(valueOf(name, off)).toBe(0)
  })

  test('the margin is whole without a second clause, and none beside one as good', () => {
    const { reading, ranked } = judge('柴窑', { hits: ['potters-2024#t1.r2'] })
    const [best] = ranked
    expect(gateFeatures(reading, [best!]).margin).toBe(1)
    expect(gateFeatures(reading, [best!, best!]).margin).toBe(0)
    expect(gateFeatures(reading, [best!, best!]).otherMargin).toBe(1)
    expect(gateFeatures(reading, [best!]).bias).toBe(1)
  })
})
