import { type PageWords, pageWords } from './page-words.ts'

export type Language = 'zh' | 'en'

/**
 * The language a message is written in; `before` where it says nothing of it: figures, commands, a name in capitals.
 */
export function languageOf(text: string, before: Language = 'zh'): Language {
  if (/^\s*[/／]/u.test(text) || saysNothing.test(text)) return before
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[A-Za-z]?[a-z][a-z’']+/gu)?.length ?? 0
  if (chinese > 0) return chinese <= mostQuoted && words >= leastWords ? 'en' : 'zh'
  return words > 0 ? 'en' : before
}

/** A Chinese word or two in an English sentence: What is 盘点率 exactly? */
const mostQuoted = 4
const leastWords = 2
/** A figure with its unit, and OK, are written alike in both. */
const saysNothing = /^\s*(?:\d[\d.,，\s]*(?:%|[万亿]?元|万|亿|\p{Script=Han})?|ok|okay)[\s。.!！]*$/iu

/** The page's own words in a language. */
export const wordsIn = (language: Language = 'zh'): PageWords => pageWords[language]

/** A language as the attribute `lang` names it. */
export const langOf = (language: Language = 'zh'): string => (language === 'en' ? 'en' : 'zh-CN')
