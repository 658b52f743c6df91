import { type DateMention, readDates } from '../language/date.ts'
import { type Figure, readFigures } from '../language/figure.ts'
import type { StatedDate } from './statement.ts'
import { type Stretch, depths } from './split-text.ts'

/** A clause's text with the figures and dates read in it, each once. */
export type Facts = { text: string; figures: Figure[]; dates: DateMention[]; depth: number[] }

export function factsOf(text: string): Facts {
  const dates = readDates(text).toSorted((a, b) => a.from - b.from)
  const isTerm = ({ start, end }: Figure): boolean => dates.some((date) => date.start <= start && end <= date.end)
  return { text, figures: readFigures(text).filter((figure) => !isTerm(figure)), dates, depth: depths(text) }
}

type Placed = { from: number; to: number }

/** Those of a list, in the order of their places, that lie in a stretch. */
function within<Part extends Placed>(parts: readonly Part[], { start, end }: Stretch): Part[] {
  let [low, high] = [0, parts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (parts[middle]!.from < start) low = middle + 1
    else high = middle
  }
  const found: Part[] = []
  for (let at = low; at < parts.length && parts[at]!.from < end; at++) if (parts[at]!.to <= end) found.push(parts[at]!)
  return found
}

/** The figures of a stretch that stand in no bracket. */
export const figuresIn = ({ figures, depth }: Facts, part: Stretch): Figure[] =>
  within(figures, part).filter((figure) => depth[figure.start] === depth[part.start])

/** The dates and terms of a stretch that stand in no bracket. */
export const datesIn = ({ dates, depth }: Facts, part: Stretch): DateMention[] =>
  within(dates, part).filter((date) => depth[date.start] === depth[part.start])

export function statedDate(text: string, date: DateMention): StatedDate {
  const { year, month, day, edge, upTo, term, everyYear, ofYear, isEndOf } = date
  return {
    ...(year !== undefined && { year }),
    ...(month !== undefined && { month }),
    ...(day !== undefined && { day }),
    edge,
    ...(upTo && { upTo }),
    ...(term && { term }),
    ...(everyYear && { everyYear }),
    ...(ofYear !== undefined && { ofYear }),
    ...(isEndOf && { isEndOf }),
    phrase: text.slice(date.from, date.to),
  }
}

const timeWords =
  /^(?:截至[\p{Script=Han}]{1,10}(?:日|时|止|末|底)|(?:最?近|过去)\p{Script=Han}{1,3}年(?:来|内|以来)?|每年|每年度|当年|年内|建设期内|实施期内|有效期内|期满前?|公示期内|报名时|同等条件下)$/u

/** Whether a chunk is a time and nothing else: 截至申报日, 2023年至申报日, 在2025年内, 到2025年底. */
export function isTime(facts: Facts, chunk: Stretch): boolean {
  if (timeWords.test(chunk.text)) return chunk.text !== '同等条件下'
  const [date] = datesIn(facts, chunk)
  if (!date) return false
  const rest = chunk.text.slice(0, date.from - chunk.start) + chunk.text.slice(date.to - chunk.start)
  return /^(?:截至|截止|截止到|自|从|在|于|到|至)?(?:期间|之间|起|止|间|时)?$/u.test(rest)
}
