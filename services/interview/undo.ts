import { isDeepStrictEqual } from 'node:util'
import type { Answered } from '../conversations/answered.ts'
import type { Interview, Undone } from '../conversations/interview.ts'
import type { Taken } from './message.ts'
import { type InterviewContext, labelOf, textsOf, writtenIn } from './reply-parts.ts'
import { goOn } from './go-on.ts'

/** How many changes can be undone, one after the other. */
const mostChanges = 12

const undoneOf = ({ answers, said, from, last, accepted, isConfirmed }: Interview): Undone => ({
  answers,
  isConfirmed,
  ...(said && { said }),
  ...(from && { from }),
  ...(last && { last }),
  ...(accepted && { accepted }),
})

/** Whether something has changed that a person may want back: an answer, or that the summary was confirmed. */
const isChanged = (before: Interview, after: Interview): boolean =>
  !isDeepStrictEqual(before.answers, after.answers) ||
  !isDeepStrictEqual(before.accepted ?? [], after.accepted ?? []) ||
  (after.isConfirmed && !before.isConfirmed)

/** Keeps how the interview stood before a message, where the message has changed it. */
export function rememberChange(before: Interview, answered: Answered): Answered {
  const { interview } = answered.state
  if (!interview || interview.before !== before.before || !isChanged(before, interview)) return answered
  const changes = [...(before.before ?? []), undoneOf(before)].slice(-mostChanges)
  return { ...answered, state: { ...answered.state, interview: { ...interview, before: changes } } }
}

/** Takes back the last change, or that an answer was to be changed. */
export function undo(context: InterviewContext): Taken {
  const words = textsOf(context)
  const { reopened, before = [], said: _, last: __, accepted: ___, from: ____, ...rest } = context.interview
  if (reopened !== undefined) {
    const { reopened: _____, ...closed } = context.interview
    return goOn(context, closed, [words.leftAsItWas])
  }
  const then = before.at(-1)
  if (!then) return goOn(context, context.interview, [words.nothingToUndo])
  const undone: Interview = { ...rest, ...then, before: before.slice(0, -1) }
  const keys = context.programme.factKeys.filter(
    (key) => !isDeepStrictEqual(context.interview.answers[key], then.answers[key]),
  )
  const lines = keys.map((key) => {
    const label = labelOf(context, key)
    if (then.answers[key] === undefined) return words.undone(label, writtenIn(context, key))
    return words.changedBack(label, writtenIn({ ...context, interview: undone }, key))
  })
  return goOn(context, undone, lines.length > 0 ? lines : [words.stepUndone])
}
