import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a client of an OpenAI-compatible endpoint asked. */
export type Asked = {
  system: string
  user: string
  /** The structure it asked for, of an answer or of the arguments of a tool; undefined where it asked for none. */
  schema: object | undefined
  /** All that was sent. */
  body: Body
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

export type Body = {
  messages: { role: string; content: string }[]
  response_format?: { type: string; json_schema?: { schema: object } }
  tools?: { function: { name: string; parameters: object } }[]
  [other: string]: unknown
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
      const body = JSON.parse(text) as Body
      const { messages, response_format: format, tools } = body
      const said = (role: string) => messages.find((message) => message.role === role)?.content ?? ''
      const one = {
        system: said('system'),
        user: said('user'),
        schema: format?.json_schema?.schema ?? tools?.[0]?.function.parameters,
        body,
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

/** Answers as completions are answered; `more` takes the place of what a message or the completion has besides. */
export function complete(
  response: ServerResponse,
  content: unknown,
  more: { message?: object; usage?: object | null } = {},
): void {
  const message = { role: 'assistant', content, ...more.message }
  const usage = more.usage === undefined ? { prompt_tokens: 900, completion_tokens: 20, total_tokens: 920 } : more.usage
  const completion = {
    id: 'c',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage,
  }
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion))
}

/** Refuses or fails with a status, in these words. */
export const failing =
  (status: number, message = 'no', headers: Record<string, string> = {}): Behaviour =>
  (_, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null } }))

/** What a model is asked to pick from: candidates, questions to ask back; or to say what a question is about. */
export type Laid = {
  kind: 'pick' | 'reading' | 'words'
  question: string
  candidates: string[]
  questions: string[]
  subjects: string[]
  topics: string[]
  figures: string[]
  words: string[]
}

/** What stands numbered below a line of a prompt. */
function below(prompt: string, head: string): string[] {
  const [, after = ''] = prompt.split(`${head}\n`)
  const [part = ''] = after.split('\n\n')
  return part.split('\n').flatMap((line) => /^\[\d+\] (.*)$/u.exec(line)?.[1] ?? [])
}

export function laidOut({ system, user }: Pick<Asked, 'system' | 'user'>): Laid {
  const question = user.split('问题：\n')[1] ?? ''
  return {
    kind: system.includes('编号的答复') ? 'pick' : system.includes('项目和通知：') ? 'reading' : 'words',
    question,
    candidates: below(system, '编号的答复：'),
    questions: below(system, '可以反问的问题：'),
    subjects: below(system, '项目和通知：'),
    topics: below(system, '方面：'),
    figures: below(user, '问题里的数字：'),
    words: below(user, '编号的几处：'),
  }
}

/** Says nothing of what a question is about, and picks nothing: all stays as it was found. */
export const unhelpful = ({ kind }: Laid): object =>
  kind === 'pick'
    ? { say: [], ask: 0 }
    : kind === 'words'
      ? { words: 0 }
      : { about: [0], topic: 0, intent: 1, figures: [0], language: 1 }

/** Chooses by what is laid before it. */
export const choosing =
  (choose: (laid: Laid) => object): Behaviour =>
  (asked, response) =>
    complete(response, JSON.stringify(choose(laidOut(asked))))

/** Chooses nothing, and writes these words wherever a text may stand. */
export const liar =
  (words: string): Behaviour =>
  (asked, response) =>
    complete(response, JSON.stringify({ ...unhelpful(laidOut(asked)), text: words, answer: [words], [words]: words }), {
      message: { reasoning_content: words, refusal: words, name: words },
    })
