import words from '../lexicon/ordinals.json' with { type: 'json' }
import { hanSign, numeral } from './numeral-pattern.ts'
import { parseNumeral } from './numeral.ts'
import { anyOf } from './unit.ts'

/** A place in an order that a text names. Offsets are UTF-16 code units of the text as given, end exclusive. */
export type OrdinalMention = {
  start: number
  end: number
  /** 2 in 第二批, 1 in 首批. */
  value: number
  /** What is counted out: 批, 轮, 期; '' where a longer word follows, as in 第二发明人. */
  unit: string
}

const counted = `(?<unit>${anyOf(words.counted)})`

/** 第二批; 首批; 一批 where no word goes on into it; 二期, which may be a count too, anywhere. */
const pattern = new RegExp(
  [
    `第(?!${anyOf(words.noOrdinalsBehind)})(?<after>${numeral})(?:${counted})?`,
    `(?:${anyOf(words.first)})(?:${counted.replace('unit', 'firstUnit')})`,
    `(?<=^|[^\\p{Script=Han}\\d.]|[的是])(?<short>[一二三四五六七八九]|[1-9])(?<shortUnit>${anyOf(words.short)})`,
    `(?<!${hanSign}|[\\d.])(?<phase>[二三四五六七八九]|[2-9])期(?![待间限])`,
  ].join('|'),
  'gu',
)

/** Reads ordinals in order: 第二批, 首批, 第3条, 项目的二期. @param text Without white space within its numbers. */
export function readOrdinals(text: string): OrdinalMention[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, index, groups = {} }) => {
    const { after, unit, firstUnit, short, shortUnit, phase } = groups
    const written = after ?? short ?? phase
    const value = written === undefined ? 1 : parseNumeral(written)
    const named = phase === undefined ? (unit ?? firstUnit ?? shortUnit ?? '') : '期'
    return Number.isFinite(value) ? [{ start: index, end: index + whole.length, value, unit: named }] : []
  })
}
