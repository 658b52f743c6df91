import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { figuresOf } from '../similarity/figures.ts'
import type { Contrasts } from '../similarity/contrasts.ts'
import { nameOtherThings } from '../similarity/pair-features.ts'
import type { QuestionSense, SpokenSense } from '../similarity/sense.ts'

/** Turns of phrase of which a question that has one asks for something else than one that has another. */
const interrogatives: ReadonlySet<string> = new Set([
  'how',
  'what',
  'why',
  'who',
  'where',
  'when',
  'howLong',
  'howMuchMoney',
  'count',
  'people',
  'bodies',
  'size',
])

/** What the clauses of an answer say: their words without white space, and the figures in them and in their notices' titles. */
export type Grounds = { text: string; figures: string[] }

export function groundsOf(entries: readonly Entry[]): Grounds {
  const text = entries.map(({ clause }) => clause.text.replace(/\s+/gu, '')).join('\n')
  const titles = entries.map(({ notice }) => notice.title.replace(/\s+/gu, ''))
  return { text, figures: [text, ...titles].flatMap((one) => figuresOf(one).map(({ key }) => key)) }
}

/**
 * A question without a figure that the answer's clauses name (怎么证明到账了500万), where the wording names none: it says which
 * rule is meant, not how many somebody has.
 */
export function withoutOwnFigures(one: QuestionSense, other: QuestionSense, { figures }: Grounds): QuestionSense {
  const isOwn = other.figures.length === 0 && one.figures.every((figure) => figures.includes(figure))
  return isOwn ? { ...one, figures: [] } : one
}

/**
 * By class the values that the wordings of one answer name, of the classes of which each names one and some another: the answer
 * holds for each. A wording that names two at once sets them against each other (医院转给企业).
 */
export function heldForSeveral(wordings: readonly { contrasts: Contrasts }[]): Contrasts {
  const named = wordings.flatMap(({ contrasts }) => Object.entries(contrasts))
  const byClass = [...Map.groupBy(named, ([name]) => name)].map(([name, all]) => ({
    name,
    isOneEach: all.every(([, values]) => values.length === 1),
    values: [...new Set(all.flatMap(([, values]) => values))],
  }))
  const several = byClass.filter(({ isOneEach, values }) => isOneEach && values.length > 1)
  return Object.fromEntries(several.map(({ name, values }) => [name, values]))
}

/** A question or a wording without the values of classes for which the answer holds for all that the question names. */
export function openedFor(asked: QuestionSense, severals: Contrasts) {
  const isOpen = (name: string) =>
    severals[name] !== undefined && (asked.contrasts[name] ?? []).every((value) => severals[name]!.includes(value))
  return (one: QuestionSense): QuestionSense => ({
    ...one,
    contrasts: Object.fromEntries(Object.entries(one.contrasts).filter(([name]) => !isOpen(name))),
  })
}

/** Whether two questions ask for different things of one subject: 怎么证明到账金额 is not 到账金额要达到多少, though one clause leads both. */
export function askOtherThings(one: QuestionSense, other: QuestionSense): boolean {
  const [asks, its] = [one, other].map((sense) => sense.asks.filter((name) => interrogatives.has(name)))
  if (asks!.length === 0 || its!.length === 0 || asks!.some((name) => its!.includes(name))) return false
  return nameOtherThings({ ...one, answered: 0 }, other)
}

/** What a word weighs that says what a question is about. */
const tellingWeight = 2
/** The share of what a wording adds to its clauses that a question must say, by weight. */
const saidEnough = 0.5

/**
 * Whether a question says too little of what a wording adds to its clauses: an answer on 一家医院的几个院区 is none to 要服务几家医院,
 * which the clause itself answers.
 */
export function lacksOwnWords(asked: QuestionSense, wording: QuestionSense, { text }: Grounds): boolean {
  const own = Object.entries(wording.terms).filter(
    ([term, weight]) => weight >= tellingWeight && !term.startsWith('@') && !text.includes(term),
  )
  // A word that both have stands for no other.
  const open = Object.keys(asked.terms).filter((term) => !(term in wording.terms) && !term.startsWith('@'))
  const isSaid = (term: string) =>
    term in asked.terms || [...term].some((sign) => open.some((other) => other.includes(sign)))
  const weightOf = (terms: [string, number][]) => terms.reduce((sum, [, weight]) => sum + weight, 0)
  return weightOf(own.filter(([term]) => isSaid(term))) < saidEnough * weightOf(own)
}

/** Classes of values that say nothing of who asks or of what for. */
const ofManner: ReadonlySet<string> = new Set(['sector', 'programme-kind', 'modality', 'signing', 'half-day'])
/** What somebody says of their own knowledge denies nothing. */
const ofKnowing = new Set(['not 知', 'not 懂', 'not 清', 'not 明'])

/** Whether what is said before a question decides nothing about it: no figure, year or place, nothing denied, and nobody named. */
export const isIdle = ({ figures, years, negations, contrasts }: SpokenSense): boolean =>
  figures.length === 0 &&
  years.length === 0 &&
  negations.every((one) => ofKnowing.has(one)) &&
  Object.keys(contrasts).every((name) => ofManner.has(name))
