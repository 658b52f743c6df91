import { describe, expect, test } from 'vitest'
import type { Scope } from '../../../../services/answering/understand/question.ts'
import { asked, madeUp } from '../retrieve/made-up.ts'

describe('years say which notice is meant, and other numbers are figures', () => {
  const cases: [string, years: number[], figures: string[]][] = [
    ['2024年的窑炉要2座吗', [2024], ['2']],
    ['24年的工坊要120平方米吗', [2024], ['120']],
    ['去年的工坊要几座窑炉', [2024], []],
    ['前年的渔港', [2023], []],
    ['2021年和2024年的补贴', [2021, 2024], []],
    ['到2026年底改造40个', [], ['2026', '40']],
    ['第2条和第3项', [], []],
    ['面积80.5平方米', [], ['80.5']],
    ['２０２４年的１２０平方米', [2024], ['120']],
    ['2015年的办法要登记满15年吗', [2015], ['15']],
    ['2005年的办法要登记满5年吗', [2005], ['5']],
    ['补贴多少', [], []],
  ]
  test.each(cases)('%s', (text, years, figures) => {
    const read = asked(madeUp, text)
    expect(read.years).toEqual(years)
    expect(read.figures).toEqual(figures)
  })
})

describe('a question points to the notices that its words tell apart', () => {
  const cases: [string, string[]][] = [
    ['乡村书屋藏书多少册', ['library-2022']],
    ['陶瓷工坊的补贴', ['potters-2021', 'potters-2024']],
    ['2021年陶瓷工坊的补贴', ['potters-2021']],
    ['2019年陶瓷工坊的补贴', ['potters-2021', 'potters-2024']],
    ['2022年陶瓷工坊的补贴', ['potters-2021', 'potters-2024']],
    ['2024年的补贴', []],
    ['灯塔修缮工程', ['harbour-2020', 'harbour-2023']],
    ['2020年灯塔修缮工程', ['harbour-2020']],
    ['柴窑', []],
    ['云溪市', []],
    ['你好', []],
    ['', []],
  ]
  test.each(cases)('%j: %j', (text, ids) => {
    expect(asked(madeUp, text).notices.map(({ id }) => id)).toEqual(ids)
  })
})

const potters: Scope = { notice: 'potters-2024' }
const berths: Scope = { notice: 'harbour-2023', programme: 'berths-2023' }

describe('what was spoken of is', () => {
  const cases: [string, string, Scope, Scope | undefined][] = [
    ['leant on by a question that names no notice', '面积呢', potters, potters],
    ['leant on with its programme', '补助多少', berths, berths],
    ['leant on where it is one of those that the words may mean', '陶瓷工坊呢', potters, potters],
    ['left where another notice is named', '乡村书屋呢', potters, undefined],
    ['left where several others may be meant', '渔港的补助呢', potters, undefined],
    [
      'left for the other programme where that is named',
      '灯塔修缮补助多少',
      berths,
      { ...berths, programme: 'beacons-2023' },
    ],
    ['narrowed to the programme that is named', '泊位改造补助', { notice: 'harbour-2023' }, berths],
    ['kept where its own year is said', '那2024年呢', potters, potters],
    ['left for its kin where another year is said', '那2021年呢', potters, { notice: 'potters-2021' }],
    ['left for its kin, whose programmes are others', '那2020年呢', berths, { notice: 'harbour-2020' }],
    ['left where the year said has no kin of it', '那2022年呢', potters, undefined],
    ['left where there is no notice of the year', '那2019年呢', potters, undefined],
    ['left where the notice is no longer there', '面积呢', { notice: 'gone' }, undefined],
  ]
  test.each(cases)('%s: %s', (_, text, scope, leansOn) => {
    expect(asked(madeUp, text, scope).leansOn).toEqual(leansOn)
  })

  test('what all evidence then points to most, and the one notice meant', () => {
    for (const [text, scope, id] of [
      ['面积呢', potters, 'potters-2024'],
      ['陶瓷工坊呢', potters, 'potters-2024'],
      ['那2021年呢', potters, 'potters-2021'],
      ['灯塔修缮补助多少', berths, 'harbour-2023'],
    ] as const) {
      const { evidence, notices } = asked(madeUp, text, scope)
      expect(notices.map((one) => one.id)).toEqual([id])
      for (const [other, value] of evidence.title)
        if (other === id) expect(value).toBe(evidence.bestTitle)
        else expect(value).toBeLessThan(evidence.bestTitle)
    }
  })

  test('nothing where nothing was', () => {
    expect(asked(madeUp, '面积呢').leansOn).toBeUndefined()
  })
})

describe('of the words of a question', () => {
  const wordsOf = (text: string, near?: boolean): string[] =>
    asked(madeUp, text)
      .terms.filter((term) => near === undefined || term.near === near)
      .map(({ words }) => words[0]!)

  test('those beside the one that asks are near, and those far off are not', () => {
    const text = '陶瓷工坊在本市办了很多年以后想改造，面积要多少'
    expect(wordsOf(text, true)).toContain('面积')
    expect(wordsOf(text, false)).toContain('陶瓷')
    expect(wordsOf('陶瓷工坊的面积', true)).toEqual([])
  })

  test('a pair that spans two weighs less than the two', () => {
    const { terms } = asked(madeUp, '灯塔修缮')
    const weightOf = (word: string): number => terms.find(({ words }) => words[0] === word)!.weight
    expect(weightOf('塔修')).toBeLessThan(Math.min(weightOf('灯塔'), weightOf('修缮')) / 2)
  })

  test('the heaviest are looked at where there are very many', () => {
    const long = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x4e00 + at * 7)).join('')
    expect(asked(madeUp, long).terms).toHaveLength(60)
    expect(wordsOf(`${long}《乡村书屋管理规定》`)).toContain('乡村书屋管理规定')
  })

  test('those that say which year is meant are none', () => {
    expect(wordsOf('2024年窑炉')).toEqual(['窑炉'])
  })
})
