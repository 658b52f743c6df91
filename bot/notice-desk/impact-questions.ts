import { squeeze } from '../../knowledge/language/clean-text.ts'
import { type LabelledQuestion, readSets } from '../../services/answering/training/read-set.ts'
import type { ImpactTask } from './impact-data.ts'

const decided: ReadonlySet<string> = new Set(['answer', 'not-found'])

/**
 * The questions to be asked, each once, as time may be short: those that staff have written for the notices, those whose answer
 * the text no longer holds, those of people and of answers by staff, then the other labelled ones on the notices in use, those on the notices that are touched and the rest
 * in turn, so that each notice has its share.
 */
export function questionsFor({ before, after, reviewed, first, examples }: ImpactTask): string[] {
  const inUse = new Set(before.map(({ id }) => id))
  const labels = readSets(examples)
    .filter(({ isOfBundled }) => isOfBundled)
    .flatMap(({ questions }) => questions)
    .filter(({ notice, expect }) => notice !== undefined && inUse.has(notice) && decided.has(expect))
  const texts = new Map(after.map(({ id, source }) => [id, squeeze(source)]))
  const isGone = ({ notice, quotes }: LabelledQuestion) =>
    first.includes(notice!) && quotes.some((quote) => !texts.get(notice!)?.includes(squeeze(quote)))
  const byNotice = Map.groupBy(labels, ({ notice }) => notice!)
  const touched = first.flatMap((id) => byNotice.get(id) ?? [])
  const others = [...byNotice].filter(([id]) => !first.includes(id)).map(([, own]) => own)
  return [
    ...new Set([
      ...spokenOf(after).map(({ question }) => question),
      ...touched.filter(isGone).map(({ question }) => question),
      ...reviewed,
      ...inTurn([touched, ...others]).map(({ question }) => question),
    ]),
  ]
}

/** The questions that staff have written for notices. */
export const spokenOf = (notices: ImpactTask['after']) =>
  notices.flatMap(({ id, spoken }) => (spoken?.questions ?? []).map((one) => ({ ...one, notice: id })))

/** One of each list, then the next of each. */
function inTurn<Item>(lists: readonly Item[][]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat()
}
