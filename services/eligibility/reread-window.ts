import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Programme } from './programme.ts'
import { isDate } from './window.ts'

/** How much of the old words a sentence must share, as pairs of characters, to be the same provision with other figures. */
const leastShared = 0.6
const lastDay = /(\d{4})年(\d{1,2})月(\d{1,2})日前/gu

const pairsOf = (text: string): Set<string> => new Set([...text].slice(1).map((sign, at) => `${[...text][at]}${sign}`))

/**
 * Reads the last day anew out of a notice that puts it otherwise than the rules quote it: out of the one sentence that is
 * nearly the quote and names one last day.
 *
 * @returns Undefined where no sentence or more than one day could be meant.
 */
export function rereadWindow({ window }: Pick<Programme, 'window'>, notice: Notice): Programme['window'] | undefined {
  const known = pairsOf(window.quote)
  const candidates = notice.clauses.flatMap((clause) =>
    clause.quote.split(/[。；;\n]/u).flatMap((sentence) => {
      const days = [...sentence.replace(/\s/gu, '').matchAll(lastDay)]
      const shared = pairsOf(sentence.replace(/\s/gu, ''))
      const share = [...known].filter((pair) => shared.has(pair)).length / known.size
      return days.length === 1 && share >= leastShared
        ? [{ clause, sentence: sentence.trim(), day: days[0]!, share }]
        : []
    }),
  )
  const [best, next] = candidates.toSorted((a, b) => b.share - a.share)
  if (!best || next?.share === best.share) return undefined
  const [, year, month = '', day = ''] = best.day
  const closes = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDate(closes) || (notice.issued !== undefined && closes < notice.issued)) return undefined
  return {
    ...(notice.issued !== undefined && { opens: notice.issued }),
    closes,
    quote: best.sentence,
    section: best.clause.id,
  }
}
