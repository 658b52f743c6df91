const months = 'January February March April May June July August September October November December'.split(' ')

/** A day in Chinese: 2025年6月13日. @param day YYYY-MM-DD. */
export function chineseDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** A day in English: 13 June 2025; nothing for none. @param day YYYY-MM-DD. */
export function englishDay(day = ''): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return day && `${Number(date)} ${months[Number(month) - 1]} ${year}`
}
