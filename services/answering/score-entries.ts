import { strengthOf } from '../../knowledge/finding/aspects.ts'
import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { holdsValue, type ValueKind } from '../../knowledge/finding/values.ts'
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import type { Memory } from './answer.ts'
import type { Question, Unit } from './read-question.ts'

/** A notice, or one programme of it, that an answer is looked for in. */
export type Scope = { notice: string; programme?: string | undefined }

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

/** What a clause's kind adds: headings and rows answer lists, and are found for those in other ways. */
const kindScores: Partial<Record<Entry['clause']['kind'], number>> = {
  heading: -0.25,
  table: -0.4,
  row: -0.35,
  front: -0.3,
  closing: -0.1,
  form: -0.02,
  furniture: -2,
}

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
  const total = question.units.reduce((sum, unit) => sum + unit.weight, 0)
  const scored = entries.map((entry): Scored => {
    const coverage =
      total === 0 ? 0 : question.units.reduce((sum, unit) => sum + unit.weight * covers(entry, unit, question), 0) / total
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
      weights.carried * (question.asked.length < shortQuestion ? 2.5 : 1) * carriedFit(memory, entry) +
      applyingScore(question, entry) +
      weights.kind * definingScore(question, entry)
    return { entry, score, coverage, aspect, value, scope }
  })
  return scored.sort((a, b) => b.score - a.score)
}

/** Values whose form alone tells them: a clause has one or has not. */
const unmistakable = new Set<ValueKind>(['phone', 'email', 'url', 'address', 'person'])

/** A missing date tells against a clause more than a missing figure, which it may put in words. */
function valueScore(question: Question, holds: boolean): number {
  const { kind } = question.value
  if (kind === 'text') return 0
  if (unmistakable.has(kind)) return holds ? 2 : -2
  return holds ? 1 : kind === 'date' || kind === 'year' ? -3 : -0.5
}

/** A clause that says what a word is: in brackets after it, or by a row of qualities before it. */
function definingScore(question: Question, entry: Entry): number {
  const [word] = question.runs
  const asks = question.wishes.has('definition') || /特点|特征|怎样的|什么样的|叫什么|是什么|全称/u.test(question.text)
  if (!asks || word === undefined || !entry.own.includes(word)) return 0
  return new RegExp(`${word}[（(]|(?:、[^、。；]{2,20}){2,}的${word}|${word}(?:是|指)`, 'u').test(entry.own) ? 0.35 : 0
}

const applying = /申报|报名|想报|要报|能报|来报|报运营|报促进|报的/u

/** Who speaks of applying and of no target means the conditions, where the same thing is a target too. */
const applyingScore = (question: Question, entry: Entry): number =>
  applying.test(question.text) && !question.aspects.has('targets') && !question.aspects.has('tasks')
    ? entry.aspects.get('conditions') === 1
      ? 0.12
      : entry.aspects.get('targets') === 1
        ? -0.08
        : 0
    : 0

const formWords = /申报书|填|承诺|工作总结|总结模板|总结里|写|模板|表|字|封面|附件|栏|签|打印|失信|掺|假/u

/** Forms and templates are meant only where the question speaks of them. */
const formScore = (question: Question, entry: Entry): number =>
  entry.clause.id.startsWith('a') && /申报书|承诺书|工作总结/u.test(entry.clause.path) && !formWords.test(question.text)
    ? -0.15
    : 0

/** Words that only name the kind of value, which a clause gives without naming it. */
const valueWords: Partial<Record<ValueKind, string[]>> = {
  percent: ['比例', '占比', '比重'],
  money: ['金额', '数额'],
  phone: ['号码'],
  date: ['时间', '日期'],
  year: ['时间', '日期'],
  count: ['数量', '人数', '次数', '件数', '家数', '份数'],
  number: ['数量', '人数', '次数', '件数', '家数', '份数'],
}

/** A number as such: 10 is neither in 100 nor in 10%. */
const holdsNumber = (text: string, digits: string): boolean => new RegExp(`(?<![\\d.])${digits}(?![\\d%.]\\d?)`, 'u').test(text)

/** 1 where the clause itself speaks to the unit, less where only a heading or another word for it does. */
function covers(entry: Entry, unit: Unit, { value }: Question): number {
  const [first = '', ...others] = unit.words
  if (/^\d+$/u.test(first)) return holdsNumber(entry.own, first) ? 1 : holdsNumber(entry.above, first) ? 0.8 : 0
  if (entry.own.includes(first) && !unit.aspect) return 1
  const speaks = unit.words.some((word) => word.length > 1 && entry.own.includes(word))
  if (unit.aspect && speaks) return Math.max(0.9, strengthOf(entry.aspects, unit.aspect))
  if (unit.aspect) return Math.max(strengthOf(entry.aspects, unit.aspect), entry.above.includes(first) ? 0.6 : 0)
  if (entry.above.includes(first)) return 0.8
  if (valueWords[value.kind]?.includes(first) && holdsValue(entry.own, value.kind, value.unit)) return 0.8
  if (others.some((word) => word.length > 1 && entry.own.includes(word))) return 0.9
  return others.some((word) => word.length > 1 && entry.above.includes(word)) ? 0.6 : 0
}

/** Years are counted back from here; only differences matter. */
const newestYear = 2025

/** How the clause fits what the question says of year, field and programme: −1 … 1. */
export function scopeFit(question: Question, entry: Entry): number {
  const { years, notices, programmes } = question
  const undated = years.length === 0 && programmes.size > 0 && notices.size === 0
  let fit = (entry.notice.year - newestYear) * (undated ? 0.13 : 0.01)
  if (years.length > 0) {
    const inText = years.some((year) => entry.own.includes(String(year)) || entry.above.includes(`${year}年`))
    fit += years.includes(entry.notice.year) ? 0.4 : inText ? 0.15 : -0.4
  }
  if (notices.size > 0) fit += notices.has(entry.notice.id) ? 0.25 : -0.3
  if (question.documents.length > 0) fit += question.documents.some((document) => entry.document.includes(document)) ? 0.15 : 0
  if (programmes.size === 0 && entry.programme && entry.programme !== entry.notice.programmes[0]) fit -= 0.06
  if (programmes.size > 0) {
    const own = entry.notice.programmes.some((programme) => programmes.has(programme.id))
    const fits = entry.programme ? programmes.has(entry.programme.id) : own
    fit += fits ? 0.25 : own ? -1.2 : -0.2
  }
  return Math.max(-1, Math.min(1, fit))
}

/** Characters below which a question leans on what was just spoken of. */
const shortQuestion = 12

/** Whether the clause was just spoken of, or stands beside one that was: 0 … 1. */
function carriedFit({ rests = [] }: Memory, entry: Entry): number {
  const last = rests.filter((rest) => rest.notice === entry.notice.id)
  if (last.some((rest) => rest.clause === entry.clause.id)) return 1
  return last.some((rest) => rest.clause.split('.').slice(0, -1).join('.') === entry.parent?.clause.id) ? 0.4 : 0
}

/** Whether a clause lies in a scope: its notice, and its programme or what holds for all programmes. */
export const inScope = (scope: Scope, entry: Entry): boolean =>
  entry.notice.id === scope.notice &&
  (scope.programme === undefined || entry.programme === undefined || entry.programme.id === scope.programme)

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
