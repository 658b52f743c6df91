import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renderPrompt } from '../../../prompts/render-prompt.ts'
import { refusals } from '../../../services/model/differences.ts'
import { openEndpoint } from '../../../services/model/endpoint.ts'
import { choose, numberTo } from '../../../services/model/structured.ts'
import { type Asked, complete, failing, startModelEndpoint } from '../../support/model-endpoint.ts'

const schema = z.object({ say: z.array(numberTo(3)), ask: numberTo(2) })
const prompt = renderPrompt('pick-answer', { question: '要几件', conversation: '', candidates: '', questions: '' })
const json = '{"say":[2],"ask":0}'

type Endpoint = (asked: Asked, response: ServerResponse) => void

/** Calls the tool where one is offered. */
const call = (response: ServerResponse, args: unknown): void =>
  complete(response, null, {
    message: { tool_calls: [{ id: 't', type: 'function', function: { name: 'pick', arguments: args } }] },
  })

/** Refuses what it doesn't take, in the words that such endpoints use. */
const refusing =
  (rules: [(asked: Asked) => boolean, string][], otherwise: Endpoint): Endpoint =>
  (asked, response) => {
    const [, why] = rules.find(([isRefused]) => isRefused(asked)) ?? []
    return why === undefined ? otherwise(asked, response) : void failing(400, why)(asked, response)
  }

const says: Endpoint = (_, response) => complete(response, json)
const wants =
  (type: string) =>
  ({ body }: Asked) =>
    body.response_format?.type === type
const offersTool = ({ body }: Asked) => body.tools !== undefined

/** Endpoints as they behave: how often each is asked until it is understood, and in which form it is from then on. */
const endpoints: [
  name: string,
  behaviour: Endpoint,
  tries: number,
  form: 'json_schema' | 'tool' | 'json_object' | 'plain',
][] = [
  ['OpenAI: takes a schema', says, 1, 'json_schema'],
  [
    'OpenAI, newer models: count completion tokens and take no temperature',
    refusing(
      [
        [
          ({ body }) => 'max_tokens' in body,
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        ],
        [
          ({ body }) => 'temperature' in body,
          "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
        ],
      ],
      says,
    ),
    3,
    'json_schema',
  ],
  [
    'DeepSeek: has no schema, but tools',
    refusing([[wants('json_schema'), 'This response_format type is unavailable now']], (_, response) =>
      call(response, json),
    ),
    2,
    'tool',
  ],
  [
    'Qwen: thinks unless told not to, and then takes a schema',
    refusing(
      [
        [
          ({ body }) => body.enable_thinking !== false,
          'parameter.enable_thinking must be set to false for non-streaming calls',
        ],
      ],
      says,
    ),
    2,
    'json_schema',
  ],
  [
    'vLLM without guided decoding: tools by name alone',
    refusing(
      [
        [wants('json_schema'), 'json_schema is not supported by the guided decoding backend'],
        [
          ({ body }) => JSON.stringify(body.tool_choice ?? '').includes('auto'),
          '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
        ],
      ],
      (_, response) => call(response, json),
    ),
    2,
    'tool',
  ],
  [
    'Ollama with a model without tools: JSON, in a fence',
    refusing(
      [
        [wants('json_schema'), 'json: cannot unmarshal object: json_schema'],
        [offersTool, 'registry.ollama.ai/library/gemma:2b does not support tools'],
      ],
      (_, response) => complete(response, `\`\`\`json\n${json}\n\`\`\``),
    ),
    3,
    'json_object',
  ],
  [
    'a gateway that knows no structured output at all',
    refusing(
      [
        [({ body }) => body.response_format !== undefined, 'unknown field response_format'],
        [offersTool, 'tools: extra inputs are not permitted'],
      ],
      (_, response) => complete(response, `好的：${json}。`),
    ),
    4,
    'plain',
  ],
]

const formOf = ({ body }: Asked) => body.response_format?.type ?? (body.tools ? 'tool' : 'plain')

describe('each endpoint is understood in its own manner, and asked but once from then on', () => {
  test.each(endpoints)('%s', async (_, behaviour, tries, form) => {
    const endpoint = await startModelEndpoint(behaviour)
    const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
    const pick = () => choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 30_000)
    expect(await pick()).toEqual({ say: [2], ask: 0 })
    expect(endpoint.asked).toHaveLength(tries)
    expect(await pick()).toEqual({ say: [2], ask: 0 })
    expect(endpoint.asked).toHaveLength(tries + 1)
    expect(formOf(endpoint.asked.at(-1)!)).toBe(form)
  })
})

/** Where the same choice may stand in an answer. */
const answers: [name: string, write: (response: ServerResponse) => void][] = [
  ['content', (response) => complete(response, json)],
  ['content in parts', (response) => complete(response, [{ type: 'text', text: json }])],
  ['content that is the object itself', (response) => complete(response, { say: [2], ask: 0 })],
  ['a fence', (response) => complete(response, `\`\`\`json\n${json}\n\`\`\``)],
  ['words around it', (response) => complete(response, `我选第二个。${json}\n希望有帮助！`)],
  ['what was thought before it', (response) => complete(response, `<think>{"say":[1]} 不对…</think>\n${json}`)],
  ['arguments of a tool', (response) => call(response, json)],
  ['arguments that are the object itself', (response) => call(response, { say: [2], ask: 0 })],
  [
    'arguments of a function as they were called before',
    (response) => complete(response, null, { message: { function_call: { name: 'pick', arguments: json } } }),
  ],
  ['numbers written as texts', (response) => complete(response, '{"say":["2"],"ask":"0"}')],
  ['more than was asked for', (response) => complete(response, '{"say":[2],"ask":0,"text":"经费取消"}')],
]

describe('a choice is read wherever it stands', () => {
  test.each(answers)('%s', async (_, write) => {
    const endpoint = await startModelEndpoint((_asked, response) => write(response))
    const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
    const choice = choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 30_000)
    expect(await choice).toEqual({ say: [2], ask: 0 })
  })
})

describe('what is no choice is none', () => {
  test.each([
    '',
    '{}',
    '{"say":[4],"ask":0}',
    '{"say":[-1],"ask":0}',
    '{"say":[1.5],"ask":0}',
    '{"say":["市知识产权局取消经费支持"],"ask":0}',
    '{"say":[2],"ask":3}',
    '{"say":2}',
    '[2]',
    '2',
    'null',
    '选第二个',
    `${'{"say":['.repeat(10_000)}`,
  ])('%.40s', async (text) => {
    const endpoint = await startModelEndpoint((_asked, response) => complete(response, text))
    const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
    const choice = choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 30_000)
    await expect(choice).rejects.toMatchObject({ name: 'ModelFailure', kind: 'unreadable' })
  })
})

test('an endpoint that thinks aloud is told not to from the next request on', async () => {
  const endpoint = await startModelEndpoint((_, response) =>
    complete(response, json, { message: { reasoning_content: '先想一想' } }),
  )
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  const pick = () => choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 30_000)
  await pick()
  await pick()
  expect(endpoint.asked.map(({ body }) => body.enable_thinking)).toEqual([undefined, false])
  expect(endpoint.asked[1]!.body.chat_template_kwargs).toEqual({ enable_thinking: false })
})

test('of a refusal only the beginning is read, however long it is', async () => {
  const why = `${'unknown '.repeat(30_000)}max_completion_tokens`
  const endpoint = await startModelEndpoint(
    refusing([[wants('json_schema'), why]], (_, response) => complete(response, json)),
  )
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  await choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 30_000)
  expect(endpoint.asked.map(({ body }) => Object.keys(body).includes('max_tokens'))).toEqual([true, true])
})

test('an answer that never ends is broken off, whoever waits for it', async () => {
  const endpoint = await startModelEndpoint((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const more = () => {
      while (response.write('x'.repeat(64 * 1024)));
      response.once('drain', more)
    }
    more()
  })
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  const choice = choose(ask, { name: 'pick', prompt, schema, maxTokens: 60 }, performance.now() + 60_000)
  await expect(choice).rejects.toMatchObject({ name: 'ModelFailure' })
})

test('what is known of each endpoint says whose it is, and stands in the table once', () => {
  expect(refusals.map(({ of }) => of.split(/[:,]/u)[0])).toEqual(
    expect.arrayContaining(['Qwen', 'OpenAI', 'DeepSeek', 'vLLM']),
  )
  expect(new Set(refusals.map(({ of }) => of)).size).toBe(refusals.length)
})

test('every prompt asks for JSON by name, as DeepSeek and Qwen demand of a request for a JSON object', () => {
  const filled = [
    prompt,
    renderPrompt('read-question', { question: '', conversation: '', scopes: '', topics: '', figures: '' }),
    renderPrompt('read-interview-answer', { prompt: '', takes: '', said: '', words: '' }),
  ]
  for (const { system } of filled) expect(system).toMatch(/JSON/u)
})
