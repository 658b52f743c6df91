import { strengthOf } from '../../knowledge/finding/aspects.ts'
import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../knowledge/finding/values.ts'
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import type { Memory } from './answer.ts'
import {
  applyingScore,
  carriedFit,
  definingScore,
  formScore,
  kindScores,
  shortQuestion,
  valueScore,
} from './clause-scores.ts'
import { type Question, totalWeight } from './question.ts'
import { scopeFit } from './scope-fit.ts'
import { coveredWeight } from './unit-coverage.ts'

export type Scored = {
  entry: Entry
  /** Orders clauses within one question; no unit. */
  score: number
  /** Share of the question's words and aspects that the clause or what stands above it speaks to, 0 … 1. */
  coverage: number
  /** Share of the aspects asked for, 0 … 1; 1 where none is. */
  aspect: number
  /** Whether the clause holds a value of the kind asked for. */
  value: boolean
  /** How well year, field and programme fit, −1 … 1. */
  scope: number
}

/** What each part of the ranking weighs; a part is switched off by 0, which the benchmark does one by one. */
export const rankingWeights = {
  coverage: 1.2,
  lexical: 0.35,
  aspect: 0.3,
  value: 0.2,
  scope: 0.9,
  kind: 1,
  carried: 0.2,
}

export type RankingWeights = typeof rankingWeights

/**
 * Scores clauses for a question: words and aspects covered, BM25 rank value, kind of value, and the fit of year,
 * field and programme.
 *
 * @param entries Candidates; all of them are scored.
 * @param hits What the index found; a clause that is not among them counts as not found lexically.
 * @returns Best first; ties in the order of the notices.
 */
export function scoreEntries(
  question: Question,
  entries: Entry[],
  hits: Hit[],
  memory: Memory = {},
  weights: RankingWeights = rankingWeights,
): Scored[] {
  const best = Math.max(...hits.map((hit) => hit.score), Number.MIN_VALUE)
  const found = new Map(hits.map((hit) => [`${hit.notice}#${hit.clause}`, hit.score / best]))
  const total = totalWeight(question.units)
  const scored = entries.map((entry): Scored => {
    const coverage = total === 0 ? 0 : coveredWeight(entry, question.units, question) / total
    const asked = [...question.aspects].filter((name) => name !== 'definition')
    const aspect =
      asked.length === 0 ? 1 : asked.reduce((sum, name) => sum + strengthOf(entry.aspects, name), 0) / asked.length
    const value = holdsValue(entry.own, question.value.kind, question.value.unit)
    const scope = scopeFit(question, entry)
    const score =
      weights.coverage * coverage +
      weights.lexical * (found.get(`${entry.notice.id}#${entry.clause.id}`) ?? 0) +
      weights.aspect * (asked.length === 0 ? 0 : aspect) +
      weights.value * valueScore(question, value) +
      weights.scope * scope +
      weights.kind * ((kindScores[entry.clause.kind] ?? 0) + formScore(question, entry)) +
      weights.carried * (question.asked.length < shortQuestion ? 1.6 : 1) * carriedFit(memory, entry) +
      applyingScore(question, entry) +
      weights.kind * definingScore(question, entry)
    return { entry, score, coverage, aspect, value, scope }
  })
  return scored.sort((a, b) => b.score - a.score)
}

/** Candidates for scoring: what the index found, and every clause of the notices that the question points to. */
export function candidatesOf(catalogue: Catalogue, question: Question, hits: Hit[]): Entry[] {
  const pointed = new Set(question.notices)
  for (const notice of catalogue.notices) {
    if (notice.programmes.some((programme) => question.programmes.has(programme.id))) pointed.add(notice.id)
  }
  const found = new Set(hits.map((hit) => `${hit.notice}#${hit.clause}`))
  return catalogue.entries.filter(
    (entry) => pointed.has(entry.notice.id) || found.has(`${entry.notice.id}#${entry.clause.id}`),
  )
}
