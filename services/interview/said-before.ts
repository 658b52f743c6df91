import { writeAnswerIn } from '../eligibility/fact-texts.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import { dayIn } from '../eligibility/programme-texts.ts'
import type { Given } from '../conversations/interview.ts'
import type { Action } from '../reply.ts'
import { disputed } from './given.ts'
import { act, type InterviewContext, textsOf } from './reply-parts.ts'

/** What was said before of a question that waits for its answer: by colleagues and the person, or for another programme. */
export function saidBefore(context: InterviewContext, key: FactKey): string[] {
  const words = textsOf(context)
  const sides = disputed(context.interview, key)
  if (sides.length > 0)
    return [words.differ(sides.map((side) => sideAction(context, key, side).label).join(words.nextSide))]
  const earlier = earlierIn(context, key)
  if (!earlier) return []
  return [words.earlier(earlier.written, earlier.on === undefined ? '' : dayIn(context.interview.language, earlier.on))]
}

/** What different people said, to choose from; undefined where they don't differ. */
export function sidesOf(context: InterviewContext, key: FactKey): Action[] | undefined {
  const sides = disputed(context.interview, key)
  return sides.length > 0 ? sides.map((side) => sideAction(context, key, side)) : undefined
}

/** One of them, with who said it: 财务处：520万元. Saying it again settles the question. */
function sideAction({ programme, interview }: InterviewContext, key: FactKey, { role, answer, said }: Given): Action {
  const words = textsOf({ interview })
  const written = writeAnswerIn(interview.language ?? 'zh', factAt(programme.facts, key), answer, said)
  return act(words.side(role ?? words.ownSide, written), written)
}

/** Confirms at one press a figure or a day given for another programme; whatever is chosen has its own buttons. */
export function earlierActions(context: InterviewContext, key: FactKey): Action[] {
  const earlier = earlierIn(context, key)
  const { type } = factAt(context.programme.facts, key)
  if (!earlier || type === 'bool' || type === 'choice') return []
  return [act(textsOf(context).still(earlier.written), earlier.written)]
}

function earlierIn({ programme, interview }: InterviewContext, key: FactKey) {
  const earlier = interview.answers[key] === undefined ? interview.earlier?.[key] : undefined
  if (!earlier || disputed(interview, key).length > 0) return undefined
  const fact = factAt(programme.facts, key)
  return { written: writeAnswerIn(interview.language ?? 'zh', fact, earlier.answer, earlier.said), on: earlier.on }
}
