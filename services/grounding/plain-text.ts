import equivalents from '../../knowledge/lexicon/equivalents.json' with { type: 'json' }
import { foldWidth } from '../../knowledge/parsing/clean-text.ts'

const twins: Record<string, string> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '∶': ':',
  '﹝': '〔',
  '﹞': '〕',
  '［': '〔',
  '］': '〕',
}

/** A text for comparison: digits, letters and brackets in one width, no blanks, lower case. */
export const plainText = (text: string): string =>
  foldWidth(text)
    .replace(/[\s\u200b\ufeff]+/gu, '')
    .replace(/[（）：∶﹝﹞［］]/gu, (sign) => twins[sign] ?? sign)
    .toLowerCase()

const meanings = new Map(
  equivalents.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)
const anyOther = new RegExp([...meanings.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')

/** The same with each word that another may stand for in its place. @param text See `plainText`. */
export const evenedOut = (text: string): string => text.replace(anyOther, (word) => meanings.get(word)!)
