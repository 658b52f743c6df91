import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../knowledge/language/characters.ts'
import type { Inquiry } from './answer.ts'
import { hard, isAnswer, isOtherYear, pointsTo } from './evidence.ts'
import { type Question, type Unit, totalWeight } from './question.ts'
import type { Scored } from './score-entries.ts'

/** The clause of another programme that fits as well, where the question names none and nothing was spoken of before. */
export function rivalOf({ question, ranked, memory }: Inquiry, best: Scored): Entry | undefined {
  const named =
    question.notices.size + question.programmes.size + question.years.length > 0 || memory.scope !== undefined
  if (named || question.value.kind === 'text' || best.entry.notice.programmes.length === 0) return undefined
  return ranked.find(
    ({ entry, score, coverage, value }) =>
      entry.notice.programmes.length > 0 &&
      entry.notice !== best.entry.notice &&
      !best.entry.notice.replaces.includes(entry.notice.id) &&
      score > best.score - 0.15 &&
      coverage > best.coverage - 0.1 &&
      value === best.value,
  )?.entry
}

/** Clauses of what the question names come before all others, where one of them answers about as well. */
export function pointedFirst(question: Question, ranked: Scored[]): Scored[] {
  const pointed = ranked.filter(
    ({ entry, scope }) => scope > -0.3 && pointsTo(question, entry) && !isOtherYear(question, entry),
  )
  const hardAsked = [...question.aspects].some((aspect) => hard.has(aspect))
  if (hardAsked) pointed.sort((a, b) => Number(b.aspect >= 0.5) - Number(a.aspect >= 0.5))
  const [first] = pointed
  const [best] = ranked
  if (!first || !best || !isAnswer(question, first)) return ranked
  const speaks =
    question.aspects.size > 0 && first.aspect >= 0.8 && (question.programmes.size > 0 || question.notices.size > 0)
  return speaks || first.coverage > best.coverage - 0.4 ? pointed : ranked
}

/** The best clause; where its notice has been replaced and no year is asked for, the one of the newer notice that fits about as well. */
export function newestFirst(question: Question, ranked: Scored[]): Scored | undefined {
  const [best] = ranked
  if (!best || question.years.length > 0) return best
  const newer = ranked.find(
    (other) =>
      other.entry.notice.replaces.includes(best.entry.notice.id) &&
      other.score > best.score - 0.35 &&
      other.value === best.value &&
      other.aspect >= best.aspect - 0.3 &&
      other.coverage >= best.coverage - 0.2,
  )
  return newer ?? best
}

const speaksTo = (entry: Entry, unit: Unit): boolean =>
  unit.words.some((word) => !isSingle(word) && entry.own.includes(word)) ||
  (unit.aspect !== undefined && entry.aspects.has(unit.aspect))

/** Signs that more than one thing is asked for. */
const severalAsked =
  /[、和及]|以及|还有|分别|各(?:要|是|有)|并且|同时|除了|(?:多少|几|什么|哪|谁|怎么).+(?:多少|几|什么|哪|谁|怎么)/u

/** What it is worth that a clause stands in the same list: 盘点率和产业化率 are both asked for as conditions, or both as targets. */
const besideGain = 0.1

/** The clause of the same notice that speaks to what the best one leaves open, where that is a good part of the question. */
export function complement(question: Question, best: Scored, ranked: Scored[]): Entry | undefined {
  const total = totalWeight(question.units)
  const open = question.units.filter((unit) => !speaksTo(best.entry, unit))
  if (question.value.kind !== 'text' && best.value && !severalAsked.test(question.text)) return undefined
  if (total === 0 || open.length === 0) return undefined
  return ranked
    .slice(1, 12)
    .filter(
      ({ entry, score }) =>
        entry.notice.id === best.entry.notice.id &&
        score > best.score - 0.75 &&
        !['heading', 'row', 'table', 'furniture'].includes(entry.clause.kind),
    )
    .map(({ entry }) => ({
      entry,
      gain: open.reduce((sum, unit) => sum + (speaksTo(entry, unit) ? unit.weight : 0), 0) / total,
      isBeside: entry.parent !== undefined && entry.parent === best.entry.parent,
    }))
    .filter(({ gain }) => gain >= 0.17)
    .sort((a, b) => b.gain + besideGain * Number(b.isBeside) - a.gain - besideGain * Number(a.isBeside))[0]?.entry
}
