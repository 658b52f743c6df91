/** Where the language that somebody chose is kept, for the server too, which writes the first screen. */
export const languageCookie = 'zhixun-language'

const aYear = 365 * 24 * 60 * 60

/** The cookie that keeps a choice. */
export const languageCookieOf = (language: 'zh' | 'en'): string =>
  `${languageCookie}=${language}; path=/; max-age=${aYear}; samesite=lax`
