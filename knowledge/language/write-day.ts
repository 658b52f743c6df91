/** A day as people write it: 2025-06-13 is 2025年6月13日. */
export function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
