import { type PageWords, pageWords } from './page-words.ts'

export type Language = 'zh' | 'en'

/**
 * The language a message is written in; `before` where it says nothing of it: figures, commands, a name in capitals.
 */
export function languageOf(text: string, before: Language = 'zh'): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  if (/^\s*[/／]/u.test(text)) return before
  return /[a-z]{2,}/u.test(text) ? 'en' : before
}

/** The page's own words in a language. */
export const wordsIn = (language: Language = 'zh'): PageWords => pageWords[language]
