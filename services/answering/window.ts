import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { type DateMention, readDates } from '../../knowledge/language/date.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'

/** The last day for papers that a clause names. `day` YYYY-MM-DD. */
export type Deadline = { entry: Entry; day: string }

/** The first day before which a text wants something: 于2025年6月13日前. */
export const lastDayIn = (text: string): DateMention | undefined =>
  readDates(text).find(({ edge, month, day, isEndOf }) => edge === 'before' && month && day && !isEndOf)

const known = new WeakMap<Entry, DateMention | 'none'>()

function lastDayOf(entry: Entry): DateMention | undefined {
  const found = known.get(entry) ?? lastDayIn(entry.own) ?? 'none'
  known.set(entry, found)
  return found === 'none' ? undefined : found
}

/** The last day a notice names for handing in papers: 「于2025年6月13日前」; undefined where it names none. */
export function deadlineOf(catalogue: Catalogue, notice: Notice): Deadline | undefined {
  for (const entry of catalogue.entries) {
    if (entry.notice.id !== notice.id) continue
    const found = lastDayOf(entry)
    if (!found) continue
    const { year = notice.year, month, day } = found
    const [monthText, dayText] = [month, day].map((part) => String(part).padStart(2, '0'))
    return { entry, day: `${year}-${monthText}-${dayText}` }
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
