import { parseNumeral } from '../language/numeral.ts'

/** How a provision is numbered, from the highest to the lowest usual level. */
export type MarkerStyle =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'cjk-comma'
  | 'cjk-paren'
  | 'arabic-dot'
  | 'arabic-comma'
  | 'decimal-2'
  | 'decimal-3'
  | 'decimal-4'
  | 'arabic-paren'
  | 'arabic-half'
  | 'circled'
  | 'letter'

/** `name` is the step of the locator where the number alone is none: `120-1` for 第一百二十条之一, `b` for b. */
export type Marker = { style: MarkerStyle; number: number; raw: string; name?: string }

const numeral = '([〇零一二三四五六七八九十百千]+|\\d{1,4})'

/** 「第三条」 before a blank; where there is none, not before words that speak of that provision. */
function ordinal(unit: string): RegExp {
  return new RegExp(`^第\\s*${numeral}\\s*${unit}(?=\\s|$|(?!第|规定|所|的|之|至|及|和|或|款|项|[、，。；]))`, 'u')
}

const patterns: { style: MarkerStyle; pattern: RegExp }[] = [
  { style: 'part', pattern: new RegExp(`^第\\s*${numeral}\\s*部分(?=\\s|$|[:：])`, 'u') },
  { style: 'part', pattern: ordinal('编') },
  { style: 'subpart', pattern: ordinal('分编') },
  { style: 'chapter', pattern: ordinal('章') },
  { style: 'section', pattern: ordinal('节') },
  {
    style: 'article',
    pattern: new RegExp(`^第\\s*${numeral}\\s*条之([一二三四五六七八九十]+)(?=\\s|$|(?!规定|款|项|[、，。；]))`, 'u'),
  },
  { style: 'article', pattern: ordinal('条') },
  { style: 'cjk-comma', pattern: /^([一二三四五六七八九十]+)\s*[、.．]/u },
  { style: 'cjk-paren', pattern: /^[（(]\s*([一二三四五六七八九十]+)\s*[)）][、.]?/u },
  { style: 'cjk-paren', pattern: /^([㈠-㈩])/u },
  { style: 'arabic-comma', pattern: /^(\d{1,2})\s*、/u },
  { style: 'arabic-dot', pattern: /^(\d{1,2})\s*[.．](?!\d)/u },
  { style: 'arabic-dot', pattern: /^([⒈-⒛])/u },
  { style: 'arabic-paren', pattern: /^[（(]\s*(\d{1,2})\s*[)）]/u },
  { style: 'arabic-paren', pattern: /^([⑴-⒇])/u },
  { style: 'arabic-half', pattern: /^(\d{1,2})\s*[)）](?=.)/u },
  { style: 'circled', pattern: /^([①-⑳㉑-㉟❶-❿])/u },
]

/** Signs that are a whole number, by the first of each run and the number it stands for. */
const signs: [first: string, last: string, value: number][] = [
  ['①', '⑳', 1],
  ['㉑', '㉟', 21],
  ['❶', '❿', 1],
  ['㈠', '㈩', 1],
  ['⒈', '⒛', 1],
  ['⑴', '⒇', 1],
]

function numberOf(printed: string): number {
  const run = signs.find(([first, last]) => printed >= first && printed <= last)
  return run ? printed.charCodeAt(0) - run[0].charCodeAt(0) + run[2] : parseNumeral(printed)
}

/** The number that a line opens with, or nothing. Blanks inside it and full-width digits are allowed. */
export function readMarker(line: string): Marker | undefined {
  const folded = line.replace(/[０-９．]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  for (const { style, pattern } of patterns) {
    const match = pattern.exec(folded)
    if (!match) continue
    const number = numberOf(match[1] ?? '')
    const raw = line.slice(0, match[0].length)
    return match[2] === undefined
      ? { style, number, raw }
      : { style, number, raw, name: `${number}-${parseNumeral(match[2])}` }
  }
  return undefined
}
