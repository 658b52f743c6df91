import { describe, expect, test } from 'vitest'
import contrasts from '../../../../knowledge/lexicon/contrasts.json' with { type: 'json' }
import everyday from '../../../../knowledge/lexicon/everyday.json' with { type: 'json' }
import { contentUnits } from '../../../../services/answering/understand/content-units.ts'
import { everydayIn } from '../../../../services/answering/understand/everyday.ts'
import { madeUp } from '../retrieve/made-up.ts'

const entries = Object.entries(everyday)
const nothing = { notices: [] }

describe('everyday words', () => {
  test.each([
    ['查身体要多久', '查身体', '体检'],
    ['票子丢了', '票子', '发票'],
    ['义工证明谁开', '义工', '志愿者'],
    ['要不要交押金，房东说了算', '房东', '出租人'],
  ])('%s: %s stands for %s', (text, word, official) => {
    const found = everydayIn(text, nothing).find((one) => one.word === word)
    expect(found?.official).toContain(official)
  })

  test('are the longest at each place, and none overlap', () => {
    expect(everydayIn('停车费', nothing).map(({ word }) => word)).toEqual(['停车费'])
    const text = '停车场停车位停车'
    expect(
      everydayIn(text, nothing)
        .map(({ word }) => word)
        .join(''),
    ).toBe(text)
  })

  test.each(['', '的', '！？', '𠮷𠮷', '1234'])('are none in %j', (text) => {
    expect(everydayIn(text, nothing)).toEqual([])
  })

  test('find what official words say, and weigh as the most common of them', () => {
    const text = '票子'
    const [unit] = contentUnits(madeUp, text, [{ word: '票子', official: ['补贴', '窑炉'] }])
    expect(unit).toMatchObject({ words: ['票子', '补贴', '窑炉'] })
    expect(unit!.weight).toBe(Math.min(madeUp.rarity('补贴'), madeUp.rarity('窑炉')))
    expect(contentUnits(madeUp, text).map(({ words }) => words)).toEqual([['票子']])
  })
})

describe('the lexicon of everyday words', () => {
  test('gives each word others than itself, each once', () => {
    expect(entries.length).toBeGreaterThan(4000)
    const wrong = entries.filter(
      ([word, official]) =>
        !/^[\p{Script=Han}a-zA-Z]{2,8}$/u.test(word) ||
        official.length === 0 ||
        official.includes(word) ||
        new Set(official).size !== official.length ||
        official.some((one) => one.length < 2),
    )
    expect(wrong).toEqual([])
  })

  test('holds no word that asks: that is read by itself', () => {
    expect(entries.filter(([word]) => /多少|什么|啥|谁|哪|怎么|咋|如何|[吗么]$/u.test(word))).toEqual([])
  })

  test('gives no word its opposite or its neighbour', () => {
    const placesIn = (text: string, values: string[][]): number[] =>
      values.flatMap((words, at) => (words.some((word) => text.includes(word)) ? [at] : []))
    const wrong = entries.flatMap(([word, official]) =>
      official.flatMap((one) =>
        contrasts.some(({ values }) => {
          const [own, its] = [placesIn(word, values), placesIn(one, values)]
          return own.length > 0 && its.length > 0 && !own.some((at) => its.includes(at))
        })
          ? [`${word} ${one}`]
          : [],
      ),
    )
    expect(wrong).toEqual([])
  })
})
