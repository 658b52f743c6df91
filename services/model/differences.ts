import { formAfter, type Manner } from './manner.ts'
import type { Told } from './read-completion.ts'

/** A way in which endpoints that call themselves compatible differ, and how they are spoken to from then on. */
export type Difference = { of: string; when: RegExp; then: (manner: Manner) => Partial<Manner> }

const lessExact = ({ form }: Manner): Partial<Manner> => ({ form: formAfter(form) ?? form })

/** What endpoints say when they refuse a request, the first that fits. */
export const refusals: readonly Difference[] = [
  {
    of: 'Qwen: thinks first, unless streamed or told not to',
    when: /enable[_ ]thinking (?:must be|can ?not|is true)|when enable_thinking/iu,
    then: ({ thinking }) => ({ thinking: thinking === 'default' ? 'off' : 'unset' }),
  },
  {
    of: 'OpenAI, Azure: know no word for thinking',
    when: /(?:unrecognized|unknown|unexpected|extra|not permitted).*(?:enable_thinking|chat_template_kwargs)|(?:enable_thinking|chat_template_kwargs).*(?:unrecognized|unknown|unexpected|not permitted)/iu,
    then: () => ({ thinking: 'unset' }),
  },
  {
    of: 'OpenAI: newer models count completion tokens',
    when: /max_completion_tokens/iu,
    then: () => ({ limit: 'max_completion_tokens' }),
  },
  {
    of: 'OpenAI: models that reason take no temperature',
    when: /temperature/iu,
    then: () => ({ temperature: false }),
  },
  {
    of: 'DeepSeek: no json_schema, but tools',
    when: /response_format type is unavailable|json_schema/iu,
    then: lessExact,
  },
  {
    of: 'vLLM, Ollama: models without tools',
    when: /tool[_ ]?choice|tool-call|support tools|tools/iu,
    then: lessExact,
  },
]

/**
 * How to go on after a refusal: as the table says, else with the next form. Undefined where nothing is left to change.
 *
 * @param said Why the endpoint refused, in its own words; they are only looked at here.
 */
export function afterRefusal(said: string, manner: Manner): Manner | undefined {
  const row = refusals.find(({ when, then }) => when.test(said) && isChange(manner, then(manner)))
  const change = row?.then(manner) ?? lessExact(manner)
  return isChange(manner, change) ? { ...manner, ...change } : undefined
}

const isChange = (manner: Manner, change: Partial<Manner>): boolean =>
  Object.entries(change).some(([key, value]) => manner[key as keyof Manner] !== value)

/**
 * How to go on after an answer: vLLM and Ollama think aloud until they are told not to; DeepSeek at times answers a request
 * for a JSON object with nothing.
 */
export function afterAnswer({ text, thoughtAloud }: Told, manner: Manner): Manner {
  if (thoughtAloud && manner.thinking === 'default') return { ...manner, thinking: 'off' }
  return text === '' && !thoughtAloud ? { ...manner, ...lessExact(manner) } : manner
}
