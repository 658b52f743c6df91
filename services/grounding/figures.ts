import { parseChineseNumber } from '../../knowledge/parsing/markers.ts'

/** Whether a figure is the least or the most that something may be, or just the figure. */
export type Bound = 'least' | 'most' | 'exact'

/**
 * Something in a text that is right or wrong to the last digit. `key` is the same for all ways of writing it: 一百件,
 * 100 件 and １００件; 500万元 and 5,000,000元.
 */
export type Figure = { key: string; bound: Bound; start: number; end: number }

const numeral = String.raw`(?:\d[\d,，]*(?:\.\d+)?[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+)`
const units = '件家次份项所人名类字元个页岁天日年月处场批套条款门期倍周号'
const most = String.raw`不超过|不多于|不高于|不大于|至多|最多|(?<!不)(?:低于|少于|小于)|不足|不到|未满|上限为?`
const least = String.raw`不少于|不低于|不小于|至少|起码|达到|达|(?<!不)(?:超过|多于|高于|大于)|满`

/** The most particular first: what one has found the next ones don't look at. */
const patterns: [RegExp, (match: RegExpExecArray) => string][] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, ([mail]) => `mail ${mail}`],
  [/(?:https?:\/\/|www\.)[\w./?=&%#-]+/gu, ([url]) => `url ${url.replace(/^https?:\/\//u, '').replace(/[/.]+$/u, '')}`],
  [/\p{Script=Han}{0,6}〔\d{4}〕\d+号?/gu, ([number]) => `document ${number.replace(/号$/u, '')}`],
  [/(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/gu, ([phone]) => `phone ${phone.replace('-', '')}`],
  [/(?<!\d)\d{11,}(?!\d)/gu, ([digits]) => `phone ${digits}`],
  [/(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2}))(?!\d)/gu, ([, year, month, day]) => dateKey(year, month, day)],
  [
    new RegExp(`(?:([\\d〇零一二三四五六七八九]{4})年)?(${numeral})月(${numeral})[日号]`, 'gu'),
    ([, year, month, day]) => dateKey(year, month, day),
  ],
  [/([\d〇零一二三四五六七八九]{4})年/gu, ([, year]) => `year ${digitsOf(year)}`],
  [new RegExp(`百分之(${numeral})`, 'gu'), ([, share]) => `percent ${valueOf(share === '百' ? '一百' : share)}`],
  [/(\d[\d.]*)%/gu, ([, share]) => `percent ${Number(share)}`],
  [/([一二三四五六七八九])成/gu, ([, tenths]) => `percent ${valueOf(tenths) * 10}`],
  [/(\d+):(\d+)/gu, ([, one, other]) => `ratio ${one}:${other}`],
  [
    new RegExp(`(${numeral})余?(?:多)?([${units}])`, 'gu'),
    ([, value, unit]) => `${valueOf(value)}${unit === '名' ? '人' : unit}`,
  ],
  [/\d[\d,]*(?:\.\d+)?/gu, ([digits]) => `${valueOf(digits)}`],
]

/** 一个, 一种 and the like count nothing. */
const uncounted = /^(?:1个|1次|1项|1类|1条|1批|1期|1天)$/u

const digitsOf = (year = ''): string =>
  year.replace(/[〇零一二三四五六七八九]/gu, (digit) =>
    String('〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit)),
  )

function valueOf(written = ''): number {
  const [, digits = '', scale = ''] = /^(\d[\d,，]*(?:\.\d+)?)([十百千万亿]*)$/u.exec(written) ?? []
  if (digits === '') return parseChineseNumber(written)
  const sizes: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
  return [...scale].reduce((value, sign) => value * sizes[sign]!, Number(digits.replace(/[,，]/gu, '')))
}

const dateKey = (year: string | undefined, month: string | undefined, day: string | undefined): string =>
  `date ${year === undefined ? '' : digitsOf(year)}-${valueOf(month)}-${valueOf(day)}`

function boundOf(text: string, start: number, end: number): Bound {
  const before = text.slice(Math.max(0, start - 5), start)
  const after = text.slice(end, end + 3)
  if (new RegExp(`(?:${most})(?:为|到)?$`, 'u').test(before) || /^(?:及)?(?:以下|以内|之内|封顶)/u.test(after))
    return 'most'
  return new RegExp(`(?:${least})(?:到)?$`, 'u').test(before) || /^(?:及)?(?:以上|起步)/u.test(after)
    ? 'least'
    : 'exact'
}

/** Finds what in a text must be right to the last digit. @param text See `plainText`. */
export function figuresOf(text: string): Figure[] {
  const found: Figure[] = []
  let rest = text
  for (const [pattern, keyOf] of patterns) {
    for (const match of rest.matchAll(pattern)) {
      const key = keyOf(match)
      const [start, end] = [match.index, match.index + match[0].length]
      const isWord = uncounted.test(key) && !/\d/u.test(match[0])
      if (!isWord && !key.includes('NaN')) found.push({ key, bound: boundOf(text, start, end), start, end })
    }
    rest = rest.replace(pattern, (whole) => '\0'.repeat(whole.length))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Whether a source states a figure: the same value under the same bound; a date may leave out its year. */
export function states(source: readonly Figure[], { key, bound }: Figure): boolean {
  return source.some(
    (own) =>
      (own.key === key ||
        (key.startsWith('date -') && own.key.startsWith('date ') && own.key.endsWith(key.slice(5)))) &&
      (own.bound === bound || !/^\d|^percent/u.test(key)),
  )
}
