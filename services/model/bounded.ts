import { countTokensApproximately, HumanMessage, SystemMessage } from 'langchain'
import type { Circuit } from './circuit.ts'
import type { Ask } from './endpoint.ts'
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
  return async function* (task, signal) {
    if (atOnce >= mostAtOnce) throw new ModelFailure('busy')
    atOnce += 1
    let written = ''
    try {
      if (await budget.isSpent()) throw new ModelFailure('budget')
      if (!circuit.allows()) throw new ModelFailure('open-circuit')
      try {
        for await (const text of ask(task, signal)) {
          written += text
          yield text
        }
      } catch (error) {
        circuit.failed(error instanceof ModelFailure ? error.retryAfterMs : undefined)
        throw error
      }
      // Given up by whoever asked, a stream just ends.
      if (written === '' || signal.aborted) {
        circuit.failed()
        throw new ModelFailure(signal.aborted ? 'slow' : 'unreadable')
      }
      circuit.succeeded()
    } finally {
      atOnce -= 1
      const { system, user } = task.prompt
      const messages = [new SystemMessage(system), new HumanMessage(user), new HumanMessage(written)]
      if (written !== '') await budget.spend(chineseFactor * countTokensApproximately(messages)).catch(() => undefined)
    }
  }
}
