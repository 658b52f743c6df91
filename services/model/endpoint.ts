import OpenAI from 'openai'
import type { Ask, Task } from './ask.ts'
import { afterAnswer, afterRefusal } from './differences.ts'
import { ModelFailure } from './failure.ts'
import { limitedFetch } from './limited-fetch.ts'
import { firstManner, requestFor } from './manner.ts'
import { readCompletion } from './read-completion.ts'

/**
 * Where a model is reached, as the configuration says. `limitMs` is for all that it is asked for one message, see
 * `modelLimitMs`.
 */
export type EndpointConfig = { apiKey: string; baseUrl: string | undefined; model: string; limitMs?: number }

/** How often a request is sent that fails for no fault of its own. */
const mostTries = 2

/** Characters of a refusal that are read for its reason: it may be as long as it likes. */
const mostRead = 1_000

/** How long a request may take at most, in milliseconds: whoever waits gives it up before. */
const connectionLimitMs = 60_000

/** A model behind an OpenAI-compatible endpoint, spoken to with the `openai` package; what it refuses teaches how. */
export function openEndpoint({ apiKey, baseUrl, model }: EndpointConfig): Ask {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl !== undefined && { baseURL: baseUrl }),
    // Asked again below: the package would wait for as long as it is told to, and the person with it.
    maxRetries: 0,
    timeout: connectionLimitMs,
    logLevel: 'off',
    fetch: limitedFetch,
  })
  let manner = firstManner

  async function complete(task: Task, signal: AbortSignal): Promise<unknown> {
    const { system, user } = task.prompt
    const messages = [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ]
    for (let tries = 1; ;) {
      const used = manner
      try {
        return await client.chat.completions.create({ ...requestFor(task, used), model, messages }, { signal })
      } catch (error) {
        const next = isRefusal(error) ? afterRefusal(error.message.slice(0, mostRead), used) : undefined
        if (next) manner = next
        else if (tries < mostTries && !signal.aborted && isPassing(error)) tries += 1
        else throw failureOf(error)
      }
    }
  }

  return async (task, signal) => {
    const told = readCompletion(await complete(task, signal))
    if (told) manner = afterAnswer(told, manner)
    if (!told || told.text === '') throw new ModelFailure('unreadable')
    return { text: told.text, tokens: told.tokens }
  }
}

const isRefusal = (error: unknown): error is InstanceType<typeof OpenAI.APIError> =>
  error instanceof OpenAI.APIError && (error.status === 400 || error.status === 422)

/** Whether the same request may succeed at once: the network or the server failed, not the request. */
const isPassing = (error: unknown): boolean =>
  error instanceof OpenAI.APIConnectionError || (error instanceof OpenAI.APIError && (error.status ?? 0) >= 500)

/** Why it failed, without a word of what the endpoint said. */
function failureOf(error: unknown): ModelFailure {
  if (!(error instanceof OpenAI.APIError)) return new ModelFailure('unreadable')
  const isSlow = error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError
  const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN)
  return new ModelFailure(isSlow ? 'slow' : 'refused', Number.isFinite(seconds) ? seconds * 1000 : undefined)
}
