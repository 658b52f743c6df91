import { isDeepStrictEqual } from 'node:util'
import type { Given, Interview } from '../conversations/interview.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { Answer } from '../eligibility/rule.ts'

/** What of an interview colleagues' answers change. */
type Held = Pick<Interview, 'answers' | 'said' | 'from'>

/** A colleague as an interview knows them: by their link, with what they are. */
export type Giver = { by: string; role: string; on: string }

/** All that was said of a fact: by colleagues, and by the person before them. */
function saidOf({ answers, said, from }: Held, key: FactKey): Given[] {
  const answer = answers[key]
  if (from?.[key]) return from[key]
  return answer === undefined ? [] : [{ answer, ...(said?.[key] && { said: said[key] }) }]
}

const known = (list: readonly Given[]): Given[] => list.filter(({ answer }) => answer !== null)

/** The interview with a fact's answer worked out from all that was said of it: one that is known outweighs 不清楚. */
function withGiven<One extends Held>(interview: One, key: FactKey, list: Given[]): One {
  const { [key]: _, ...answers } = interview.answers
  const { [key]: __, ...said } = interview.said ?? {}
  const { [key]: ___, ...from } = interview.from ?? {}
  const sure = known(list)
  const [first] = sure
  const isOne = sure.every(({ answer }) => answer === first?.answer)
  const exact = sure.find((one) => !one.said) ?? first
  const answer = list.length > 0 && isOne ? (first?.answer ?? null) : undefined
  return {
    ...interview,
    answers: answer === undefined ? answers : { ...answers, [key]: answer },
    said: answer !== undefined && exact?.said ? { ...said, [key]: exact.said } : said,
    from: list.some(({ by }) => by !== undefined) ? { ...from, [key]: list } : from,
  }
}

/** Changes an interview, and likewise what undoing gives back: no step taken back takes a colleague's answer away. */
function throughout(interview: Interview, change: <One extends Held>(one: One) => One): Interview {
  const changed = change(interview)
  const { before } = interview
  const isConfirmed = interview.isConfirmed && isDeepStrictEqual(changed.answers, interview.answers)
  return { ...changed, isConfirmed, ...(before && { before: before.map((one) => change(one)) }) }
}

/** Takes a colleague's answer in place of what they said before; null where they don't know. */
export const takeGiven = (interview: Interview, key: FactKey, given: Given): Interview =>
  throughout(interview, (one) =>
    withGiven(one, key, [...saidOf(one, key).filter(({ by }) => by === undefined || by !== given.by), given]),
  )

/** Waits for a colleague's answers: what has none yet is unknown until then. What has one is asked all the same. */
export const awaitGiven = (interview: Interview, keys: readonly FactKey[], giver: Giver): Interview =>
  keys.reduce((next, key) => takeGiven(next, key, { ...giver, answer: null, isAwaited: true }), interview)

/**
 * Waits no more for what a colleague, or any of them, has not answered; a question that has no answer from anybody is open
 * again.
 */
export function stopAwaiting(interview: Interview, by?: string): Interview {
  const keys = Object.keys(interview.from ?? {})
  const isAwaited = (one: Given) => one.isAwaited === true && (by === undefined || one.by === by)
  return keys.reduce(
    (next, key) =>
      throughout(next, (one) => {
        const list = saidOf(one, key)
        return list.some(isAwaited)
          ? withGiven(
              one,
              key,
              list.filter((said) => !isAwaited(said)),
            )
          : one
      }),
    interview,
  )
}

/** What the person answers settles a fact: whoever said the same is named with it, what others said counts no more. */
export function settleGiven(interview: Interview, key: FactKey, answer: Answer): Interview {
  const { [key]: list, ...others } = interview.from ?? {}
  if (!list) return interview
  const agreeing = answer === null ? [] : list.filter((one) => one.by !== undefined && one.answer === answer)
  return { ...interview, from: { ...others, ...(agreeing.length > 0 && { [key]: [...agreeing, { answer }] }) } }
}

/** What was said of a fact that differs, one of each; none where it doesn't. */
export function disputed(interview: Held, key: FactKey): Given[] {
  const sure = known(interview.from?.[key] ?? [])
  const different = sure.filter((one, at) => sure.findIndex(({ answer }) => answer === one.answer) === at)
  return different.length > 1 ? different : []
}

/** Who of the colleagues gave the answer that counts, in the order in which they did. */
export const giversOf = (interview: Held, key: FactKey): Given[] =>
  disputed(interview, key).length > 0
    ? []
    : known(interview.from?.[key] ?? []).filter(
        ({ by, answer }) => by !== undefined && answer === interview.answers[key],
      )

/** Whom an answer is still awaited from, where nobody has given one. */
export const awaitedFrom = (interview: Held, key: FactKey): Given[] =>
  interview.answers[key] === null ? (interview.from?.[key] ?? []).filter(({ isAwaited }) => isAwaited) : []

/** Whether an answer of a colleague stands or is awaited. */
export const isWithColleagues = ({ from }: Pick<Interview, 'from'>): boolean =>
  Object.values(from ?? {}).some((list) => list?.some(({ by }) => by !== undefined))

/** An interview with all that colleagues have said, or are awaited to say, in another state of the same one. */
export const withColleaguesOf = (interview: Interview, { from }: Pick<Interview, 'from'>): Interview =>
  Object.entries(from ?? {}).reduce(
    (next, [key, list = []]) =>
      list.reduce((one, given) => (given.by === undefined ? one : takeGiven(one, key, given)), next),
    interview,
  )
