import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { fold } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import { isSingle, lengthOf } from '../../../knowledge/language/characters.ts'
import type { Question } from '../understand/question.ts'

/** Characters of a clause that are shown whole; of longer ones only the sentences that answer. */
const shownWhole = 130

/**
 * What of a clause answers the question: all of a short one; of a long one the sentences that speak to the
 * question most, in their order, gaps shown by 「……」.
 *
 * @param limit Characters at most, unless one sentence alone is longer.
 */
export function excerptOf(question: Question, entry: Entry, limit = 220): string {
  const body = bodyOf(entry)
  if (lengthOf(body) <= shownWhole) return body
  const sentences = sentencesOf(body)
  if (sentences.length < 2) return body
  const scores = sentences.map((sentence) => sentenceScore(question, sentence))
  const best = Math.max(...scores)
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  const chosen = new Set<number>()
  let length = 0
  for (const at of order) {
    const size = lengthOf(sentences[at] ?? '')
    if (chosen.size > 0 && ((scores[at] ?? 0) < best * 0.5 || length + size > limit)) continue
    chosen.add(at)
    length += size
  }
  for (const at of openLists(sentences, chosen)) chosen.add(at)
  const { kind, unit } = question.value
  const holder = order.find((at) => kind !== 'text' && holdsValue(fold(sentences[at] ?? ''), kind, unit))
  const held = [...chosen].some((at) => kind === 'text' || holdsValue(fold(sentences[at] ?? ''), kind, unit))
  if (!held && holder !== undefined) chosen.add(holder)
  return [...chosen]
    .sort((a, b) => a - b)
    .map((at, place, all) => (place > 0 && all[place - 1] !== at - 1 ? `……${sentences[at]}` : sentences[at]))
    .join('')
}

/** The points of a list within a sentence that was chosen by its opening: 「主要负责：…；…；…。」 */
function openLists(sentences: string[], chosen: Set<number>): number[] {
  const points: number[] = []
  for (const at of chosen) {
    if (!/[：:][^。]*；$/u.test(sentences[at] ?? '')) continue
    for (let next = at + 1; next < sentences.length; next++) {
      points.push(next)
      if (/。$/u.test(sentences[next] ?? '')) break
    }
  }
  return points
}

function sentenceScore(question: Question, sentence: string): number {
  const text = fold(sentence)
  const words = question.terms.reduce(
    (sum, unit) => sum + (unit.words.some((word) => !isSingle(word) && text.includes(word)) ? unit.weight : 0),
    0,
  )
  const value = question.value.kind !== 'text' && holdsValue(text, question.value.kind, question.value.unit)
  const isOfYear = question.years.some((year) => text.includes(String(year)))
  return words + (value ? 3 : 0) + (isOfYear ? 1 : 0) + 0.01
}
