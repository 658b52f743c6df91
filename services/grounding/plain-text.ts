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
