import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import type { FeatureName } from '../../../../services/answering/retrieve/features.ts'
import { featureNames, featuresOf } from '../../../../services/answering/retrieve/features.ts'
import { passagesOf } from '../../../../services/answering/retrieve/passages.ts'
import { entryAt, featuresAt, notice, readingOf, type Told } from './made-up.ts'

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
  ['found', [size, '柴窑', found], [money, '柴窑', found]],
  ['sentence', [kiln, '柴窑'], [size, '柴窑']],
  ['clause', [money, '减半', { passage: 0 }], [size, '减半']],
  ['company', [money, '减半', { passage: 0 }], [size, '减半']],
  ['exact', [kiln, '柴窑'], [size, '柴窑']],
  ['content', [kiln, '陶瓷工坊的柴窑'], [size, '陶瓷工坊的柴窑']],
  ['contentMissing', [size, '柴窑和隧道窑的补贴标准'], [kiln, '柴窑']],
  ['missingMost', [size, '柴窑'], [kiln, '柴窑']],
  ['near', [kiln, '柴窑多少'], [kiln, '减半多少']],
  ['substring', [size, '窑炉不少于2座，工坊面积'], [kiln, '哈哈']],
  ['aspect', ['potters-2024#1.1', '条件'], [kiln, '条件']],
  ['aspectMissing', [kiln, '申报条件'], [size, '申报条件']],
  ['value', [money, '补贴多少万元'], [size, '补贴多少万元']],
  ['valueInClause', [money, '补贴多少万元', { passage: 1 }], [size, '补贴多少万元']],
  ['valueMissing', [size, '补贴多少万元'], [money, '补贴多少万元']],
  ['figure', [size, '面积120平方米'], [size, '面积12平方米']],
  ['figureMissing', [size, '面积12平方米'], [size, '面积120平方米']],
  ['year', [size, '2024年的面积'], [size, '2021年的面积']],
  ['otherYear', [size, '2021年的面积'], [size, '2024年的面积']],
  ['yearInText', [money, '2023年的补贴', { passage: 1 }], [money, '2023年的补贴', { passage: 0 }]],
  ['replaced', ['potters-2021#1.1', '登记'], ['potters-2024#1.1', '登记']],
  ['sameNotice', [size, '面积呢', { scope: potters }], ['potters-2021#1.2', '面积呢', { scope: potters }]],
  ['sameProgramme', ['harbour-2023#1.1', '多少', { scope: berths }], ['harbour-2023#2.1', '多少', { scope: berths }]],
  ['sameClause', [size, '面积呢', { scope: potters, rests: [size] }], [size, '面积呢', { rests: [size] }]],
  [
    'sameList',
    [size, '面积呢', { scope: potters, rests: ['potters-2024#1.1'] }],
    [money, '面积呢', { scope: potters, rests: ['potters-2024#1.1'] }],
  ],
  ['heading', ['library-2022#1', '藏书'], ['library-2022#1.p1', '藏书']],
  ['row', [kiln, '柴窑'], ['potters-2024#t1.t', '柴窑']],
  ['table', ['potters-2024#t1.t', '柴窑'], [kiln, '柴窑']],
  ['front', ['library-2022#title', '藏书'], ['library-2022#1', '藏书']],
  ['closing', ['potters-2024#closing', '通知'], [size, '通知']],
  ['form', ['potters-2024#a2.p1', '负责人'], ['potters-2024#a1.1.p1', '负责人']],
  ['contact', ['potters-2024#4.p1', '电话'], [size, '电话']],
  ['annex', ['potters-2024#a1.1.p1', '沿革'], [size, '沿革']],
  ['leadIn', ['potters-2024#1.p1', '条件'], ['potters-2024#1.1', '条件']],
  ['first', [money, '补贴', { passage: 0 }], [money, '补贴', { passage: 1 }]],
]

describe.each(features)('%s', (name, [place, text, told], [otherPlace, otherText, otherTold]) => {
  test(`is told of ${place} asked ${text || 'nothing'}, and not of ${otherPlace} asked ${otherText}`, () => {
    const on = featuresAt(place, text, told)[name]
    // A clause speaks to what its words alone say by 0.85, and is held by what stands above by 0.9.
    expect(on).toBeGreaterThanOrEqual(0.85)
    expect(on).toBeLessThanOrEqual(1)
    expect(featuresAt(otherPlace, otherText, otherTold)[name]).toBeLessThanOrEqual(name === 'substring' ? 0.1 : 0)
  })
})

test('each feature is stated above or below', () => {
  const below: FeatureName[] = ['title', 'titleGap', 'body', 'programme', 'otherProgramme', 'recent', 'long']
  expect(new Set([...features.map(([name]) => name), ...below])).toEqual(new Set(featureNames))
})

describe('what stands behind another falls behind by less than one', () => {
  const behind: [FeatureName, first: Case, second: Case][] = [
    ['title', ['library-2022#1.p1', '乡村书屋'], [size, '乡村书屋']],
    ['body', [kiln, '柴窑'], ['library-2022#1.p1', '柴窑']],
    ['programme', ['harbour-2023#2.1', '灯塔修缮'], ['harbour-2023#1.1', '灯塔修缮']],
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
  for (const [figure, held] of [
    ['120', 1],
    ['12', 0],
    ['20', 0],
    ['2', 1],
    ['2.5', 0],
    ['1', 0],
  ] as const)
    expect(featuresAt(size, `要${figure}平方米吗`).figure, figure).toBe(held)
  expect(featuresAt(size, '要2座和120平方米还是300平方米').figure).toBeCloseTo(2 / 3, 12)
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

test('a passage of 200 characters or more is long, and a short one less so', () => {
  const sizes = [99, 199, 1_000]
  const lines = sizes.map((size, at) => `${at + 1}.${'窑'.repeat(size)}。`)
  const catalogue = buildCatalogue([notice({ id: 'long', title: '云溪市窑炉通知', year: 2024 }, ...lines)])
  const reading = readingOf('窑炉', {}, catalogue)
  const longs = sizes.map((_, at) => {
    const [passage] = passagesOf(catalogue, entryAt(catalogue, `long#${at + 1}`))
    return featuresOf(reading, passage!, 0).long
  })
  expect(longs).toEqual([0.5, 1, 1])
})
