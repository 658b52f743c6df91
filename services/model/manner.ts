import type OpenAI from 'openai'
import type { Task } from './ask.ts'

/** The forms in which a structured answer is asked for, the most exact first. */
export const forms = ['json_schema', 'tool', 'json_object', 'plain'] as const
export type Form = (typeof forms)[number]

/** How an endpoint is spoken to: what it takes is learned from what it refuses and how it answers. */
export type Manner = {
  form: Form
  limit: 'max_tokens' | 'max_completion_tokens'
  temperature: boolean
  /** `off`: told not to think first. `unset` says nothing of it, and stays once an endpoint doesn't know the word. */
  thinking: 'default' | 'off' | 'unset'
}

export const firstManner: Manner = {
  form: 'json_schema',
  limit: 'max_tokens',
  temperature: true,
  thinking: 'default',
}

/** The next form that is less exact; undefined after the last. */
export const formAfter = (form: Form): Form | undefined => forms[forms.indexOf(form) + 1]

type Request = Omit<OpenAI.ChatCompletionCreateParamsNonStreaming, 'messages' | 'model'>

/** What a task adds to the request: one form of structured answer, and no more tokens than it needs. */
export function requestFor({ schema, maxTokens }: Task, manner: Manner): Request {
  const { name, schema: form } = schema
  const parameters = { ...form }
  const formed: Record<Form, Partial<Request>> = {
    json_schema: { response_format: { type: 'json_schema', json_schema: { name, schema: parameters, strict: true } } },
    tool: {
      tools: [{ type: 'function', function: { name, parameters } }],
      // A named function is what endpoints that know tools at all take without being set up for it.
      tool_choice: { type: 'function', function: { name } },
    },
    json_object: { response_format: { type: 'json_object' } },
    plain: {},
  }
  return {
    ...formed[manner.form],
    [manner.limit]: maxTokens,
    ...(manner.temperature && { temperature: 0 }),
    ...(manner.thinking === 'off' && { enable_thinking: false, chat_template_kwargs: { enable_thinking: false } }),
  }
}
