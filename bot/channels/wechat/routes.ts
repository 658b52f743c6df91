import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Problem } from '../../problem.ts'
import type { Answered, Request } from './answer-once.ts'
import { readIncoming } from './read-incoming.ts'
import type { Gate, Query } from './read-request.ts'
import { writeXml } from './xml.ts'

/** A text of 2,048 bytes, encrypted and in Base64, is some 4 kB; nothing that is read here is much longer. */
const bodyLimit = 64 * 1024

type Parts = {
  gate: Gate
  answer(request: Request): Promise<Answered>
  /** Aborted when nothing is taken any more. */
  stopping: AbortSignal
}

/** Where WeChat sends what people write, and takes the answer from. */
export function wechatRoutes({ gate, answer, stopping }: Parts): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body))
    const options = {
      bodyLimit,
      config: { rateLimit: false as const },
      // Before anything of the body is read.
      onRequest: async (request: FastifyRequest) => {
        if (!gate.isFromWeChat(queryOf(request))) throw new Problem(401)
        if (stopping.aborted) throw new Problem(503)
      },
      schema: { hide: true },
    }

    app.get('/wechat', options, async (request, reply) => {
      return reply.type('text/plain; charset=utf-8').send(queryOf(request).echostr ?? '')
    })

    app.post('/wechat', options, async (request, reply) => {
      const query = queryOf(request)
      const message = gate.open(query, typeof request.body === 'string' ? request.body : '')
      const incoming = message === undefined ? undefined : readIncoming(message)
      if (!incoming) throw new Problem(message === undefined ? 401 : 400)
      const gone = new AbortController()
      reply.raw.once('close', () => gone.abort())
      const answered = await answer({ incoming, sentAt: Number(query.timestamp), gone: gone.signal })
      if (answered === 'again') throw new Problem(503)
      const { text } = answered
      reply.header('cache-control', 'no-store')
      if (text === undefined) return reply.type('text/plain; charset=utf-8').send('success')
      const xml = writeXml({
        ToUserName: incoming.person,
        FromUserName: incoming.account,
        CreateTime: Math.floor(Date.now() / 1000),
        MsgType: 'text',
        Content: text,
      })
      return reply.type('text/xml; charset=utf-8').send(gate.seal(xml))
    })
  }
}

/** A name that stands in it twice counts for nothing. */
function queryOf({ query }: FastifyRequest): Query {
  const entries = Object.entries(query as Record<string, unknown>)
  return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'))
}
