import { parseNumeral } from '../language/numeral.ts'

/** How a provision is numbered, from the highest to the lowest usual level. */
export type MarkerStyle =
  | 'chapter'
  | 'section'
  | 'article'
  | 'cjk-comma'
  | 'cjk-paren'
  | 'arabic-dot'
  | 'arabic-comma'
  | 'arabic-paren'
  | 'circled'

export type Marker = { style: MarkerStyle; number: number; raw: string }

/** 「第三条」 before a blank; where there is none, not before words that speak of that provision. */
function ordinal(unit: string): RegExp {
  return new RegExp(
    `^第\\s*([〇零一二三四五六七八九十百]+)\\s*${unit}(?=\\s|$|(?!第|规定|所|的|之|至|及|和|或|款|项|[、，。；]))`,
    'u',
  )
}

const patterns: { style: MarkerStyle; pattern: RegExp }[] = [
  { style: 'chapter', pattern: ordinal('章') },
  { style: 'section', pattern: ordinal('节') },
  { style: 'article', pattern: ordinal('条') },
  { style: 'cjk-comma', pattern: /^([一二三四五六七八九十]+)\s*[、.．]/u },
  { style: 'cjk-paren', pattern: /^[（(]\s*([一二三四五六七八九十]+)\s*[)）][、.]?/u },
  { style: 'arabic-comma', pattern: /^(\d{1,2})\s*、/u },
  { style: 'arabic-dot', pattern: /^(\d{1,2})\s*[.．](?!\d)/u },
  { style: 'arabic-paren', pattern: /^[（(]\s*(\d{1,2})\s*[)）]/u },
  { style: 'circled', pattern: /^([①-⑳])/u },
]

/** The number that a line opens with, or nothing. Blanks inside it and full-width digits are allowed. */
export function readMarker(line: string): Marker | undefined {
  const folded = line.replace(/[０-９．]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
  for (const { style, pattern } of patterns) {
    const match = pattern.exec(folded)
    if (!match) continue
    const digitsRead = match[1] ?? ''
    const number = style === 'circled' ? digitsRead.charCodeAt(0) - 0x245f : parseNumeral(digitsRead)
    return { style, number, raw: line.slice(0, match[0].length) }
  }
  return undefined
}
