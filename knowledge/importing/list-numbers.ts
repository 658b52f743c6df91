const digits = '〇一二三四五六七八九'

/** A number in Chinese as headings are counted, 1 … 9999: 十, 二十一, 一百零五. */
export function chineseNumber(value: number): string {
  const units = ['', '十', '百', '千']
  const places = [...String(value)].map(Number)
  const spelt = places.map((digit, at) => (digit === 0 ? '零' : `${digits[digit]}${units[places.length - 1 - at]}`))
  return spelt.join('').replace(/零+/gu, '零').replace(/零$/u, '').replace(/^一十/u, '十')
}

const letters = (value: number): string =>
  value > 26 ? letters(Math.floor((value - 1) / 26)) + letters(((value - 1) % 26) + 1) : String.fromCharCode(64 + value)

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  const [step, numeral] = romans.find(([least]) => least <= value) ?? [0, '']
  return step === 0 ? '' : numeral + roman(value - step)
}

const circled = (value: number): string => (value <= 20 ? String.fromCharCode(0x245f + value) : String(value))

/** The number formats of word processors (ECMA-376, ST_NumberFormat); those missing here count 1, 2, 3. */
const formats: Record<string, (value: number) => string> = {
  chineseCounting: chineseNumber,
  chineseCountingThousand: chineseNumber,
  chineseLegalSimplified: chineseNumber,
  japaneseCounting: chineseNumber,
  taiwaneseCounting: chineseNumber,
  taiwaneseCountingThousand: chineseNumber,
  ideographDigital: (value) => [...String(value)].map((digit) => digits[Number(digit)]).join(''),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperLetter: letters,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  bullet: () => '',
  none: () => '',
}

export const formatNumber = (value: number, format: string): string => (formats[format] ?? String)(value)
