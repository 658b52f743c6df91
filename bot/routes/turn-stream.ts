import { Readable } from 'node:stream'
import type { FastifyBaseLogger } from 'fastify'
import type { Reply } from '../../services/reply.ts'
import type { Outcome } from '../app-services.ts'
import type { Metrics } from '../metrics.ts'
import { problemOf } from '../problem.ts'

type Take = (onReply: (reply: Reply) => void) => Promise<Outcome>

/**
 * A turn as server-sent events: per reply its text line by line as `delta` events, then the `reply`, which counts; at the end
 * `done`, or `error` with a problem. A client that goes away ends the stream, not the turn.
 */
export function streamTurn(take: Take, { metrics, log }: { metrics: Metrics; log: FastifyBaseLogger }): Readable {
  const stream = new Readable({ read: () => undefined })
  const sent = new Set<string>()

  function send(event: string, data: unknown): void {
    if (!stream.destroyed) stream.push(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  function sendReply(reply: Reply): void {
    if (sent.has(reply.id)) return
    sent.add(reply.id)
    metrics.reply(reply.kind)
    for (const text of reply.text.match(/[^\n]*\n|[^\n]+/g) ?? []) send('delta', { text })
    send('reply', reply)
  }

  async function run(): Promise<void> {
    try {
      const { conversation, replies } = await take(sendReply)
      replies.forEach(sendReply)
      send('done', { conversation })
    } catch (error) {
      const problem = problemOf(error)
      if (problem.status >= 500) log.error({ err: error }, 'turn failed')
      send('error', problem.document)
    }
    stream.push(null)
  }

  // A comment, so that the headers leave at once.
  stream.push(': 知询\n\n')
  void run()
  return stream
}
