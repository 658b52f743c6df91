import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import { entriesFor } from '../../../../services/answering/retrieve/entries-for.ts'
import { candidatesOf, featureNames } from '../../../../services/answering/retrieve/features.ts'
import { gateFeatures, gateNames } from '../../../../services/answering/retrieve/gate-features.ts'
import { answerability } from '../../../../services/answering/retrieve/gate.ts'
import { rankEntries } from '../../../../services/answering/retrieve/rank.ts'
import { anyBrokenText } from '../../../support/any-text.ts'
import { library, madeUp, notice, readingOf, type Told } from './made-up.ts'

const words = fc.constantFrom(
  ...[
    '陶瓷工坊',
    '渔港',
    '灯塔修缮',
    '2021年',
    '2024年',
    '去年',
    '补贴',
    '多少万元',
    '120',
    '3.5',
    '第2条',
    '面积',
    '《书屋》',
    'kiln',
  ],
)
const text = fc.oneof(
  anyBrokenText(200),
  fc.array(words, { maxLength: 8 }).map((parts) => parts.join('')),
)
const place = fc.constantFrom(...madeUp.entries.map((entry) => `${entry.notice.id}#${entry.clause.id}`))
const scope = fc.constantFrom(
  { notice: 'potters-2024' },
  { notice: 'harbour-2023', programme: 'berths-2023' },
  { notice: 'gone', programme: 'gone' },
)
const told: fc.Arbitrary<Told> = fc.record(
  { scope, hits: fc.uniqueArray(place, { maxLength: 6 }), rests: fc.array(place, { maxLength: 2 }) },
  { requiredKeys: [] },
)

test('of whatever is asked, each feature of each clause is a number of order one', () => {
  fc.assert(
    fc.property(text, told, (asked, context) => {
      for (const { features } of candidatesOf(readingOf(asked, context), madeUp.entries))
        for (const name of featureNames) {
          expect(features[name], name).toBeGreaterThanOrEqual(-2)
          expect(features[name], name).toBeLessThanOrEqual(name === 'otherProgramme' ? 2 : 1 + 1e-9)
        }
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('of whatever is asked, what decides whether to answer is finite, and the probability is one', () => {
  fc.assert(
    fc.property(text, told, (asked, context) => {
      const reading = readingOf(asked, context)
      const ranked = rankEntries(reading, madeUp.entries)
      const features = gateFeatures(reading, ranked)
      for (const name of gateNames) expect(Number.isFinite(features[name]), name).toBe(true)
      for (const some of [ranked, ranked.slice(0, 1), rankEntries(reading, entriesFor(reading)), []]) {
        const probability = answerability(reading, some)
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)

test('so it is with one notice, with an empty one, and with hits that all score nothing', () => {
  const bare = buildCatalogue([notice({ id: 'bare', title: '通知', year: 2024 })])
  for (const catalogue of [buildCatalogue([library]), bare])
    for (const asked of ['', '藏书多少册', '2024年', '《》']) {
      const reading = readingOf(asked, {}, catalogue)
      const [first] = catalogue.entries
      reading.hits.set(`${first!.notice.id}#${first!.clause.id}`, { share: 0, rank: 0, coverage: 0 })
      const ranked = rankEntries(reading, catalogue.entries)
      expect(ranked.every(({ score }) => Number.isFinite(score))).toBe(true)
      expect(Number.isFinite(answerability(reading, ranked))).toBe(true)
    }
})
