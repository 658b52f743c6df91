/** A day as people write it: 2025-06-13 is 2025年6月13日. */
export function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day in English: 13 June 2025. @param day YYYY-MM-DD. */
export function inEnglish(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}
