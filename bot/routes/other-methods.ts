import type { FastifyInstance, FastifyPluginAsync, HTTPMethods } from 'fastify'
import { Problem } from '../problem.ts'

const methods: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']

/**
 * Answers 405 for the methods that no route of a known path takes. Call it before any route is registered, and
 * register what it returns after all others.
 */
export function otherMethodRoutes(app: FastifyInstance): FastifyPluginAsync {
  const takenByPath = new Map<string, string[]>()
  app.addHook('onRoute', ({ url, method }) => {
    takenByPath.set(url, [...(takenByPath.get(url) ?? []), ...[method].flat()])
  })

  return async (last) => {
    for (const [url, taken] of [...takenByPath]) {
      last.route({
        method: methods.filter((method) => !taken.includes(method)),
        url,
        schema: { hide: true },
        onRequest: async (_request, reply) => {
          reply.header('allow', taken.join(', '))
          throw new Problem(405)
        },
        handler: () => undefined,
      })
    }
  }
}
