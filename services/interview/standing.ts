import type { Interview } from '../conversations/interview.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import { isAnswerTo } from '../eligibility/answers.ts'
import { missingFor } from '../eligibility/amount.ts'
import { factsOfAmount } from '../eligibility/conditions-of.ts'
import type { FactKey, Facts } from '../eligibility/document-facts.ts'
import { brokenRelation, type SettledRelation } from '../eligibility/broken-relation.ts'
import { settleGiven } from './given.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import {
  type Answer,
  type Answers,
  comparisonsOf,
  evaluate,
  factsRead,
  missingKeys,
  thresholdsOf,
} from '../eligibility/rule.ts'

/** Where an interview stands. */
export type Standing = {
  /** The questions asked so far, the open one last unless it was taken up again; in the notice's order. */
  path: FactKey[]
  /** The answers that count: those on the path. Others are kept, and count again when they are asked for again. */
  answers: Answers
  /** The questions that have their answers or were skipped, those ahead of the open one too; in the notice's order. */
  given: FactKey[]
  /** The question that waits for an answer; none at the summary. */
  open?: FactKey
  /** Questions that were answered or skipped, and those with the ones that may still be asked. */
  progress: { done: number; total: number }
  /** Two answers that don't fit together, until the person says which is right. */
  doubt?: SettledRelation
  /** What the programme asks, by key. */
  facts: Facts
}

/** Begins an interview; what was said before of the facts it asks for needs no asking, and stands in the summary. */
export function startInterview(programme: ResolvedProgramme, proposed: Answers = {}): Interview {
  return propose(programme, { programme: programme.id, answers: {}, isConfirmed: false }, proposed)
}

/** Takes what was said in passing as answers, but for facts that have theirs. */
export function propose(programme: ResolvedProgramme, interview: Interview, proposed: Answers): Interview {
  const known = programme.factKeys.filter(
    (key) => isAnswerTo(programme.facts[key], proposed[key]) && interview.answers[key] === undefined,
  )
  const answers = { ...interview.answers, ...Object.fromEntries(known.map((key) => [key, proposed[key]])) }
  return { ...interview, answers }
}

/**
 * Whether the answer to a fact can still change what is said of a programme: a criterion that reads it is undecided, or
 * a preference or an amount while no criterion is unmet.
 *
 * @param answers Those given before; null is unknown, not open.
 */
export function isRelevant(
  { criteria, preferences, amounts }: ResolvedProgramme,
  key: FactKey,
  answers: Answers,
): boolean {
  if (criteria.some(({ condition }) => missingKeys(condition, answers).includes(key))) return true
  const isIneligible = criteria.some(({ condition }) => evaluate(condition, answers) === 'unmet')
  if (isIneligible) return false
  return (
    preferences.some(({ condition }) => missingKeys(condition, answers).includes(key)) ||
    amounts.some(({ amount }) => missingFor(amount, answers).includes(key))
  )
}

/**
 * Works out where an interview stands from its answers alone, as if they had been given one after the other in the
 * notice's order: so it is the same whatever was edited on the way.
 */
export function standingOf(programme: ResolvedProgramme, interview: Interview): Standing {
  const { factKeys, facts, relations = [] } = programme
  const path: FactKey[] = []
  const answers: Record<FactKey, Answer> = {}
  // What was answered before a fact became another one counts no more.
  const given = (key: FactKey) => (isAnswerTo(facts[key], interview.answers[key]) ? interview.answers[key] : undefined)
  let next: FactKey | undefined
  for (const key of factKeys) {
    if (!isRelevant(programme, key, answers)) continue
    path.push(key)
    const answer = given(key)
    if (answer === undefined) {
      next = key
      break
    }
    answers[key] = answer
  }
  // What was said of questions ahead counts once they are asked, and is not asked then.
  const ahead = factKeys.filter(
    (key) => !path.includes(key) && given(key) !== undefined && isRelevant(programme, key, answers),
  )
  const all: Answers = { ...answers, ...Object.fromEntries(ahead.map((key) => [key, given(key)])) }
  const allGiven = factKeys.filter((key) => all[key] !== undefined)
  const { reopened } = interview
  const open = reopened !== undefined && [...path, ...allGiven].includes(reopened) ? reopened : next
  const left = factKeys.filter((key) => all[key] === undefined && isRelevant(programme, key, all)).length
  const doubt = reopened === undefined ? brokenRelation(relations, all, interview.accepted) : undefined
  const progress = { done: allGiven.length, total: allGiven.length + left }
  return {
    path,
    given: allGiven,
    answers,
    ...(open !== undefined && { open }),
    progress,
    ...(doubt && { doubt }),
    facts,
  }
}

/** Records the answer to the open question, null where it is left unknown; without an open question nothing changes. */
export function answerOpen(
  programme: ResolvedProgramme,
  interview: Interview,
  answer: Answer,
  said?: Approximate,
): Interview {
  const { open } = standingOf(programme, interview)
  return open === undefined ? interview : answerKey(interview, open, answer, said)
}

/** Records the answer to a question, open or not; what was said of it before counts no more. */
export function answerKey(given: Interview, key: FactKey, answer: Answer, said?: Approximate): Interview {
  const interview = settleGiven(given, key, answer)
  const { reopened, hedged: __, said: { [key]: _, ...others } = {}, ...rest } = interview
  return {
    ...rest,
    ...(reopened !== undefined && reopened !== key && { reopened }),
    answers: { ...interview.answers, [key]: answer },
    said: { ...others, ...(said && { [key]: said }) },
    last: key,
    isConfirmed: false,
  }
}

/** Takes a question up again, which keeps its answer until it gets another; undefined where it was not asked. */
export function reopen(programme: ResolvedProgramme, interview: Interview, key: string): Interview | undefined {
  const { path, given } = standingOf(programme, interview)
  const reopened = [...path, ...given].find((one) => one === key)
  return reopened === undefined ? undefined : { ...interview, reopened, isConfirmed: false }
}

/** Takes up the question before the open one, or the last one at the summary; undefined at the first. */
export function back(programme: ResolvedProgramme, interview: Interview): Interview | undefined {
  const { path, open } = standingOf(programme, interview)
  const before = open === undefined ? path.at(-1) : path[path.indexOf(open) - 1]
  return before === undefined ? undefined : reopen(programme, interview, before)
}

/** The questions after the open one that could still be asked, judged by the answers so far. */
export function leftToAsk(programme: ResolvedProgramme, { answers, given, open }: Standing): FactKey[] {
  return programme.factKeys.filter(
    (key) => key === open || (!given.includes(key) && isRelevant(programme, key, answers)),
  )
}

/** The figures that a fact is held against in a programme, in its unit. */
export function limitsOf({ criteria, preferences, commitments }: ResolvedProgramme, key: FactKey): number[] {
  const baselines = commitments.flatMap(({ baseline }) => (baseline ? [baseline] : []))
  const ruled = [...criteria, ...preferences].flatMap(({ condition }) => comparisonsOf(condition))
  return [...ruled, ...baselines].flatMap((one) => (one.fact === key ? thresholdsOf(one) : []))
}

/** The clause that a question rests on: that of the first criterion, preference or amount which reads the fact. */
export function sourceOf({ criteria, preferences, amounts }: ResolvedProgramme, key: FactKey) {
  const rule = [...criteria, ...preferences].find(({ condition }) => factsRead(condition).includes(key))
  return rule?.source ?? amounts.find(({ amount }) => factsOfAmount(amount).includes(key))?.source
}
