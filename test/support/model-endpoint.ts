import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a client of an OpenAI-compatible endpoint asked. */
export type Asked = {
  system: string
  user: string
  /** The structure it asked for; undefined where it asked for none. */
  schema: object | undefined
  headers: IncomingMessage['headers']
}

/** How an endpoint behaves: it writes the whole of its answer to a request itself. */
export type Behaviour = (asked: Asked, response: ServerResponse) => Promise<void> | void

export type ModelEndpoint = {
  url: string
  asked: Asked[]
  /** The texts that vectors were asked for, request by request. */
  embedded: string[][]
  behave(behaviour: Behaviour): void
  embedWith(embedder: (text: string) => number[] | undefined): void
  /** Answers requests for vectors in its own way from now on. */
  behaveEmbedding(behaviour: (headers: IncomingMessage['headers'], response: ServerResponse) => void): void
}

type Body = {
  messages: { role: string; content: string }[]
  response_format?: { json_schema?: { schema: object } }
}

/** An OpenAI-compatible endpoint on loopback, over real HTTP, for one test or file. */
export async function startModelEndpoint(behaviour: Behaviour, stop = onTestFinished): Promise<ModelEndpoint> {
  const asked: Asked[] = []
  const embedded: string[][] = []
  let current = behaviour
  let vectorOf: (text: string) => number[] | undefined = () => undefined
  let embeddingBehaviour: Parameters<ModelEndpoint['behaveEmbedding']>[0] | undefined
  function embed(input: string[], response: ServerResponse): void {
    embedded.push(input)
    const vectors = input.map(vectorOf)
    if (vectors.includes(undefined)) return void response.writeHead(503).end()
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }))
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ object: 'list', data, model: 'e' }))
  }
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      if (request.url?.endsWith('/embeddings') && embeddingBehaviour)
        return embeddingBehaviour(request.headers, response)
      if (request.url?.endsWith('/embeddings')) return embed((JSON.parse(text) as { input: string[] }).input, response)
      const { messages, response_format: format } = JSON.parse(text) as Body
      const said = (role: string) => messages.find((message) => message.role === role)?.content ?? ''
      const one = {
        system: said('system'),
        user: said('user'),
        schema: format?.json_schema?.schema,
        headers: request.headers,
      }
      asked.push(one)
      void current(one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    embedded,
    behave: (next) => void (current = next),
    embedWith: (next) => void (vectorOf = next),
    behaveEmbedding: (next) => void (embeddingBehaviour = next),
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Streams a text as completions are streamed, a few characters at a time. */
export async function stream(
  response: ServerResponse,
  text: string,
  options: { everyMs?: number; breakAt?: number } = {},
) {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const pieces = text.match(/[^]{1,12}/gu) ?? []
  for (const [at, content] of pieces.entries()) {
    if (at === options.breakAt) return void response.destroy()
    const chunk = {
      id: 'c',
      object: 'chat.completion.chunk',
      created: 0,
      model: 'm',
      choices: [{ index: 0, delta: { content } }],
    }
    response.write(`data: ${JSON.stringify(chunk)}\n\n`)
    if (options.everyMs) await pause(options.everyMs)
  }
  response.end('data: [DONE]\n\n')
}

/** Fills in whatever structure is asked for, each text with these words. */
export function filled(schema: unknown, words: string): unknown {
  const { type, properties = {}, items } = schema as { type?: string; properties?: object; items?: unknown }
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([key, of]) => [key, filled(of, words)]))
  if (type === 'array') return [filled(items, words)]
  return type === 'integer' || type === 'number' ? 1 : type === 'boolean' ? true : words
}

/** Lies in whatever structure it is asked for. */
export const liar =
  (words: string): Behaviour =>
  ({ schema }, response) =>
    stream(response, schema ? JSON.stringify(filled(schema, words)) : words)

/** Says what the clauses say that it is given, sentence by sentence, and nothing else. */
export const echo =
  (options: { everyMs?: number; breakAt?: number } = {}): Behaviour =>
  ({ user, schema }, response) => {
    const isAnswer = JSON.stringify(schema ?? {}).includes('sentences')
    if (!isAnswer) return stream(response, JSON.stringify(filled(schema, '')), options)
    const clauses = [...user.matchAll(/^\[(\d+)\] (?:「[^」\n]*」)?(.+)$/gmu)]
    const sentences = clauses.flatMap(([, number, text = '']) =>
      text
        .split('。')
        .filter((one) => one.trim() !== '')
        .map((one) => ({ text: `根据通知，${one.replace(/^\s*\d+[.、]\s*/u, '')}。`, clauses: [Number(number)] })),
    )
    return stream(response, JSON.stringify({ sentences }), options)
  }
