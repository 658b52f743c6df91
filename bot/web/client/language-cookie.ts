/** Where the language that somebody chose is kept, for the server too, which writes the first screen. */
export const languageCookie = 'zhixun-language'
