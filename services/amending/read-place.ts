import { parseNumeral } from '../../knowledge/language/numeral.ts'
import type { PlaceStep } from './amendment.ts'

const numeral = '[一二三四五六七八九十百零〇\\d]{1,5}'
/** 第五条, 第（一）项, 第1点; （一）, 1.; 附件2. */
const step = new RegExp(
  `第\\s*[（(]?(${numeral})[)）]?\\s*(条|款|项|目|点|部分|章|节|编)|[（(](${numeral})[)）]|([一二三四五六七八九十]{1,3})、|(?<![\\d年月])(\\d{1,2})[.．、](?!\\d)`,
  'gu',
)
/** 「二、申报条件」 in quotation marks, with words after its number. */
const heading =
  /[“「]\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、])?\s*(\p{Script=Han}{2,16})[”」]/gu

/** The provision that words name, step by step: 第二条第（一）项第1点. Titles of documents are no part of it. */
export function readPlace(text: string): PlaceStep[] {
  const plain = text.replace(/《[^》]*》/gu, (title) => ' '.repeat(title.length))
  const named = [...plain.matchAll(heading)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    match,
  }))
  const steps = [...plain.matchAll(step)]
    .filter(({ index }) => !named.some(({ at, end }) => index >= at && index < end))
    .map((match) => ({ at: match.index, step: stepOf(match) }))
  return [...steps, ...named.map(({ at, match }) => ({ at, step: { words: match[1]! } }))]
    .toSorted((one, other) => one.at - other.at)
    .map((one) => one.step)
}

function stepOf([, counted, unit = '', bracketed, listed, dotted]: RegExpMatchArray): PlaceStep {
  if (counted !== undefined) return { unit, number: parseNumeral(counted) }
  if (bracketed !== undefined) return { unit: '（）', number: parseNumeral(bracketed) }
  if (listed !== undefined) return { unit: '、', number: parseNumeral(listed) }
  return { unit: '.', number: parseNumeral(dotted ?? '') }
}
