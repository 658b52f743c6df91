import { lengthNorm, termGain, termWorth } from '../../../knowledge/indexing/bm25.ts'
import { aboveOf, searchedText } from '../../../knowledge/indexing/index-passages.ts'
import { lexicalTerms } from '../../../knowledge/indexing/terms.ts'
import { coverageExponent, covered, ranking, termsAsked } from '../../../knowledge/searching/ranking.ts'

/** A clause to be scanned, by its place among all, in the order in which equal ones are ranked. */
export type Scanned = { notice: string; ordinal: number; title: string; path: string; text: string }
type Scored = { notice: string; ordinal: number; score: number; coverage: number }

/** How often the questions' terms stand in a clause, and how many terms it has. */
function countsOf({ title, path, text }: Scanned, asked: ReadonlySet<string>): [Map<string, number>, number] {
  const terms = lexicalTerms(searchedText({ clause: { text }, above: aboveOf(title, path) }))
  const counts = new Map<string, number>()
  for (const term of terms) if (asked.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1)
  return [counts, terms.length]
}

const inOrder = (a: Scored, b: Scored): number =>
  b.score - a.score || (a.notice === b.notice ? a.ordinal - b.ordinal : a.notice < b.notice ? -1 : 1)

/**
 * Ranks all clauses for all questions by reading every text, twice: once to count, once to score. Knows no index.
 *
 * @returns For each question the places `notice#ordinal` of the best, best first.
 */
export function fullScan(clauses: () => Iterable<Scanned>, questions: readonly string[], limit: number): string[][] {
  const parsed = questions.map((query) => termsAsked({ query, limit }))
  const asked = new Set(parsed.flatMap(({ asked: own }) => own.map(([term]) => term)))
  const holders = new Map<string, number>()
  let [passages, length] = [0, 0]
  for (const clause of clauses()) {
    const [counts, own] = countsOf(clause, asked)
    passages += 1
    length += own
    for (const term of counts.keys()) holders.set(term, (holders.get(term) ?? 0) + 1)
  }
  const average = length / passages
  const exponent = coverageExponent(average)
  const most = exponent > 0 ? Math.max(ranking.candidates, limit) : limit
  const weighed = parsed.map(({ own, asked: all }) => ({
    own,
    worths: all.map(([term, weight]): [string, number] => [term, termWorth(weight, passages, holders.get(term) ?? 1)]),
    best: [] as Scored[],
  }))
  for (const clause of clauses()) {
    const [counts, own] = countsOf(clause, asked)
    const norm = lengthNorm(own, average)
    for (const question of weighed) {
      let [score, held] = [0, 0]
      for (const [term, worth] of question.worths) {
        const count = counts.get(term)
        if (count === undefined) continue
        score += worth * termGain(count, norm)
        if (question.own.has(term)) held += 1
      }
      const least = question.best.length >= most ? question.best[most - 1]!.score : 0
      if (score === 0 || score < least) continue
      question.best.push({ notice: clause.notice, ordinal: clause.ordinal, score, coverage: held / question.own.size })
      if (question.best.length >= 3 * most) question.best = question.best.sort(inOrder).slice(0, most)
      else if (question.best.length === most) question.best.sort(inOrder)
    }
  }
  return weighed.map(({ best }) =>
    best
      .sort(inOrder)
      .slice(0, most)
      .map((one) => ({ ...one, score: covered(one.score, one.coverage, exponent) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
      .map(({ notice, ordinal }) => `${notice}#${ordinal}`),
  )
}
