import type { Reply } from '../../../services/reply.ts'
import { answers, type Expectation, type Fault, holdsQuote, longestFor } from '../../support/judge.ts'
import type { Trace } from './trace.ts'

/** The parts of the work in their order, each right or wrong of its own; the first that is wrong spoilt a failed answer. */
export const stages = [
  'notice',
  'scope',
  'clauseFirst',
  'clauseAmongThree',
  'gate',
  'text',
  'citation',
  'length',
] as const

export type Stage = (typeof stages)[number]

/** Whether each stage was right; those that a question says nothing of are left out. */
export type Stages = Partial<Record<Stage, boolean>>

/**
 * Judges a reply stage by stage: the notice was added; the notice cited first, or else ranked first, is one of those expected; a clause with
 * one of the quotes is ranked first, or among the first three; it answered or refused as expected; and, of what answered, that the text is right,
 * cites a right clause and is short enough.
 *
 * @param expectation Its notices are ids.
 * @param textOf The words of a clause, `NOTICE#CLAUSE`.
 */
export function judgeStages(
  expectation: Expectation,
  { replies, trace, faults }: { replies: Reply[]; trace: Trace; faults: Fault[] },
  textOf: (clause: string) => string,
): Stages {
  const { notices, quotes, expect, facts, anyFacts, mustNot } = expectation
  const isFree = (stage: Fault['stage']) => faults.every((fault) => fault.stage !== stage)
  const [cited] = replies.flatMap(({ citations }) => citations)
  const scope = cited?.notice ?? trace.candidates[0]?.split('#')[0] ?? ''
  const holdsAmong = (depth: number) => holdsQuote(trace.candidates.slice(0, depth).map(textOf), quotes)
  const expectsAnswer = expect === 'answer' || expect === 'clarify-or-answer'
  const hasAnswered = isFree('gate') && answers(replies)
  return {
    ...(expectsAnswer && notices.length > 0 && { scope: notices.includes(scope) }),
    ...(expectsAnswer && quotes.length > 0 && { clauseFirst: holdsAmong(1), clauseAmongThree: holdsAmong(3) }),
    gate: isFree('gate'),
    ...(hasAnswered && [facts, anyFacts, mustNot].some(({ length }) => length > 0) && { text: isFree('text') }),
    ...(hasAnswered && quotes.length > 0 && { citation: isFree('citation') }),
    ...(hasAnswered && longestFor(expectation) !== undefined && { length: isFree('length') }),
  }
}

/** The stage that spoilt a failed answer. That the clause ranked first is another spoils nothing by itself. */
export const spoiltBy = (judged: Stages): Stage | undefined =>
  stages.find((stage) => stage !== 'clauseFirst' && judged[stage] === false)
