import OpenAI from 'openai'
import type { Prompt } from '../../prompts/render-prompt.ts'
import { ModelFailure } from './failure.ts'

/** Where a model is reached, as the configuration says. */
export type EndpointConfig = { apiKey: string; baseUrl: string | undefined; model: string }

/** What to ask: the words, the form of the answer, and the most tokens it may take. */
export type Task = { prompt: Prompt; schema: { name: string; schema: object }; maxTokens: number }

/** Asks a model and gives what it writes, piece by piece; ends with `signal`. @throws {ModelFailure} */
export type Ask = (task: Task, signal: AbortSignal) => AsyncGenerator<string>

type Request = Omit<OpenAI.ChatCompletionCreateParamsStreaming, 'messages' | 'model'>

/** What endpoints that call themselves compatible take, the most exact first; one that refuses gets the next. */
const dialects: ((task: Task) => Request)[] = [
  ({ schema, maxTokens }) => ({
    stream: true,
    temperature: 0,
    max_tokens: maxTokens,
    response_format: { type: 'json_schema', json_schema: { ...schema, schema: { ...schema.schema }, strict: true } },
  }),
  ({ maxTokens }) => ({
    stream: true,
    temperature: 0,
    max_tokens: maxTokens,
    response_format: { type: 'json_object' },
  }),
  ({ maxTokens }) => ({ stream: true, max_completion_tokens: maxTokens }),
]

/** How often a request is sent that fails for no fault of its own. */
const mostTries = 2

/** How long an endpoint may take to begin an answer before the connection is given up, in milliseconds. */
const connectionLimitMs = 10_000

/** A model behind an OpenAI-compatible endpoint, spoken to with the `openai` package; the first refusal teaches its dialect. */
export function openEndpoint({ apiKey, baseUrl, model }: EndpointConfig): Ask {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl !== undefined && { baseURL: baseUrl }),
    // Asked again below: the package would wait for as long as it is told to, and the person with it.
    maxRetries: 0,
    timeout: connectionLimitMs,
    logLevel: 'off',
  })
  let dialect = 0

  async function begin(task: Task, signal: AbortSignal) {
    const messages = [
      { role: 'system', content: task.prompt.system },
      { role: 'user', content: task.prompt.user },
    ] as const
    for (let tries = 1; ;) {
      try {
        return await client.chat.completions.create(
          { ...dialects[dialect]!(task), model, messages: [...messages] },
          { signal },
        )
      } catch (error) {
        const { status } = error instanceof OpenAI.APIError ? error : {}
        const isRefusal = status === 400 || status === 422
        if (isRefusal && dialect < dialects.length - 1) dialect += 1
        else if (tries < mostTries && !signal.aborted && isPassing(error)) tries += 1
        else throw error
      }
    }
  }

  return async function* ask(task, signal) {
    try {
      for await (const chunk of await begin(task, signal)) {
        const text = chunk.choices?.[0]?.delta?.content
        if (typeof text === 'string' && text !== '') yield text
      }
    } catch (error) {
      throw failureOf(error)
    }
  }
}

/** Whether the same request may succeed at once: the network or the server failed, not the request. */
const isPassing = (error: unknown): boolean =>
  error instanceof OpenAI.APIConnectionError || (error instanceof OpenAI.APIError && (error.status ?? 0) >= 500)

function failureOf(error: unknown): ModelFailure {
  if (!(error instanceof OpenAI.APIError)) return new ModelFailure('unreadable', error)
  const isSlow = error instanceof OpenAI.APIUserAbortError || error instanceof OpenAI.APIConnectionTimeoutError
  const seconds = Number(error.headers?.get('retry-after') ?? Number.NaN)
  return new ModelFailure(isSlow ? 'slow' : 'refused', error, Number.isFinite(seconds) ? seconds * 1000 : undefined)
}
