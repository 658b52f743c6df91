import equivalents from '../../knowledge/lexicon/equivalents.json' with { type: 'json' }
import { foldShapes } from '../../knowledge/language/shapes.ts'

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

/** A text for comparison: one shape and width for what reads the same, no blanks, lower case. */
export const plainText = (text: string): string =>
  foldShapes(text)
    .replace(/\s+/gu, '')
    .replace(/[（）：∶﹝﹞［］]/gu, (sign) => twins[sign] ?? sign)
    .toLowerCase()

const meanings = new Map(
  equivalents.flatMap(([first = '', ...others]) => others.map((other) => [other, first] as const)),
)
const anyOther = new RegExp([...meanings.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu')

/** The words of a text that another may stand for, with that one. @param text See `plainText`. */
export const equivalenceOf = (text: string): { index: number; word: string; meaning: string }[] =>
  [...text.matchAll(anyOther)].map(({ 0: word, index }) => ({ index, word, meaning: meanings.get(word)! }))

/** The same with each word that another may stand for in its place. @param text See `plainText`. */
export const evenedOut = (text: string): string => text.replace(anyOther, (word) => meanings.get(word)!)
