import { keptFor } from '../../../knowledge/kept.ts'
import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { isoDay } from '../../../knowledge/language/calendar.ts'
import { type CalendarDay, readDates } from '../../../knowledge/language/date.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { slotWords } from '../retrieve/slot-words.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'

/** The last day for papers that a sentence of a clause names. `day` YYYY-MM-DD. */
export type Deadline = { entry: Entry; day: string; sentence: string }

/** What is taken in within a time: 于3月1日至3月20日登录平台填报. */
const takesIn = /登录|填报|申报|申请|报名|受理|征集|报送|提交|递交|投稿/u

/** The first day before which a text wants something, 于2025年6月13日前, or until which something is taken in, 3月1日至3月20日申报. */
export function lastDayIn(text: string): CalendarDay | undefined {
  const takes = takesIn.test(text)
  return readDates(text)
    .map(({ edge, year, month, day, isEndOf, ofYear, upTo }): CalendarDay => {
      const isLast = (edge === 'before' || edge === 'by') && !isEndOf && ofYear === undefined
      const last = takes && upTo && upTo.anchor === undefined ? upTo : isLast ? { month, day } : {}
      return { ...(year !== undefined && { year }), ...last }
    })
    .find(({ month, day }) => month && day)
}

const lastDaysOf = keptFor((entry: Entry): { sentence: string; last: CalendarDay }[] =>
  sentencesOf(bodyOf(entry)).flatMap((sentence) => {
    const last = lastDayIn(sentence)
    return last ? [{ sentence, last }] : []
  }),
)

/** The last day that a clause names, in the sentence given where it names one there. */
export function deadlineIn(entry: Entry, passage?: string): Deadline | undefined {
  const found = lastDaysOf(entry)
  const chosen = found.find(({ sentence }) => sentence === passage) ?? found[0]
  if (!chosen) return undefined
  const { year = entry.notice.year, month = 0, day = 0 } = chosen.last
  return { entry, day: isoDay({ year, month, day }), sentence: chosen.sentence }
}

const isHandedIn = (text: string): boolean => slotWords.submit.test(text) || takesIn.test(text)

/** The last day a notice names for handing in papers: 「于2025年6月13日前」; undefined where it names none. */
export function deadlineOf(catalogue: Catalogue, notice: Notice): Deadline | undefined {
  const found = catalogue.entries
    .filter((entry) => entry.notice.id === notice.id)
    .flatMap((entry) => deadlineIn(entry) ?? [])
  return found.find(({ sentence }) => isHandedIn(fold(sentence))) ?? found[0]
}
