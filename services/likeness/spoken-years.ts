const digits = '〇一二三四五六七八九'

/** How years are spoken of from today, with what they are away. */
const relative: Record<string, number> = {
  今年: 0,
  本年度: 0,
  本年: 0,
  明年: 1,
  后年: 2,
  去年: -1,
  上一年: -1,
  上年: -1,
  前年: -2,
}
const relativeYear = new RegExp(`${Object.keys(relative).join('|')}(?:度)?`, 'gu')
const writtenYear = /[二2][〇零○0][〇零○一二三四五六七八九\d]{2}(?=年)/gu

/**
 * A question with each year in figures: 二〇二二年 and, of 2023, 去年 become 2022年.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export const withPlainYears = (text: string, today: string): string =>
  text
    .replace(writtenYear, (year) =>
      [...year.replace(/[零○]/gu, '〇')].map((sign) => (/\d/u.test(sign) ? sign : digits.indexOf(sign))).join(''),
    )
    .replace(relativeYear, (word) => `${Number(today.slice(0, 4)) + (relative[word.replace(/度$/u, '')] ?? 0)}年`)
