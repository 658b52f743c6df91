import { learnDecision } from '../../../knowledge/learning/linear-models.ts'
import { always, leastTalk, talkMarks, talkProbability, type TalkWeights } from '../understand/talk.ts'
import { readSmallTalk } from '../understand/small-talk.ts'
import { percent } from './operating-points.ts'
import type { LabelledSet } from './read-set.ts'

/** A message, and whether its author meant it as small talk. */
type Message = { set: string; text: string; isTalk: boolean; marks: string[] }

/** In how many sets a mark must occur to be weighed. */
const fewestSets = 2
const penalty = { always: 0.0001, marks: 0.0005 }
const keptDigits = 2
/** Marks that move a message by less than this many nats are not kept. */
const least = 0.03
const folds = 4

/** Learns from all messages of the sets which of them ask nothing; sorted by mark, the same sets give the same weights. */
export const learnTalk = (sets: readonly LabelledSet[]): TalkWeights => learnFrom(messagesOf(sets))

/** What such weights are worth on sets that they were not learned from, in one sentence. */
export function reportOnTalk(sets: readonly LabelledSet[]): string {
  const messages = messagesOf(sets)
  const names = sets.map(({ name }) => name)
  const unread = Array.from({ length: folds }, (_, fold) => {
    const isUnseen = ({ set }: Message): boolean => names.indexOf(set) % folds === fold
    const weights = learnFrom(messages.filter((message) => !isUnseen(message)))
    return messages
      .filter((message) => isUnseen(message) && readSmallTalk(message.text) === undefined)
      .map(({ text, isTalk }) => ({ isTalk, isTaken: talkProbability(text, weights) >= leastTalk }))
  }).flat()
  const taken = (isTalk: boolean) => unread.filter((one) => one.isTalk === isTalk && one.isTaken).length
  const talk = unread.filter(({ isTalk }) => isTalk).length
  return `Small talk that no phrase of the lexicon reads: ${taken(true)} of ${talk} known (${percent(taken(true) / talk)}); of ${unread.length - talk} questions ${taken(false)} taken for such.`
}

function messagesOf(sets: readonly LabelledSet[]): Message[] {
  const message = (set: string, text: string, label: string): Message => ({
    set,
    text,
    isTalk: label === 'smalltalk',
    marks: talkMarks(text),
  })
  return sets.flatMap(({ name, questions, dialogues }) => [
    ...questions.map(({ question, expect }) => message(name, question, expect)),
    ...dialogues.flatMap(({ turns }) => turns.map(({ say, expect }) => message(name, say, expect))),
  ])
}

function learnFrom(messages: readonly Message[]): TalkWeights {
  const sets = new Map<string, Set<string>>()
  for (const { set, marks } of messages)
    for (const mark of marks) sets.set(mark, (sets.get(mark) ?? new Set()).add(set))
  const names = [...sets].flatMap(([mark, some]) => (some.size >= fewestSets ? [mark] : [])).toSorted()
  const places = new Map(names.map((name, at) => [name, at]))
  const learned = learnDecision(
    messages.map(({ isTalk, marks }) => ({
      features: Float64Array.of(1),
      isTrue: isTalk,
      marks: marks.flatMap((mark) => places.get(mark) ?? []),
    })),
    1,
    penalty.always,
    { count: names.length, strength: penalty.marks },
  )
  return Object.fromEntries(
    [always, ...names]
      .map((name, at): [string, number] => [name, Number(learned[at]!.toFixed(keptDigits))])
      .filter(([, weight]) => Math.abs(weight) >= least),
  )
}
