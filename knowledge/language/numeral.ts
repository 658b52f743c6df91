import { foldWidth } from './clean-text.ts'
import numerals from '../lexicon/numerals.json' with { type: 'json' }

const digits: Record<string, number> = numerals.digits
const places: Record<string, number> = numerals.places
const scales: Record<string, number> = numerals.scales

/** Every sign of a Chinese numeral as the plain one of its worth: 壹 and 一, 佰 and 百. */
const plain: Record<string, string> = {
  ...numerals.contractions,
  ...Object.fromEntries(Object.entries(digits).map(([sign, value]) => [sign, '〇一二三四五六七八九'[value]!])),
  ...Object.fromEntries(Object.entries(places).map(([sign, value]) => [sign, ' 十百千'[value]!])),
  ...Object.fromEntries(Object.entries(scales).map(([sign, value]) => [sign, value === 4 ? '万' : '亿'])),
}

/** The digits of a year or number read one by one: 二〇二五, 2025. */
const spelt = (text: string): string => text.replace(/[〇一二三四五六七八九]/gu, (digit) => String(digits[digit]))

const below10000 =
  /^(?:([一二三四五六七八九])千)?〇?(?:([一二三四五六七八九])百)?〇?(?:([一二三四五六七八九])?(十))?〇?([一二三四五六七八九])?$/u

function readBelow10000(text: string): number {
  const found = text === '' ? null : below10000.exec(text)
  if (!found) return Number.NaN
  const [thousands, hundreds, tens, ones] = [1, 2, 3, 5].map((at) => Number(spelt(found[at] ?? '〇')))
  // 一百二 is 120, 一千五 is 1500: the last digit stands in the next place where no 〇 says otherwise.
  const place = /百[一二三四五六七八九]$/u.test(text) ? 10 : /千[一二三四五六七八九]$/u.test(text) ? 100 : 1
  return thousands! * 1000 + hundreds! * 100 + (found[4] ? (tens! || 1) * 10 : 0) + ones! * place
}

function readInteger(text: string): number {
  for (const [scale, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(scale)
    if (at < 0) continue
    const [head, tail] = [text.slice(0, at), text.slice(at + 1)]
    // 三万二 is 32000.
    const rest =
      tail === '' ? 0 : /^[一二三四五六七八九]$/u.test(tail) ? (Number(spelt(tail)) * size) / 10 : readInteger(tail)
    return rest < size ? readInteger(head) * size + rest : Number.NaN
  }
  if (/^[〇一二三四五六七八九]+$/u.test(text)) return Number(spelt(text))
  return readBelow10000(text)
}

/** 一百二十, 九十五点五, 一点二亿. The decimal point is moved by `shift` places before anything is rounded. */
function readChinese(text: string, shift: number): number {
  const pointed = /^([^点]+)点([〇一二三四五六七八九]+)([千万亿]?)$/u.exec(text)
  if (!pointed) return Number(`${readInteger(text)}e${shift}`)
  const [, whole = '', decimals = '', scale = ''] = pointed
  return Number(`${readInteger(whole)}.${spelt(decimals)}e${(exponents[scale] ?? 0) + shift}`)
}

const exponents: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const part = /(\d+(?:\.\d+)?)([十百千]?)([万亿]?)/gu

/** 1,200.5, 5百万, 1.2亿3000万: NaN where the parts aren't in order, or leave open what the last one counts, as in 3万5. */
function readArabic(text: string, shift: number): number {
  const joined = /^\d{1,3}(?:[,，]\d{3})+(?!\d)/u.test(text) ? text.replace(/[,，]/gu, '') : text
  let total = 0
  let above = Infinity
  let length = 0
  for (const [whole, figure = '', place = '', scale = ''] of joined.matchAll(part)) {
    const exponent = (exponents[place] ?? 0) + (exponents[scale] ?? 0)
    const isWhole = above === Infinity || exponent > 0 || figure.length === String(above).length - 1
    if (Number(`${figure}e${exponent}`) >= above || !isWhole) return Number.NaN
    total += Number(`${figure}e${exponent + shift}`)
    above = 10 ** exponent
    length += whole.length
  }
  return length === joined.length ? total : Number.NaN
}

const readWhole = (text: string, shift: number): number =>
  /^\d/u.test(text) ? readArabic(text, shift) : readChinese(text, shift)

const parts: Record<string, number> = { 百: 2, 千: 3, 万: 4 }

/** 百分之十二点五, 三分之一, 八成五, 50%: below or about one. */
function readShare(text: string, shift: number): number {
  if (text === '百分百') return 10 ** shift
  if (text === '一半' || text === '半数') return 0.5 * 10 ** shift
  const [, size = '', share = ''] = /^([百千万])分之(.+)$/u.exec(text) ?? []
  if (share !== '') return readWhole(share === '百' ? '一百' : share, shift - parts[size]!)
  const [, lower = '', upper = ''] = /^(.+)分之(.+)$/u.exec(text) ?? []
  if (upper !== '') return readWhole(upper, shift) / readWhole(lower, 0)
  const [, tenths = '', more = ''] = /^(\d{1,2}|[一二三四五六七八九十])成([一二三四五六七八九])?$/u.exec(text) ?? []
  if (tenths !== '') return Number(`${readWhole(tenths, 0) * 10 + Number(spelt(more))}e${shift - 2}`)
  return /[%‰]$/u.test(text) ? readWhole(text.slice(0, -1), shift - (text.endsWith('%') ? 2 : 3)) : Number.NaN
}

/**
 * The value of a numeral in any notation: 120, 1,200.5, １２０, 一百二十, 一百二, 一二〇, 壹佰, 两, 半, 两个半, 1.2亿3000万, 三分之一,
 * 八成五, 百分之十二点五.
 *
 * @param shift Places to move the decimal point by before rounding: -4 reads 500万 as 500 (in 万), 2 reads 八成 as 80 (in %).
 * @returns NaN for what is no well-formed numeral, such as 十百, 5,20 or 3万5.
 */
export function parseNumeral(text: string, shift = 0): number {
  const folded = foldWidth(text).replace(/\s+/gu, '')
  const signs = [...folded].map((sign) => plain[sign] ?? sign).join('')
  const [, whole = '', half = ''] = /^(.*?)((?:个|^)半)?$/u.exec(signs) ?? []
  const value =
    whole === '' ? 0 : /[分成%‰]|^一半$|^半数$/u.test(whole) ? readShare(whole, shift) : readWhole(whole, shift)
  const sum = whole === '' && half === '' ? Number.NaN : half === '' ? value : value + Number(`0.5e${shift}`)
  return Number.isFinite(sum) ? sum : Number.NaN
}
