import { describe, expect, test } from 'vitest'
import { alignedRows } from '../../../../services/answering/decide/aligned-rows.ts'
import type { ComparisonFinding } from '../../../../services/answering/decide/finding.ts'
import { kilnsNew, kilnsOld, library } from './kilns.ts'
import { madeUp } from './made-up.ts'

const { catalogue, talk } = madeUp([kilnsNew, kilnsOld, library], [kilnsNew, kilnsOld])
const sides = [{ notice: 'kilns-2022' }, { notice: 'kilns-2025' }]
const inquiry = { catalogue, said: new Map() }
const rows = alignedRows(inquiry, sides)
const placesOf = (name: string, among = rows) =>
  among.find((row) => row.name === name)?.cells.map((cell) => cell?.entry.clause.id)

describe('what two calls state is aligned by metric', () => {
  test.each([
    ['工坊面积', ['1.1', '1.1']],
    ['签约工匠', ['1.2', '1.2']],
    ['自有柴窑', [undefined, '1.3']],
    ['工作经费', ['2.p1', '2.p1']],
  ])('%s', (name, places) => {
    expect(placesOf(name)).toEqual(places)
  })

  test('places and the last day need no name', () => {
    const of = (about: string) => rows.filter((row) => row.about === about)
    expect(of('places')).toHaveLength(1)
    expect(of('deadline')).toHaveLength(1)
    expect(of('deadline')[0]!.cells.map((cell) => cell?.entry.clause.id)).toEqual(['3.p1', '3.p1'])
  })

  test('each cell quotes a sentence of its clause', () => {
    for (const cell of rows.flatMap(({ cells }) => cells))
      if (cell) expect(cell.entry.clause.text).toContain(cell.sentence)
  })

  test('the order of the sides is that of the cells', () => {
    const turned = alignedRows(inquiry, sides.toReversed())
    expect(placesOf('自有柴窑', turned)).toEqual(['1.3', undefined])
  })

  test('notices of different things share nothing', () => {
    const apart = alignedRows(inquiry, [{ notice: 'kilns-2025' }, { notice: 'library-2024' }])
    expect(apart.filter(({ cells }) => cells.every((cell) => cell))).toEqual([])
  })
})

const comparison = (...turns: string[]) => {
  const { finding } = talk(...turns)
  expect(finding.kind, turns.join(' ')).toBe('comparison')
  return finding as ComparisonFinding
}

describe('a comparison', () => {
  test.each(['2022年和2025年的陶瓷工坊有什么变化', '陶瓷工坊2022和2025有哪些不同', '2022和2025有什么变化'])(
    'of everything stands on all rows: %s',
    (question) => {
      const { isWhole, rows: told, compared } = comparison(question)
      expect([isWhole, compared.map(({ notice }) => notice.id)]).toEqual([true, ['kilns-2022', 'kilns-2025']])
      expect(told.length).toBeGreaterThanOrEqual(5)
      expect(told.filter(({ cells }) => cells.every((cell) => cell))[0]!.name).toBe('工坊面积')
    },
  )

  test('of one thing stands on its clauses, and its rows are those within them', () => {
    const { isWhole, rows: told } = comparison('陶瓷工坊2022年和2025年支持的经费各是多少')
    expect(isWhole).toBe(false)
    expect(told.map(({ name }) => name)).toEqual(['工作经费'])
  })

  test('takes its sides from what was spoken of', () => {
    const { compared } = comparison('2025年陶瓷工坊要多少签约工匠', '和2022年有什么不同')
    expect(compared.map(({ notice }) => notice.year)).toEqual([2025, 2022])
  })

  test('goes on with both sides', () => {
    const { sides: kept, rests } = comparison('2022年和2025年的陶瓷工坊有什么变化', '名额呢')
    expect(kept.map(({ notice }) => notice)).toEqual(['kilns-2022', 'kilns-2025'])
    expect(rests.map(({ notice, clause }) => `${notice.id}#${clause.id}`)).toEqual([
      'kilns-2022#2.p1',
      'kilns-2025#2.p1',
    ])
  })
})

test('two years that only tell a story are not compared', () => {
  expect(talk('2022年评上过，2025年还能再报吗').finding.kind).not.toBe('comparison')
})
