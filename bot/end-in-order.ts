import type { FastifyInstance } from 'fastify'
import { watchUnfinished } from './close-unfinished.ts'

/** How long the rest of a request is waited for once the app closes, in milliseconds; what is being answered goes on. */
const unfinishedLimitMs = 2_000

/**
 * Lets an app end without cutting anybody off. From `stopping` on every answer tells its client to close the connection;
 * once the app closes, what still comes in on open connections is answered, and half a request holds up nothing.
 */
export function endInOrder(app: FastifyInstance, stopping: AbortSignal): void {
  const closeUnfinished = watchUnfinished(app.server)
  let sweeping: NodeJS.Timeout | undefined

  app.addHook('onSend', async (_request, reply) => {
    // A body that is too large is read away first: closing at once would keep the client from reading the answer.
    if (stopping.aborted && reply.statusCode !== 413) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    sweeping = setInterval(closeUnfinished, unfinishedLimitMs)
  })
  app.addHook('onResponse', async () => {
    // A connection kept alive after its last answer would hold up the end.
    if (sweeping) setImmediate(() => app.server.closeIdleConnections())
  })
  app.addHook('onClose', async () => clearInterval(sweeping))
}
