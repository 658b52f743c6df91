import type { z } from 'zod'
import type { Prompt } from '../../prompts/render-prompt.ts'
import type { Ask } from './endpoint.ts'
import { ModelFailure } from './failure.ts'
import { jsonOf } from './sentences.ts'
import { until } from './time-limit.ts'

/** What a model is asked for once, as a whole. */
export type JsonTask<Result> = {
  prompt: Prompt
  schema: { name: string; schema: object; read: z.ZodType<Result> }
  maxTokens: number
  limitMs: number
}

/** Asks a model for a small JSON document. @throws {ModelFailure} Also where what comes is not in form. */
export async function askJson<Result>(
  ask: Ask,
  { prompt, schema, maxTokens, limitMs }: JsonTask<Result>,
): Promise<Result> {
  const stop = new AbortController()
  const deadline = performance.now() + limitMs
  const { name, schema: form, read } = schema
  let text = ''
  for await (const piece of until(
    ask({ prompt, schema: { name, schema: form }, maxTokens }, stop.signal),
    () => deadline,
    stop,
  ))
    text += piece
  const { data, error } = read.safeParse(jsonOf(text))
  if (error) throw new ModelFailure('unreadable', error)
  return data
}
