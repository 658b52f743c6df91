import type { Statement } from './statement.ts'
import { leadChinese, wordChinese } from './word-chinese.ts'
import { leadEnglish, wordEnglish } from './word-english.ts'

/**
 * A statement as a clerk says it, with its conditions, exceptions and lead-in: 截至申报日，有效发明专利不少于100件。
 * Only of a statement that is `sure`; of others the sentence is quoted.
 */
export const wordStatement = (statement: Statement, language: 'zh' | 'en'): string =>
  language === 'zh' ? wordChinese(statement) : wordEnglish(statement)

/**
 * The answer alone, at most 60 characters in Chinese: 至少100件（含100件）。 The wording belongs right behind it. Undefined where
 * nothing so short is true without the rest.
 */
export const leadOf = (statement: Statement, language: 'zh' | 'en'): string | undefined =>
  language === 'zh' ? leadChinese(statement) : leadEnglish(statement)
