import { parseNumeral } from '../../knowledge/language/numeral.ts'

/** Whether something may be no less or no more than a figure, must be above or below it, about it, or just that. */
export type Bound = 'least' | 'most' | 'above' | 'below' | 'about' | 'exact'

/**
 * Something in a text that is right or wrong to the last digit. `key` is the same for all ways of writing it: 一百件,
 * 100 件 and １００件; 500万元 and 5,000,000元. `from` and `to` take in the words that bound it.
 */
export type Figure = { key: string; bound: Bound; start: number; end: number; from: number; to: number }

const numeral = String.raw`(?:\d[\d,，]*(?:\.\d+)?[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿]+)`
const units = '件家次份项所人名类字元个页岁天日年月处场批套条款门期倍周号'
/** 得, 能 and the like between a denial and what it bounds: 不得低于 is the least, 不得超过 the most. */
const denied = '不(?:得|能|可|应)?'
const most = `${denied}(?:超过|多于|高于|大于)|至多|最多|上限为?`
const least = `${denied}(?:少于|低于|小于)|至少|起码|达到|达|满`
const below = `(?<!${denied})(?:低于|少于|小于)|不足|不到|未满`
const above = `(?<!${denied})(?:超过|多于|高于|大于)`
const near = String.raw`大约|约|近`
const between = String.raw`(?:需要|需|要|有|为|到|完成)?`

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
    new RegExp(`(${numeral})([余多]?)([${units}])`, 'gu'),
    ([, value, more, unit]) => `${valueOf(value)}${more}${unit === '名' ? '人' : unit}`,
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
  if (digits === '') return parseNumeral(written)
  const sizes: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 }
  return [...scale].reduce((value, sign) => value * sizes[sign]!, Number(digits.replace(/[,，]/gu, '')))
}

const dateKey = (year: string | undefined, month: string | undefined, day: string | undefined): string =>
  `date ${year === undefined ? '' : digitsOf(year)}-${valueOf(month)}-${valueOf(day)}`

const bounds: { bound: Bound; before: RegExp; after: RegExp }[] = [
  { bound: 'about', before: new RegExp(`(?:${near})$`, 'u'), after: /^(?:左右|上下)/u },
  { bound: 'below', before: new RegExp(`(?:${below})${between}$`, 'u'), after: /^(?!)/u },
  { bound: 'above', before: new RegExp(`(?:${above})${between}$`, 'u'), after: /^(?!)/u },
  { bound: 'most', before: new RegExp(`(?:${most})${between}$`, 'u'), after: /^(?:及)?(?:以下|以内|之内|封顶)/u },
  { bound: 'least', before: new RegExp(`(?:${least})${between}$`, 'u'), after: /^(?:及)?(?:以上|起步)/u },
]

/** What a figure is bounded by, and where the words that bound it begin and end. */
function boundOf(text: string, start: number, end: number): { bound: Bound; from: number; to: number } {
  for (const { bound, before, after } of bounds) {
    const [led] = before.exec(text.slice(Math.max(0, start - 8), start)) ?? []
    const [followed] = after.exec(text.slice(end, end + 3)) ?? []
    if (led !== undefined || followed !== undefined)
      return { bound, from: start - (led?.length ?? 0), to: end + (followed?.length ?? 0) }
  }
  return { bound: 'exact', from: start, to: end }
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
      if (!isWord && !key.includes('NaN')) found.push({ key, start, end, ...boundOf(text, start, end) })
    }
    rest = rest.replace(pattern, (whole) => '\0'.repeat(whole.length))
  }
  return found.sort((a, b) => a.start - b.start)
}
