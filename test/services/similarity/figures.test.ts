import { describe, expect, test } from 'vitest'
import { squeeze } from '../../../knowledge/language/clean-text.ts'
import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { figuresOf } from '../../../services/similarity/figures.ts'

const read = (text: string) => figuresOf(squeeze(foldShapes(text)).toLowerCase())

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
    ['三个月', '3个月'],
    ['10%—20%', '10％至20％'],
    ['第二批', '第2批'],
    ['(021)23170420', '021-23170420'],
    ['2021—2023年', '2021年至2023年'],
  ]
  for (const [one, other] of same)
    test(`${one} is ${other}`, () => {
      expect(read(one).map(({ key }) => key)).toEqual(read(other).map(({ key }) => key))
      expect(read(one)).toHaveLength(1)
    })
})

describe('figures that say something else are others', () => {
  const others: [string, string][] = [
    ['100余件', '100件'],
    ['3月', '3个月'],
    ['3个月', '3天'],
    ['2025年初', '2025年'],
    ['2025年底', '2025年'],
    ['8:30', '8:00'],
    ['8:30', '830'],
    ['10%至20%', '10%'],
    ['每家每年50万元', '50万元'],
    ['50万元', '50万美元'],
    ['2:1', '1:2'],
    ['第2批', '2批'],
    ['18周岁', '18周'],
    ['007室', '7室'],
  ]
  for (const [one, other] of others)
    test(`${one} is not ${other}`, () => {
      expect(read(one).length).toBeGreaterThan(0)
      expect(read(one).map(({ key }) => key)).not.toEqual(read(other).map(({ key }) => key))
    })
})

describe('figures have their bounds', () => {
  const bounds: [string, string][] = [
    ['100件以上', 'atLeast'],
    ['不少于100件', 'atLeast'],
    ['达到100件', 'atLeast'],
    ['不超过100件', 'atMost'],
    ['100件以内', 'atMost'],
    ['少于100件', 'lessThan'],
    ['超过100件', 'moreThan'],
    ['不得低于100件', 'atLeast'],
    ['不得超过100件', 'atMost'],
    ['至少需要100件', 'atLeast'],
    ['100件左右', 'about'],
    ['共100件', 'exactly'],
  ]
  for (const [text, bound] of bounds)
    test(`${text} is ${bound}`, () => {
      expect(read(text).map((figure) => figure.bound)).toEqual([bound])
    })
})
