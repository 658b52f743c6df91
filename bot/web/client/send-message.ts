import type { Reply } from '../../../services/reply.ts'
import { readEvents } from './event-stream.ts'
import { failureWords, problemWords, SendFailure } from './failure-words.ts'
import type { Language } from './language.ts'

/** `language` counts where the message itself shows none, such as a command. */
export type Message = { conversation?: string; message: string; language?: Language }
export type OnReply = (reply: Reply) => void

const patienceMs = 60_000
const canStream = typeof TextDecoder === 'function' && typeof Response === 'function' && 'body' in Response.prototype

/**
 * Sends a message and hands on what comes back, as it comes.
 *
 * @param key Marks this message: sent again with the same key it is still the same message.
 * @returns The id of the conversation.
 * @throws {SendFailure} With words for the person, whatever went wrong.
 */
export async function sendMessage(
  message: Message,
  key: string,
  onReply: OnReply,
  stop: AbortSignal,
  language: Language = 'zh',
): Promise<string> {
  const words = failureWords(language)
  const waiting = new AbortController()
  stop.addEventListener('abort', () => waiting.abort())
  let timer = 0
  const patient = () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => waiting.abort(), patienceMs)
  }
  patient()
  try {
    const response = await fetch('/api/chat', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: canStream ? 'text/event-stream, application/json;q=0.9' : 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(message),
      signal: waiting.signal,
    })
    if (!response.ok) throw await failureOf(response, language)
    const isStream = (response.headers.get('content-type') ?? '').startsWith('text/event-stream')
    return await (isStream ? takeStream(response, onReply, patient, language) : takeJson(response, onReply))
  } catch (error) {
    if (error instanceof SendFailure) throw error
    if (waiting.signal.aborted) throw new SendFailure(words.slow)
    throw new SendFailure(navigator.onLine === false ? words.offline : words.unreachable)
  } finally {
    clearTimeout(timer)
  }
}

async function failureOf(response: Response, language: Language): Promise<SendFailure> {
  const problem = await response.json().catch(() => ({}))
  const words = problemWords(response.status, problem, response.headers.get('retry-after'), language)
  return new SendFailure(words, response.status)
}

async function takeJson(response: Response, onReply: OnReply): Promise<string> {
  const { conversation, replies } = (await response.json()) as { conversation: string; replies: Reply[] }
  replies.forEach(onReply)
  return conversation
}

async function takeStream(
  response: Response,
  onReply: OnReply,
  alive: () => void,
  language: Language,
): Promise<string> {
  const words = failureWords(language)
  if (!response.body) throw new SendFailure(words.broken)
  for await (const { event, data } of readEvents(response.body)) {
    alive()
    const value = JSON.parse(data)
    if (event === 'reply') onReply(value)
    else if (event === 'done') return value.conversation
    else if (event === 'error') throw new SendFailure(problemWords(value.status, value, null, language), value.status)
  }
  throw new SendFailure(words.broken)
}
