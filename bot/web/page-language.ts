import type { IncomingHttpHeaders } from 'node:http'
import { languageCookie } from './client/language-cookie.ts'

/** The languages that pages are written in. */
export type PageLanguage = 'zh' | 'en'

/** As `lang` names them. */
export const langOf = (language: PageLanguage): string => (language === 'en' ? 'en' : 'zh-CN')

/** What decides on the language of a page, for caches on the way. */
export const languageVary = 'cookie'

/**
 * The language of a page: the one chosen on it, else Chinese. What the browser would rather have says nothing: here many are
 * set to English by those who read Chinese.
 */
export const pageLanguage = (headers: Pick<IncomingHttpHeaders, 'cookie'>): PageLanguage =>
  chosenLanguage(headers) ?? 'zh'

/** The language that somebody chose in this browser; undefined where nobody has. */
export function chosenLanguage({
  cookie: cookies = '',
}: Pick<IncomingHttpHeaders, 'cookie'>): PageLanguage | undefined {
  const pairs = cookies.split(';').map((pair) => pair.trim().split('='))
  const value = pairs.find(([name]) => name === languageCookie)?.[1]
  return value === 'en' || value === 'zh' ? value : undefined
}
