import { countTokensApproximately, HumanMessage, SystemMessage } from 'langchain'
import type { Circuit } from './circuit.ts'
import type { Ask, Completion, Task } from './ask.ts'
import { tell } from '../happenings.ts'
import { ModelFailure } from './failure.ts'

/** Tokens that may be spent in a day, kept where all processes see it. */
export type Budget = { isSpent(): Promise<boolean>; spend(tokens: number): Promise<void> }

/** The count takes four characters for a token; of Chinese text a token is little more than one. */
const chineseFactor = 3

/** How many questions may be with the endpoint at a time; one more is answered without it. */
export const mostAtOnce = 8

/** Lets a model be asked only within its bounds: circuit, number at a time, tokens a day. What is asked in vain counts too. */
export function bounded(ask: Ask, { circuit, budget }: { circuit: Circuit; budget: Budget }): Ask {
  let atOnce = 0
  const spent = new WeakMap<Task, number>()

  async function askAllowed(task: Task, signal: AbortSignal): Promise<Completion> {
    let tokens = estimated(task, '')
    try {
      const completion = await ask(task, signal)
      tokens = completion.tokens ?? estimated(task, completion.text)
      circuit.succeeded()
      return completion
    } catch (error) {
      const isRefused = error instanceof ModelFailure && error.kind === 'refused'
      if (isRefused) tokens = 0
      circuit.failed(error instanceof ModelFailure ? error.retryAfterMs : undefined)
      throw error
    } finally {
      spent.set(task, tokens)
      if (tokens > 0) await budget.spend(tokens).catch(() => undefined)
    }
  }

  async function askWithin(task: Task, signal: AbortSignal): Promise<Completion> {
    if (atOnce >= mostAtOnce) throw new ModelFailure('busy')
    atOnce += 1
    try {
      if (await budget.isSpent()) throw new ModelFailure('budget')
      if (!circuit.allows()) throw new ModelFailure('open-circuit')
      return await askAllowed(task, signal)
    } finally {
      atOnce -= 1
    }
  }

  return async (task, signal) => {
    const started = performance.now()
    const told = (outcome: string) => {
      tell('modelCall', { outcome, tokens: spent.get(task) ?? 0, ms: performance.now() - started })
      tell('circuit', { isOpen: circuit.isOpen() })
    }
    try {
      const completion = await askWithin(task, signal)
      told('answered')
      return completion
    } catch (error) {
      told(error instanceof ModelFailure ? error.kind : 'unreadable')
      throw error
    }
  }
}

/** Tokens of a request and its answer, where the endpoint doesn't count them. */
function estimated({ prompt: { system, user } }: Task, written: string): number {
  const messages = [new SystemMessage(system), new HumanMessage(user), new HumanMessage(written)]
  return chineseFactor * countTokensApproximately(messages)
}
