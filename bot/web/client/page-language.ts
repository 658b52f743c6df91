import type { Language } from './language.ts'
import { languageCookie, languageCookieOf } from './language-cookie.ts'

/** The language that the server wrote the page in. */
export const firstLanguage: Language = document.documentElement.lang === 'en' ? 'en' : 'zh'

/** The language that somebody chose in this browser. */
export function chosenLanguage(): Language | undefined {
  const value = new RegExp(`(?:^|; )${languageCookie}=(zh|en)`).exec(document.cookie)?.[1]
  return value as Language | undefined
}

/** Keeps the choice, and shows the page anew as the server writes it in that language. */
export function chooseLanguage(language: Language): void {
  document.cookie = languageCookieOf(language)
  location.reload()
}
