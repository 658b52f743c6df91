import { createHash } from 'node:crypto'
import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { answerQuestion, type Told } from '../answering/answer-question.ts'
import type { Memory, Status } from '../answering/answer.ts'
import type { Ranked } from '../answering/retrieve/features.ts'
import { held } from '../answering/retrieve/held.ts'
import { keyOf } from '../answering/retrieve/reading.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { readQuestionSense } from './read-question-sense.ts'
import type { FoundSense, QuestionSense, SpokenSense } from './sense.ts'
import { withPlainYears } from './spoken-years.ts'

/**
 * Reads what a question means.
 *
 * @param memory What its conversation was about: a question that names nothing is about that.
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export async function senseOf(
  knowledge: Knowledge,
  asked: string,
  memory: Memory,
  today: string,
): Promise<QuestionSense> {
  const spoken = readQuestionSense(knowledge, asked, memory, today)
  const told = await answerQuestion(knowledge, withPlainYears(asked, today), memory, today)
  return wholeSense(knowledge.catalogue, spoken, foundBy(told))
}

/** What a question means by its words and by what the notices made of it. */
export function wholeSense(catalogue: Catalogue, spoken: SpokenSense, found: FoundSense): QuestionSense {
  const [first = ''] = Object.keys(found.clauses)
  const at = first.indexOf('#')
  const entry = at < 0 ? undefined : catalogue.find(first.slice(0, at), first.slice(at + 1))
  const inFirst = entry ? Object.keys(spoken.terms).filter((term) => isHeld(entry, term)) : []
  return { ...spoken, ...found, held: inFirst }
}

/** What the notices made of a question that was answered. */
export const foundBy = ({ answer: { status, lead, text }, inquiry }: Pick<Told, 'answer' | 'inquiry'>): FoundSense => ({
  clauses: sharesOf(inquiry?.ranked ?? []),
  answered: rounded(inquiry?.probability ?? 0),
  said: answeredStatuses.has(status) ? hashOf(lead ?? text) : '',
})

const answeredStatuses: ReadonlySet<Status> = new Set(['answered', 'listed', 'compared', 'deadline-passed', 'roster'])

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12)

/** Clauses that are looked at, and the share below which one is left out. */
const mostClauses = 8
const leastShare = 0.05

/** What share of all that a question may lead to each clause has: the softmax of the ranking's scores, which are in nats. */
function sharesOf(ranked: readonly Ranked[]): Record<string, number> {
  const first = ranked.slice(0, mostClauses)
  const odds = first.map(({ score }) => Math.exp(score - first[0]!.score))
  const all = odds.reduce((sum, one) => sum + one, 0)
  const shares = first.map(({ entry }, at): [string, number] => [keyOf(entry), rounded(odds[at]! / all)])
  return Object.fromEntries(shares.filter(([, share]) => share >= leastShare))
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/** How much of a word a clause, or what stands above it, must hold. */
const heldEnough = 0.6

const isHeld = ({ own, above }: Entry, term: string): boolean =>
  [own, above].some((text) => held(text, { words: [term], weight: 1 }) >= heldEnough)
