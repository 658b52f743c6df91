import { z } from 'zod'

/** What an endpoint answered: JSON, wherever it stood, and what it cost. It is read by a schema and never kept. */
export type Told = { text: string; tokens: number | undefined; thoughtAloud: boolean }

const call = z.object({ function: z.object({ arguments: z.unknown().optional() }) })
const messageSchema = z.object({
  content: z.unknown().optional(),
  tool_calls: z.array(call).nullish().catch(undefined),
  function_call: z.object({ arguments: z.unknown().optional() }).nullish().catch(undefined),
  reasoning_content: z.unknown().optional(),
  reasoning: z.unknown().optional(),
})
const completionSchema = z.object({
  choices: z.array(z.object({ message: messageSchema })).min(1),
  usage: z.object({ total_tokens: z.int().nonnegative() }).nullish().catch(undefined),
})

const partsSchema = z.array(z.object({ text: z.string().catch('') }))
const thought = /<think>[^]*?(?:<\/think>|$)/gu

/** The text of something that should be one: in parts, or as the value that it should be the text of. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const parts = partsSchema.safeParse(value).data
  if (parts) return parts.map(({ text }) => text).join('')
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/**
 * Reads a completion, whatever the endpoint is: as arguments of a tool (a text, with Ollama at times an object), as content
 * (a text, or parts), in a fence or behind what was thought. Undefined for what is none.
 */
export function readCompletion(completion: unknown): Told | undefined {
  const { data } = completionSchema.safeParse(completion)
  const message = data?.choices[0]?.message
  if (!data || !message) return undefined
  const { content, tool_calls: calls, function_call: legacy, reasoning, reasoning_content: reasoned } = message
  const given = calls?.[0]?.function.arguments ?? legacy?.arguments
  const written = textOf(given) || textOf(content)
  return {
    text: written.replace(thought, '').trim(),
    tokens: data.usage?.total_tokens,
    thoughtAloud: /<think>/u.test(written) || textOf(reasoning) !== '' || textOf(reasoned) !== '',
  }
}

/** The JSON in a text: all of it, or the object in a fence or among words; undefined where there is none. */
export function jsonIn(text: string): unknown {
  const object = text.slice(Math.max(text.indexOf('{'), 0), text.lastIndexOf('}') + 1)
  for (const part of [text, object]) {
    try {
      return JSON.parse(part) as unknown
    } catch {
      // The next part may be some.
    }
  }
  return undefined
}
