import { parseChineseNumber } from '../parsing/markers.ts'

/** The kind of value a question waits for. */
export type ValueKind =
  'count' | 'percent' | 'money' | 'date' | 'year' | 'phone' | 'email' | 'url' | 'address' | 'person' | 'number' | 'text'

const number = '(?:\\d[\\d,.]*|[一二两三四五六七八九十百千万]+)'

/** How each kind of value looks in a clause. */
const patterns: Record<Exclude<ValueKind, 'count' | 'text'>, RegExp> = {
  percent: /\d+(?:\.\d+)?%|\d+[：:]\d+/u,
  money: /\d[\d.]*\s*(?:万元|亿元|元)|百分之|\d+(?:\.\d+)?%|[1１][：:∶][1１]/u,
  date: /\d{1,2}月\d{1,2}日|\d{4}年|年底|个月|\d+年/u,
  year: /\d{4}年/u,
  phone: /\d{3,4}-\d{7,8}|(?<!\d)\d{8}(?!\d)/u,
  email: /[\w.]+@[\w.]+/u,
  url: /https?:\/\//u,
  address: /路\d+号/u,
  person: /联系人[：:]/u,
  number: /\d/u,
}

/** Whether a text holds a value of that kind; for counts, one with the unit asked for. */
export function holdsValue(text: string, kind: ValueKind, unit = ''): boolean {
  if (kind === 'text') return true
  if (kind === 'count')
    return new RegExp(`${number}\\s*(?:余|多)?(?:${unit === '' ? '\\p{Script=Han}' : unit})`, 'u').test(text)
  return patterns[kind].test(text)
}

export type Quantity = { value: number; unit: string }

const quantity =
  /(\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+)\s*(万|亿)?\s*(件|家|次|份|项|所|人|名|年|类|字|元|个|%|岁|页)/gu

/** The quantities a text states, as values: 一百件 = 100 件, 500万元 = 5,000,000 元. */
export function readQuantities(text: string): Quantity[] {
  return [...text.matchAll(quantity)].flatMap(([, digits = '', scale, unit = '']) => {
    const plain = /^\d/u.test(digits) ? Number(digits.replaceAll(',', '')) : parseChineseNumber(digits)
    const value = plain * (scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1)
    return Number.isFinite(value) ? [{ value, unit: unit === '名' ? '人' : unit }] : []
  })
}
