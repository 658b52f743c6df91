import { z } from 'zod'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Candidate } from '../answering/answer-chosen.ts'
import { numbered } from './laid-out.ts'
import { type Choice, numberTo } from './structured.ts'

/** What a model picks: numbers of candidates in the order to say them, [0] for none; a question to ask back, 0 for none. */
export type Pick = { say: number[]; ask: number }

/** Candidates that are said to one question at most: who picks everything has picked nothing. */
export const mostSaid = 3

type Laid = { candidates: readonly Candidate[]; questions: readonly string[]; outgoing: string; conversation: string }

/** Asks which candidates answer a question. */
export const pickChoice = ({ candidates, questions, outgoing, conversation }: Laid): Choice<Pick> => ({
  name: 'pick',
  prompt: renderPrompt('pick-answer', {
    question: outgoing,
    conversation,
    candidates: numbered(candidates.map(({ text }) => text)),
    questions: numbered(questions),
  }),
  schema: z.object({ say: z.array(numberTo(candidates.length)), ask: numberTo(questions.length) }),
  maxTokens: 60,
})

/** What a pick comes to, in our own names: keys of candidates, one of the questions, or that nothing answers. */
export type Picked = { say: string[] } | { ask: string } | { none: true }

/** Undefined for a pick that says nothing: of nothing, or of more than can answer. */
export function pickedOf(
  { say, ask }: Pick,
  { candidates, questions }: Omit<Laid, 'outgoing' | 'conversation'>,
): Picked | undefined {
  const keys = [...new Set(say)].flatMap((number) => candidates[number - 1]?.key ?? [])
  const question = questions[ask - 1]
  if (keys.length > 0) return keys.length <= mostSaid ? { say: keys } : undefined
  if (question !== undefined) return { ask: question }
  return say.includes(0) ? { none: true } : undefined
}

/** A pick as it is kept and logged. */
export function namesOf(picked: Picked | undefined): string[] {
  if (!picked) return []
  if ('say' in picked) return picked.say.map((key) => `say ${key}`)
  return 'ask' in picked ? [`ask ${picked.ask}`] : ['none']
}

/** The same read back, as far as it is still laid out. */
export function pickedFrom(
  names: readonly string[],
  { candidates, questions }: Omit<Laid, 'outgoing' | 'conversation'>,
): Picked | undefined {
  const say = names.flatMap((name) => (name.startsWith('say ') ? [name.slice(4)] : []))
  if (say.length > 0) return say.every((key) => candidates.some((one) => one.key === key)) ? { say } : undefined
  const [first = ''] = names
  const ask = questions.find((question) => first === `ask ${question}`)
  if (ask !== undefined) return { ask }
  return first === 'none' ? { none: true } : undefined
}
