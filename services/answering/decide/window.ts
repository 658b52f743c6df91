import { keptFor } from '../../../knowledge/kept.ts'
import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { isoDay } from '../../../knowledge/language/calendar.ts'
import { type DateMention, readDates } from '../../../knowledge/language/date.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { slotWords } from '../retrieve/slot-words.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'

/** The last day for papers that a sentence of a clause names. `day` YYYY-MM-DD. */
export type Deadline = { entry: Entry; day: string; sentence: string }

/** The first day before which a text wants something: 于2025年6月13日前. */
export const lastDayIn = (text: string): DateMention | undefined =>
  readDates(text).find(
    ({ edge, month, day, isEndOf, ofYear }) =>
      (edge === 'before' || edge === 'by') && month && day && !isEndOf && ofYear === undefined,
  )

const lastDaysOf = keptFor((entry: Entry): { sentence: string; mention: DateMention }[] =>
  sentencesOf(bodyOf(entry)).flatMap((sentence) => {
    const mention = lastDayIn(sentence)
    return mention ? [{ sentence, mention }] : []
  }),
)

/** The last day that a clause names, in the sentence given where it names one there. */
export function deadlineIn(entry: Entry, passage?: string): Deadline | undefined {
  const found = lastDaysOf(entry)
  const chosen = found.find(({ sentence }) => sentence === passage) ?? found[0]
  if (!chosen) return undefined
  const { year = entry.notice.year, month = 0, day = 0 } = chosen.mention
  return { entry, day: isoDay({ year, month, day }), sentence: chosen.sentence }
}

/** The last day a notice names for handing in papers: 「于2025年6月13日前」; undefined where it names none. */
export function deadlineOf(catalogue: Catalogue, notice: Notice): Deadline | undefined {
  const found = catalogue.entries
    .filter((entry) => entry.notice.id === notice.id)
    .flatMap((entry) => deadlineIn(entry) ?? [])
  return found.find(({ sentence }) => slotWords.submit.test(fold(sentence))) ?? found[0]
}
