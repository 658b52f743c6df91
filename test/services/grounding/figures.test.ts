import { describe, expect, test } from 'vitest'
import { figuresOf } from '../../../services/grounding/figures.ts'
import { plainText } from '../../../services/grounding/plain-text.ts'

const read = (text: string) => figuresOf(plainText(text))

describe('figures are compared as values', () => {
  const same: [string, string][] = [
    ['一百件', '１００ 件'],
    ['500万元', '5,000,000元'],
    ['五百万元', '0.05亿元'],
    ['百分之十', '10%'],
    ['八成', '80％'],
    ['2025年6月13日', '2025-06-13'],
    ['二〇二五年六月十三日', '2025年6月13日'],
    ['021-23170420', '02123170420'],
    ['3名', '三人'],
  ]
  for (const [one, other] of same)
    test(`${one} is ${other}`, () => {
      expect(read(one).map(({ key }) => key)).toEqual(read(other).map(({ key }) => key))
      expect(read(one)).toHaveLength(1)
    })
})

describe('figures have their bounds', () => {
  const bounds: [string, string][] = [
    ['100件以上', 'least'],
    ['不少于100件', 'least'],
    ['达到100件', 'least'],
    ['不超过100件', 'most'],
    ['100件以内', 'most'],
    ['少于100件', 'most'],
    ['共100件', 'exact'],
  ]
  for (const [text, bound] of bounds)
    test(`${text} is ${bound}`, () => {
      expect(read(text).map((figure) => figure.bound)).toEqual([bound])
    })
})
