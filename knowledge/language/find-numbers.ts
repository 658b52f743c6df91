import type { FigureKind } from './figure-shape.ts'
import { parseNumeral } from './numeral.ts'
import { figureNumeral } from './numeral-pattern.ts'
import { type Unit, generic, unitAt } from './unit.ts'

/** A number with its unit in a condensed and masked text; `printedTo` is where the number alone ends. */
export type FoundNumber = {
  start: number
  end: number
  printedTo: number
  kind: FigureKind
  value: number
  upTo?: number
  unit: string
  /** 万 or 亿 that the number is printed with: 5到10万元 lends it to the number before. */
  scale: number
  isLoose: boolean
  /** A number that states nothing without a bound or base beside it: 一个, a bare 三. */
  isWeak: boolean
}

const pattern = new RegExp(figureNumeral, 'gu')

/** 几十 is from 20 to 100, 十几 from 10 to 20. */
function looseRange(text: string): [number, number] {
  const [, size = ''] = /^[几数](.+)$/u.exec(text) ?? []
  if (size !== '') return [2 * parseNumeral(`一${size}`), 10 * parseNumeral(`一${size}`)]
  const [, tens = '', scale = ''] = /^(.*)十几(.*)$/u.exec(text) ?? []
  const least = parseNumeral(`${tens || '一'}十${scale}`)
  return [least, least + parseNumeral(`一十${scale}`)]
}

/** 两三 is from 2 to 3, 五六百 from 500 to 600. */
function pairRange([lower = '', upper = '', ...size]: string): [number, number] {
  const worth = size.length === 0 ? 1 : parseNumeral(`一${size.join('')}`)
  const ends = [lower, upper].map((sign) => parseNumeral(sign) * worth).toSorted((a, b) => a - b)
  return [ends[0]!, ends[1]!]
}

type Amount = { value: number; upTo?: number; isLoose: boolean; text: string; isShare: boolean }

function amountOf(match: RegExpExecArray): Amount {
  const { share, half, loose, pair, plain = '', more, size = '' } = match.groups!
  const range = loose ? looseRange(loose) : pair ? pairRange(pair) : undefined
  if (range) return { value: range[0], upTo: range[1], isLoose: true, text: match[0], isShare: false }
  if (half) return { value: 0.5, isLoose: false, text: half, isShare: false }
  const text = share ?? `${plain}${size}`
  return { value: parseNumeral(text), isLoose: more !== undefined, text, isShare: share !== undefined }
}

/** 半 behind the number or its unit: 两个半月, 一年半. */
const halfAhead = /个?半(?=个?(?:月|小时|学期|钟头))/uy

const ratio = /(?<sign>[:比])(\d+(?:\.\d+)?)(?![\d:])/uy

/** What a share is worth and called: a third is 1/3 of nothing in particular, 八成 is 80 %. */
function ofShare(text: string, value: number): Pick<FoundNumber, 'kind' | 'value' | 'unit'> {
  const isPart = (/分之/u.test(text) && !/^[百千万]分之/u.test(text)) || /半/u.test(text)
  return isPart ? { kind: 'ratio', value, unit: '' } : { kind: 'percent', value: parseNumeral(text, 2), unit: '%' }
}

/** Whether a number without a unit states something: no year, no code of many digits, no single Chinese digit. */
function isBare(text: string): boolean {
  if (/^\d/u.test(text)) return !/^(?:19|20)\d\d$/u.test(text) && text.replace(/\D/gu, '').length < 8
  return [...text].length > 1
}

function ofUnit(
  text: string,
  amount: Amount,
  unit: Unit | undefined,
  spelt: string,
  isMoney: boolean,
): Partial<FoundNumber> {
  if (amount.isShare) return ofShare(amount.text, amount.value)
  if (!unit && isMoney) return { kind: 'money', unit: '元' }
  if (!unit) return { kind: 'plain', unit: '', isWeak: !isBare(amount.text) }
  const value = spelt === '‰' ? parseNumeral(`${amount.text}‰`, 2) : amount.value
  const isOne = (text === '一' && generic.has(spelt)) || text === '零'
  return { kind: unit.kind, unit: unit.name, value, isWeak: isOne }
}

type Base = Pick<FoundNumber, 'start' | 'isLoose' | 'isWeak' | 'scale' | 'value' | 'upTo'>

/** 1:1. */
function readRatio(text: string, end: number, base: Base, printed: string): FoundNumber | undefined {
  ratio.lastIndex = end
  const [whole = '', , second = '0'] = ratio.exec(text) ?? []
  if (Number(second) === 0 || !/^\d+(?:\.\d+)?$/u.test(printed)) return undefined
  const to = end + whole.length
  return { ...base, end: to, printedTo: to, kind: 'ratio', unit: '', value: base.value / Number(second) }
}

/** What stands behind a unit: 半 in 一年半, 多 in 三年多. */
function behindUnit(text: string, end: number, unit: Unit | undefined): '半' | '多' | undefined {
  const ahead = text.slice(end, end + 2)
  if (unit?.kind === 'duration' && /^半(?![年月天日])/u.test(ahead)) return '半'
  return unit !== undefined && /^多(?!\p{Script=Han})|^多(?=[的了吧以])/u.test(ahead) ? '多' : undefined
}

function readWithUnit(text: string, match: RegExpExecArray, amount: Amount, base: Base): FoundNumber | undefined {
  halfAhead.lastIndex = match.index + match[0].length
  const isHalved = match.groups!.half === undefined && halfAhead.test(text)
  const printedTo = isHalved ? halfAhead.lastIndex : match.index + match[0].length
  const unit = amount.isShare ? undefined : unitAt(text, printedTo)
  if (!unit && /^(?:[A-Za-z]|\.\d)/u.test(text.slice(printedTo, printedTo + 2))) return undefined
  const spelt = text.slice(printedTo, printedTo + (unit?.length ?? 0))
  const more = behindUnit(text, printedTo + spelt.length, unit)
  const end = printedTo + spelt.length + (more?.length ?? 0)
  const found = ofUnit(match[0], amount, unit, spelt, /[￥¥]/u.test(text[match.index - 1] ?? ''))
  const value = (found.value ?? amount.value) + (isHalved || more === '半' ? 0.5 : 0)
  const isLoose = amount.isLoose || more === '多'
  return { ...base, kind: 'plain', unit: '', ...found, value, end, printedTo: more === '半' ? end : printedTo, isLoose }
}

/** Reads the number that a match begins, with its unit. Nothing where it is part of a code. */
function readNumber(text: string, match: RegExpExecArray): FoundNumber | undefined {
  const amount = amountOf(match)
  const isCode = /^0\d/u.test(match[0]) || /[A-Za-z\d.]/u.test(text[match.index - 1] ?? '')
  if (isCode || !Number.isFinite(amount.value)) return undefined
  const scale = 10 ** (/[万wW]$/u.test(amount.text) ? 4 : /亿$/u.test(amount.text) ? 8 : 0)
  const { value, upTo, isLoose } = amount
  const base = { start: match.index, isLoose, isWeak: false, scale, value, upTo }
  return readRatio(text, match.index + match[0].length, base, amount.text) ?? readWithUnit(text, match, amount, base)
}

/** Finds the numbers of a condensed and masked text, in order, each with its unit. */
export function findNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = []
  for (let at = 0; ;) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return found
    const number = readNumber(text, match)
    if (number) found.push(number)
    at = number?.end ?? match.index + match[0].length
  }
}
