import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import { passagesOf } from '../../../../services/answering/retrieve/passages.ts'
import { entryAt, library, madeUp, notice } from './made-up.ts'

const textsAt = (place: string, catalogue = madeUp): string[] =>
  passagesOf(catalogue, entryAt(catalogue, place)).map(({ text }) => text)

describe('the passages of', () => {
  const cases: [string, string, string[]][] = [
    ['a point are its sentences without its number', 'potters-2024#1.1', ['在本市登记满3年；']],
    [
      'a paragraph are its sentences in order',
      'potters-2024#2.p1',
      ['每个工坊给予10万元补贴。', '2023年已获补贴的，减半执行。'],
    ],
    [
      'a row are one, each cell with its column’s name',
      'potters-2024#t1.r2',
      ['序号：2；窑炉：柴窑；补贴：8万元；责任人：乙科'],
    ],
    ['a heading are itself', 'library-2022#1', ['藏书']],
  ]
  test.each(cases)('%s', (_, place, texts) => {
    expect(textsAt(place)).toEqual(texts)
  })

  test('a sentence with another in brackets are one', () => {
    const odd = notice(
      { id: 'odd', title: '云溪市书屋通知', year: 2024 },
      '一、开放',
      '书屋每日开放（节日除外；雨天照常）。免费。',
    )
    expect(textsAt('odd#1.p1', buildCatalogue([odd]))).toEqual(['书屋每日开放（节日除外；雨天照常）。', '免费。'])
  })
})

test('every clause has a passage, each with its clause and its folded text, and none loses a character', () => {
  for (const entry of madeUp.entries) {
    const passages = passagesOf(madeUp, entry)
    expect(passages.length).toBeGreaterThan(0)
    for (const passage of passages) {
      expect(passage.entry).toBe(entry)
      expect(passage.own).not.toMatch(/\s/u)
    }
    if (!entry.clause.cells) expect(entry.own.endsWith(passages.map(({ own }) => own).join(''))).toBe(true)
  }
})

test('the passages of a clause are made once for each set of notices', () => {
  const entry = entryAt(madeUp, 'library-2022#1.p1')
  expect(passagesOf(madeUp, entry)).toBe(passagesOf(madeUp, entry))
  const other = buildCatalogue([library])
  expect(passagesOf(other, entryAt(other, 'library-2022#1.p1'))[0]!.entry).not.toBe(entry)
})
