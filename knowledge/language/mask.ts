import idle from '../lexicon/no-figures.json' with { type: 'json' }
import { type Condensed, condense } from './condense.ts'
import { findContacts } from './contact.ts'
import { hanSign } from './numeral-pattern.ts'
import { anyOf } from './unit.ts'

/** What stands in the place of a character that is no part of a figure. */
export const masked = '\0'

const blank = (whole: string): string => masked.repeat(whole.length)

const list = String.raw`(?:[、,，和及至到~-](?:第|附件|附表)?(?:\d{1,3}|${hanSign}{1,4})(?![\d年月]))`
/** 《titles》, and codes of Latin letters and digits: GB/T 33251-2016, ISO56005, A4. */
const names: RegExp[] = [
  /《[^《》]{1,120}》?/gu,
  /(?<![A-Za-z])[A-Z]{1,2}\d{1,4}\+\d{1,4}/gu,
  /(?<![A-Za-z\d/._-])[A-Za-z]{1,6}(?:\/[A-Z]{1,3})? \d{2,6}(?:[.-]\d{1,6}){1,3}/gu,
  /(?<![A-Za-z\d/._-])(?![A-Za-z]{2,}\d+(?:件|项(?!目)|家|人|次|万|亿|元|%))[A-Za-z][A-Za-z/._-]*\d[A-Za-z\d/._-]*/gu,
]

const idiomsOfNumerals = idle.idioms.filter((word) => new RegExp(`^${hanSign}`, 'u').test(word))
const otherIdioms = idle.idioms.filter((word) => !idiomsOfNumerals.includes(word))

/** Numbers that only name or order something. */
const numbered: RegExp[] = [
  new RegExp(`第(?:\\d+|${hanSign}+)${list}*`, 'gu'),
  new RegExp(String.raw`[（](?:\d{1,2}|${hanSign}{1,3})[）]`, 'gu'),
  new RegExp(String.raw`(?:${anyOf(idle.codesBefore)})(?:为|是|:)?\d+${list}*(?![\d%])`, 'gu'),
  new RegExp(
    String.raw`(?<!\d)(?:\d{1,6}(?:-\d{1,6})?号?[、,，和及-]){0,20}(?<![月\d])\d{1,12}(?:${anyOf(idle.numbered)})(?:-?\d{1,6}(?=层|室|楼)|-\d{1,3})?`,
    'gu',
  ),
  new RegExp(
    String.raw`(?<![\d])\d{1,2}:(?:[0-5]\d)(?=[-~至到分前后止时起开]|以前|以后|之前|之后)|(?<=[午晚早至到~\0-])\d{1,2}:[0-5]\d(?!\d)`,
    'gu',
  ),
  /(?<!\d)(?:[5-9]0|0[05])后(?![\d天日])/gu,
  /(?<!\d)\d{1,9}[⁰¹²³⁴⁵⁶⁷⁸⁹]+/gu,
  /[*×xX✕]100%/gu,
  new RegExp(String.raw`(?:${anyOf(idle.referredTo)})\d{1,2}(?=[的，。；、）和或]|$)`, 'gu'),
  /(?<![\d.])\d{1,2}\.(?=\p{Script=Han})/gu,
  /(?<!\d)\d{1,9}(?:\.\d{1,9})?\/\d{1,9}(?:\.\d{1,9})?(?=[A-Za-z])/gu,
  new RegExp(`(?<!${hanSign}|\\d)(?:${anyOf(idiomsOfNumerals)})(?!钟|之|${hanSign}*分之)`, 'gu'),
  new RegExp(`(?<!分(?=之))(?:${anyOf(otherIdioms)})`, 'gu'),
  new RegExp(`(?<!${hanSign})${hanSign}{1,2}(?:个|大)?(?:${anyOf(idle.notCounted)})`, 'gu'),
  new RegExp(`等(?:\\d+|${hanSign}+)(?=[家个名所项位](?!以))`, 'gu'),
  new RegExp(`(?<![达到上下至])(?<!${hanSign})[一二三四五](?:${anyOf(idle.ranks)})(?!分|额)`, 'gu'),
]

const listMarks = [
  new RegExp(String.raw`(?:\d{1,3}|${hanSign}{1,3})[、）]`, 'uy'),
  /\d{1,2}\.(?!\d)/uy,
  // Item 1 of ages 18 to 40, not 1.18: what can't be halved has no decimals.
  /\d{1,2}\.(?=\d{1,4}(?:[-~至到]\d{1,4})?(?:家|份|周岁|岁|次|项|所|户|套|个工作日|工作日)|\d{4}年)/uy,
]

/** The mark of a list item that a line begins with. */
function withoutListMarks(text: string, lines: number[]): string {
  let rest = ''
  let from = 0
  for (const line of lines) {
    if (line < from) continue
    for (const pattern of listMarks) {
      pattern.lastIndex = line
      const [mark] = pattern.exec(text) ?? []
      if (mark === undefined) continue
      rest += text.slice(from, line) + blank(mark)
      from = line + mark.length
      break
    }
  }
  return rest + text.slice(from)
}

/** Blanks stretches that are given in order and don't overlap. */
export function maskStretches(text: string, stretches: readonly { start: number; end: number }[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end } of stretches) {
    pieces.push(text.slice(from, start), masked.repeat(end - start))
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

/** Blanks contacts, titles and codes: neither dates nor figures are read there. Length and offsets stay. */
export function maskNames({ text }: Pick<Condensed, 'text'>): string {
  return names.reduce((rest, pattern) => rest.replace(pattern, blank), maskStretches(text, findContacts({ text })))
}

/**
 * Blanks all numbers that state nothing: those of `maskNames`, of provisions and annexes, rooms and floors, list marks, ranks,
 * and words such as 一次性 and 第三方.
 *
 * @param text A text in which names are masked already.
 * @param lines Where its lines begin.
 */
export function maskNumbered(text: string, lines: number[]): string {
  let rest = withoutListMarks(text, lines)
  for (const pattern of numbered) rest = rest.replace(pattern, blank)
  return rest
}

/** A text without white space, with `\0` in place of what is no figure. Only for reading; offsets are those of `condense`. */
export function maskNonFigures(text: string): string {
  const condensed = condense(text)
  return maskNumbered(maskNames(condensed), condensed.lines)
}
