import { type Condensed, condense } from './condense.ts'
import { type FoundDate, findDates } from './find-dates.ts'
import { findRowNumbers } from './mask-rows.ts'
import { maskNames, maskNumbered, maskStretches } from './mask.ts'

/** A text made ready for its numbers to be read. */
export type Prepared = {
  condensed: Condensed
  /** The condensed text with names masked, in which dates stand. */
  named: string
  /** The same without calendar dates and numbers that state nothing. */
  plain: string
  dates: FoundDate[]
}

/** Condenses a text, masks what is no figure and finds its calendar dates. @param today YYYY-MM-DD, see `readDates`. */
export function prepareText(text: string, today?: string): Prepared {
  const condensed = condense(text)
  const named = maskNames(condensed)
  const dates = findDates(named, today)
  const apart = maskStretches(maskStretches(named, dates), findRowNumbers(condensed))
  return { condensed, named, plain: maskNumbered(apart, condensed.lines), dates }
}
