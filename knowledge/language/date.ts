import { type Condensed, placeOf } from './condense.ts'
import { edgeOf } from './date-edge.ts'
import type { DateMention } from './date-shape.ts'
import type { FoundDate } from './find-dates.ts'
import { type FoundTerm, findTerms } from './find-terms.ts'
import { prepareText } from './prepare-text.ts'

export type { CalendarDay, DateEdge, DateMention } from './date-shape.ts'

type Stretch = { start: number; end: number; from: number; to: number }

function placesOf(condensed: Condensed, { start, end, from, to }: Stretch): Stretch {
  const whole = placeOf(condensed, from, to)
  return { ...placeOf(condensed, start, end), from: whole.start, to: whole.end }
}

function asDate(condensed: Condensed, named: string, { start, end, ...date }: FoundDate): DateMention {
  const { edge, everyYear, ofYear, ...whole } = edgeOf(named, start, end, date.upTo !== undefined)
  const isOpen = date.upTo?.anchor !== undefined
  return {
    ...placesOf(condensed, { start, end, ...whole }),
    ...date,
    edge: isOpen ? 'from' : edge,
    ...(everyYear && { everyYear }),
    ...(ofYear !== undefined && { ofYear }),
  }
}

const asTerm = (condensed: Condensed, { start, end, from, to, edge, term, isRecent }: FoundTerm): DateMention => ({
  ...placesOf(condensed, { start, end, from, to }),
  edge,
  term,
  ...(isRecent && { isRecent }),
})

/**
 * Reads the dates and terms of a text in order: 2025年6月13日前, 到2025年底, 2021-2023, 收到之日起15个工作日内, 近三年. White space, width
 * and notation don't matter; nothing is read in titles, web addresses and document numbers.
 *
 * @param context.today YYYY-MM-DD, from which 去年 and 上个月 are counted; without it they aren't read.
 */
export function readDates(text: string, context: { today?: string } = {}): DateMention[] {
  const { condensed, named, plain, dates } = prepareText(text, context.today)
  const found = [
    ...dates.map((date) => asDate(condensed, named, date)),
    ...findTerms(plain).map((term) => asTerm(condensed, term)),
  ]
  return found.sort((a, b) => a.start - b.start)
}
