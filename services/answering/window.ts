import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'

/** The last day for papers that a clause names. `day` YYYY-MM-DD. */
export type Deadline = { entry: Entry; day: string }

const lastDay = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日前/u

/** The last day a notice names for handing in papers: 「于2025年6月13日前」; undefined where it names none. */
export function deadlineOf(catalogue: Catalogue, notice: Notice): Deadline | undefined {
  for (const entry of catalogue.entries) {
    if (entry.notice.id !== notice.id) continue
    const match = lastDay.exec(entry.own)
    if (!match) continue
    const [, year = String(notice.year), month = '', day = ''] = match
    return { entry, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  }
  return undefined
}

/** A day as people write it: 2025年6月13日. */
export function inChinese(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** A day in English: 13 June 2025. */
export function inEnglish(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`
}
