import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables'
import { z } from 'zod'
import type { Prompt } from '../../prompts/render-prompt.ts'
import type { Ask, Completion } from './ask.ts'
import { ModelFailure } from './failure.ts'
import { jsonIn } from './read-completion.ts'
import { before } from './time-limit.ts'

/** What a model is asked for: numbers of what is laid before it, as a schema of enumerations. */
export type Choice<Result> = { name: string; prompt: Prompt; schema: z.ZodType<Result>; maxTokens: number }

/**
 * Prompt → endpoint → numbers. Nothing of what comes back goes further than its schema, which lets no text pass.
 *
 * @param deadline As `performance.now()` counts.
 * @throws {ModelFailure} Also where what comes is none of the numbers that were given.
 */
export async function choose<Result>(ask: Ask, choice: Choice<Result>, deadline: number): Promise<Result> {
  const { name, prompt, schema, maxTokens } = choice
  const { $schema: _, ...form } = z.toJSONSchema(schema)
  const path = RunnableSequence.from<Prompt, Result>([
    RunnableLambda.from<Prompt, Completion>((filled) =>
      before(deadline, (signal) => ask({ prompt: filled, schema: { name, schema: form }, maxTokens }, signal)),
    ).withConfig({ runName: 'ask' }),
    RunnableLambda.from<Completion, Result>(({ text }) => read(schema, text)).withConfig({ runName: 'read numbers' }),
  ])
  return path.invoke(prompt)
}

function read<Result>(schema: z.ZodType<Result>, text: string): Result {
  const { data, success } = schema.safeParse(numbersIn(jsonIn(text)))
  if (!success) throw new ModelFailure('unreadable')
  return data
}

/** Endpoints without structured output write `"2"` for 2, and at times 2 for [2]: both say the same. */
function numbersIn(value: unknown): unknown {
  if (typeof value === 'string' && /^\d{1,4}$/u.test(value)) return Number(value)
  if (Array.isArray(value)) return value.map(numbersIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, numbersIn(one)]))
}

/** One of the numbers 0 … most. */
export const numberTo = (most: number) => z.literal(Array.from({ length: most + 1 }, (_, at) => at))
