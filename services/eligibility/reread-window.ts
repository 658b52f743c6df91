import type { Notice } from '../../knowledge/parsing/notice.ts'
import { lastDaysIn } from './last-days.ts'
import type { ProgrammeDocument } from './document.ts'

/** How much of the old words a sentence must share, as pairs of characters, to be the same provision with other figures. */
const leastShared = 0.6

const pairsOf = (text: string): Set<string> => new Set([...text].slice(1).map((sign, at) => `${[...text][at]}${sign}`))

/**
 * Reads the last day anew out of a notice that puts it otherwise than the rules quote it: out of the one sentence that is
 * nearly the quote and names one last day.
 *
 * @returns Undefined where no sentence or more than one day could be meant.
 */
export function rereadWindow(
  { window }: Pick<ProgrammeDocument, 'window'>,
  notice: Notice,
): ProgrammeDocument['window'] | undefined {
  const known = pairsOf(window.quote)
  const candidates = notice.clauses.flatMap((clause) =>
    clause.quote.split(/[。；;\n]/u).flatMap((sentence) => {
      const days = lastDaysIn(sentence)
      const shared = pairsOf(sentence.replace(/\s/gu, ''))
      const share = [...known].filter((pair) => shared.has(pair)).length / known.size
      return days.length === 1 && share >= leastShared
        ? [{ clause, sentence: sentence.trim(), day: days[0]!, share }]
        : []
    }),
  )
  const [best, next] = candidates.toSorted((a, b) => b.share - a.share)
  if (!best || next?.share === best.share) return undefined
  const closes = best.day
  if (notice.issued !== undefined && closes < notice.issued) return undefined
  return {
    ...(notice.issued !== undefined && { opens: notice.issued }),
    closes,
    quote: best.sentence,
    section: best.clause.id,
  }
}
