import { describe, expect, test } from 'vitest'
import { recallFeatures, recallEvidence, recallNames } from '../../../../services/answering/retrieve/recall-features.ts'
import type { FeatureName } from '../../../../services/answering/retrieve/features.ts'
import { featureNames } from '../../../../services/answering/retrieve/features.ts'
import { holdsNumber } from '../../../../services/answering/retrieve/held.ts'
import { featuresAt, madeUp, readingOf, type Told } from './made-up.ts'

/** A clause, a question, and what else there is: hits, what was spoken of, what the last answer rested on. */
type Case = [place: string, text: string, told?: Told & { passage?: number }]
const potters = { notice: 'potters-2024' }
const berths = { notice: 'harbour-2023', programme: 'berths-2023' }
const kiln = 'potters-2024#t1.r2'
const size = 'potters-2024#1.2'
const money = 'potters-2024#2.p1'
const found = { hits: [kiln, size] }

const features: [FeatureName, on: Case, off: Case][] = [
  ['search', [kiln, '柴窑', found], [money, '柴窑', found]],
  ['searchRank', [kiln, '柴窑', found], [money, '柴窑', found]],
  ['sentence', [kiln, '柴窑'], [size, '柴窑']],
  ['clause', [money, '减半', { passage: 0 }], [size, '减半']],
  ['company', [money, '减半', { passage: 0 }], [size, '减半']],
  ['exact', [kiln, '柴窑'], [size, '柴窑']],
  ['content', [kiln, '陶瓷工坊的柴窑'], [size, '陶瓷工坊的柴窑']],
  ['contentMissing', [size, '柴窑和隧道窑的补贴标准'], [kiln, '柴窑']],
  ['missingMost', [size, '柴窑'], [kiln, '柴窑']],
  ['near', [kiln, '柴窑多少'], [kiln, '减半多少']],
  ['parentSearch', ['potters-2024#1.1', '登记', { hits: ['potters-2024#1'] }], [size, '登记', { hits: [size] }]],
  ['mass', [size, '面积', { hits: [size, money] }], [size, '面积', { hits: ['library-2022#1.p1'] }]],
  ['before', ['potters-2024#1.2', '登记满'], [size, '面积']],
  ['parent', ['harbour-2023#2.2', '修缮'], ['library-2022#3.p1', '修缮']],
  ['ordinal', ['potters-2024#1.3', '第三条'], [size, '第三条']],
  ['aspect', ['potters-2024#1.1', '条件'], [kiln, '条件']],
  ['aspectMissing', [kiln, '申报条件'], [size, '申报条件']],
  ['value', [money, '补贴多少万元'], [size, '补贴多少万元']],
  ['valueInClause', [money, '补贴多少万元', { passage: 1 }], [size, '补贴多少万元']],
  ['figureUnit', [size, '我们工坊100平方米'], [money, '我们工坊100平方米']],
  ['figureWithin', [size, '我们工坊150平方米'], [size, '我们工坊100平方米']],
  ['figureOutside', [size, '我们工坊100平方米'], [size, '我们工坊150平方米']],
  ['figureEqual', [size, '正好120平方米'], [size, '150平方米']],
  ['counted', ['harbour-2023#1.1', '要多少泊位'], ['harbour-2023#2.1', '要多少泊位']],
  ['counted', ['harbour-2023#1.1', '泊位数量要求'], ['harbour-2023#1.2', '泊位数量要求']],
  ['presumed', ['harbour-2023#1.1', '给多少'], ['harbour-2020#1.1', '给多少']],
  ['year', [size, '2024年的面积'], [size, '2021年的面积']],
  ['otherYear', [size, '2021年的面积'], [size, '2024年的面积']],
  ['yearInText', [money, '2023年的补贴', { passage: 1 }], [money, '2023年的补贴', { passage: 0 }]],
  ['replaced', ['potters-2021#1.1', '登记'], ['potters-2024#1.1', '登记']],
  ['sameNotice', [size, '面积呢', { scope: potters }], ['potters-2021#1.2', '面积呢', { scope: potters }]],
  ['sameProgramme', ['harbour-2023#1.1', '多少', { scope: berths }], ['harbour-2023#2.1', '多少', { scope: berths }]],
  ['context', [kiln, '', { scope: potters, context: '柴窑' }], [size, '', { scope: potters, context: '柴窑' }]],
  ['sameClause', [size, '面积呢', { scope: potters, rests: [size] }], [size, '面积呢', { rests: [size] }]],
  [
    'sameList',
    [size, '面积呢', { scope: potters, rests: ['potters-2024#1.1'] }],
    [money, '面积呢', { scope: potters, rests: ['potters-2024#1.1'] }],
  ],
]

describe.each(features)('%s', (name, [place, text, told], [otherPlace, otherText, otherTold]) => {
  test(`is told of ${place} asked ${text || 'nothing'}, and not of ${otherPlace} asked ${otherText}`, () => {
    const on = featuresAt(place, text, told)[name]
    // A clause speaks to what its words alone say by 0.85, and is held by what stands above by 0.9.
    expect(on).toBeGreaterThanOrEqual(0.85)
    expect(on).toBeLessThanOrEqual(1)
    expect(featuresAt(otherPlace, otherText, otherTold)[name]).toBeLessThanOrEqual(0)
  })
})

/** Those that count as far as a question says little. */
const fewer: FeatureName[] = ['searchFew', 'countedFew', 'presumedFew']

test('each feature is stated above or below', () => {
  // What is recalled of known questions has tests of its own.
  const apart: FeatureName[] = [...fewer, ...recallNames]
  const below: FeatureName[] = ['titleGap', 'body', 'otherProgramme', 'recent', 'aspectFew', 'valueFew', ...apart]
  expect(new Set([...features.map(([name]) => name), ...below])).toEqual(new Set(featureNames))
})

describe('what is asked for alone counts more than the same beside other words', () => {
  const alone: [FeatureName, place: string, few: string, many: string][] = [
    ['aspectFew', 'potters-2024#1.1', '条件', '柴窑隧道窑的登记面积条件'],
    ['searchFew', size, '面积', '柴窑隧道窑登记面积'],
    ['countedFew', 'harbour-2023#1.1', '要多少泊位', '柴窑隧道窑登记面积要多少泊位'],
    ['presumedFew', 'harbour-2023#1.1', '给多少', '柴窑隧道窑给多少'],
    ['valueFew', money, '多少万元', '柴窑隧道窑登记面积补贴多少万元'],
  ]
  test.each(alone)('%s', (name, place, few, many) => {
    expect(featuresAt(place, few, found)[name]).toBeGreaterThan(featuresAt(place, many, found)[name])
    expect(featuresAt(place, many, found)[name]).toBeGreaterThan(0)
    expect(featuresAt('potters-2021#1.2', '柴窑')[name]).toBe(0)
  })
})

describe('what stands behind another falls behind by less than one', () => {
  const behind: [FeatureName, first: Case, second: Case][] = [
    ['body', [kiln, '柴窑'], ['library-2022#1.p1', '柴窑']],
    ['recent', [size, '面积'], ['potters-2021#1.2', '面积']],
  ]
  test.each(behind)('by %s', (name, [place, text], [otherPlace, otherText]) => {
    expect(featuresAt(place, text)[name]).toBe(0)
    const second = featuresAt(otherPlace, otherText)[name]
    expect(second).toBeLessThan(-0.2)
    expect(second).toBeGreaterThan(-1)
  })

  test('and by age not at all where a year is named', () => {
    expect(featuresAt('potters-2021#1.2', '2021年的面积').recent).toBe(0)
    expect(featuresAt('potters-2021#1.2', '2021年的面积').replaced).toBe(0)
  })
})

describe('a clause is of another programme than the one', () => {
  const cases: [string, Case, number][] = [
    ['that is named', ['harbour-2023#1.1', '灯塔修缮要多少'], 2],
    ['that was spoken of', ['harbour-2023#2.1', '多少', { scope: berths }], 2],
    ['but not where it is of the one named', ['harbour-2023#2.1', '灯塔修缮要多少'], 0],
    ['but not where none is named', ['harbour-2023#1.1', '渔港要多少'], 0],
    ['but not where it holds for all', ['harbour-2023#3.p1', '灯塔修缮要多少'], 0],
    ['but not where the notice has no programmes', [size, '灯塔修缮要多少'], 0],
    [
      'but not where the one named is that of the question, whatever was spoken of',
      ['harbour-2023#2.1', '灯塔修缮要多少', { scope: berths }],
      0,
    ],
  ]
  test.each(cases)('%s', (_, [place, text, told], value) => {
    expect(featuresAt(place, text, told).otherProgramme).toBe(value)
  })
})

test('a number is held as such: 12 is not in 120, nor 2 in 2.5', () => {
  const text = '窑炉不少于2座，工坊面积不少于120平方米，窑温2.5万度'
  for (const [figure, isHeld] of [
    ['120', true],
    ['12', false],
    ['20', false],
    ['2', true],
    ['2.5', true],
    ['5', false],
    ['1', false],
  ] as const)
    expect(holdsNumber(text, figure), figure).toBe(isHeld)
})

test('a hit further down has a smaller share of the best score and a smaller rank', () => {
  const hits = [kiln, size, money]
  const [first, second, third] = hits.map((place) => featuresAt(place, '补贴', { hits }))
  expect([first!.search, second!.search, third!.search].map((share) => share.toFixed(2))).toEqual([
    '1.00',
    '0.80',
    '0.64',
  ])
  expect([first!.searchRank, second!.searchRank, third!.searchRank]).toEqual([1, 1 / 2, 1 / 3])
})

test('what is recalled counts for its clause, more where its notice is meant; for the gate, against what is known to be refused', () => {
  const entry = madeUp.entries[0]!
  const { id } = entry.notice
  const recalled = {
    ofClause: new Map([[`${id}#${entry.clause.id}`, 0.8]]),
    answered: new Map([[id, 0.9]]),
    refused: new Map([[id, 0.3]]),
  }
  const reading = { ...readingOf(''), recalled }
  const meant = { ...reading, asked: { ...reading.asked, notices: [entry.notice] } }
  expect(recallFeatures(reading, entry)).toEqual({ recalled: 0.8, recalledMeant: 0 })
  expect(recallFeatures(meant, entry)).toEqual({ recalled: 0.8, recalledMeant: 0.8 })
  expect(
    recallFeatures(
      meant,
      madeUp.entries.find((one) => one.notice !== entry.notice)!,
    ),
  ).toEqual({
    recalled: 0,
    recalledMeant: 0,
  })
  expect(recallEvidence(reading, entry)).toEqual({
    recalled: 0.8,
    answeredBefore: 0.9,
    refusedBefore: 0.3,
    moreRecalled: 0.5,
  })
})
