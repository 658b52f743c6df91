import type { IncomingHttpHeaders } from 'node:http'
import { languageCookie } from './client/language-cookie.ts'

/** The languages that pages are written in. */
export type PageLanguage = 'zh' | 'en'

/** As `lang` names them. */
export const langOf = (language: PageLanguage): string => (language === 'en' ? 'en' : 'zh-CN')

/** What decides on the language of a page, for caches on the way. */
export const languageVary = 'accept-language, cookie'

/** The language of a page: the one chosen on it, else the one that the browser would rather have, else Chinese. */
export function pageLanguage(headers: Pick<IncomingHttpHeaders, 'cookie' | 'accept-language'>): PageLanguage {
  return chosen(headers.cookie) ?? preferred(headers['accept-language'])
}

function chosen(cookies = ''): PageLanguage | undefined {
  const pairs = cookies.split(';').map((pair) => pair.trim().split('='))
  const value = pairs.find(([name]) => name === languageCookie)?.[1]
  return value === 'en' || value === 'zh' ? value : undefined
}

/** Of the two languages the one with the greater weight; Chinese where neither is named. */
function preferred(accepted = ''): PageLanguage {
  const weights = { zh: 0, en: 0 }
  for (const range of accepted.split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase())
    const language = /^(zh|en)\b/.exec(tag)?.[1] as PageLanguage | undefined
    const weight = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1)
    if (language && weight > weights[language]) weights[language] = weight
  }
  return weights.en > weights.zh ? 'en' : 'zh'
}
