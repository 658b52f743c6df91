import type { Interview } from '../conversations/interview.ts'
import { writeAnswerIn } from '../eligibility/fact-texts.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import type { Correction } from './answers/read-correction.ts'
import type { Reading } from './answers/read-answer.ts'
import { type InterviewContext, labelOf, textsOf, writtenIn } from './reply-parts.ts'
import type { Taken } from './message.ts'
import { labelsIn } from '../eligibility/programme-texts.ts'
import { answerKey, standingOf } from './standing.ts'
import { exclusionReply } from './excluded.ts'
import { goOn } from './go-on.ts'

/** A reading that can be recorded. */
export type Settled = Extract<Reading, { kind: 'value' | 'unknown' }>

export const isSettled = (reading: Reading): reading is Settled =>
  reading.kind === 'value' || reading.kind === 'unknown'

const saidOf = (reading: Settled) => (reading.kind === 'value' ? reading.said : undefined)
const valueOf = (reading: Settled) => (reading.kind === 'value' ? reading.value : null)

/** The interview with answers recorded, one after the other. */
const record = ({ interview }: InterviewContext, answers: readonly [FactKey, Settled][]) =>
  answers.reduce((next, [key, reading]) => answerKey(next, key, valueOf(reading), saidOf(reading)), interview)

/** Records the answer to the open question and says so, with what it changes of the other questions. */
export function recordAnswer(context: InterviewContext, key: FactKey, reading: Settled): Taken {
  const next = record(context, [[key, reading]])
  const words = textsOf(context)
  const noted = (saidOf(reading) ? words.notedApproximate : words.noted)(
    labelOf(context, key),
    writtenIn({ ...context, interview: next }, key),
  )
  return going(context, next, [noted, ...(context.interview.reopened === undefined ? [] : changed(context, next))])
}

/** Records several answers of one message, and says them back in one line. */
export function recordAnswers(context: InterviewContext, answers: [FactKey, Settled][]): Taken {
  const next = record(context, answers)
  const words = textsOf(context)
  const isNew = ([key]: [FactKey, Settled]) => context.interview.answers[key] === undefined
  const written = answers
    .filter(isNew)
    .map(([key]) => words.stated(labelOf(context, key), writtenIn({ ...context, interview: next }, key)))
  const edited = answers
    .filter((one) => !isNew(one) && writtenIn({ ...context, interview: next }, one[0]) !== writtenIn(context, one[0]))
    .map(([key]) =>
      words.changed(labelOf(context, key), writtenIn({ ...context, interview: next }, key), writtenIn(context, key)),
    )
  const taken = written.length > 0 ? [words.taken(written.join(words.listed))] : []
  return going(context, next, [...taken, ...edited, ...changed(context, next)])
}

/** Records an answer in place of another, and says what it was. */
export function recordCorrection(
  context: InterviewContext,
  { key, reading }: Correction & { reading: Settled },
): Taken {
  const { answers, said } = context.interview
  if (answers[key] === undefined) return recordAnswer(context, key, reading)
  const next = record(context, [[key, reading]])
  const fact = factAt(context.programme.facts, key)
  const before = writeAnswerIn(context.interview.language ?? 'zh', fact, answers[key], said?.[key])
  const note = textsOf(context).changed(labelOf(context, key), writtenIn({ ...context, interview: next }, key), before)
  return going(context, next, [note, ...changed(context, next)])
}

/** Goes on, and says first where the answers now exclude the unit for good. */
function going(context: InterviewContext, next: Interview, notes: readonly string[]): Taken {
  const taken = goOn(context, next, notes)
  const word = exclusionReply(context, next)
  return word ? { ...taken, replies: [word, ...taken.replies] } : taken
}

/** What an edited answer makes of the questions after it. */
function changed({ programme, interview }: InterviewContext, next: InterviewContext['interview']): string[] {
  const words = textsOf({ interview })
  const [before, after] = [standingOf(programme, interview), standingOf(programme, next)]
  const wasDone = before.open === undefined || interview.reopened !== undefined
  const dropped = before.path.filter((key) => before.answers[key] !== undefined && !after.path.includes(key))
  const added = wasDone ? after.path.filter((key) => !before.path.includes(key)) : []
  return [
    ...(dropped.length > 0 ? [words.notNeeded(labelsIn(interview.language, programme.facts, dropped))] : []),
    ...(added.length > 0 ? [words.nowNeeded(labelsIn(interview.language, programme.facts, added))] : []),
  ]
}
