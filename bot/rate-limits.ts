import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ChosenOptions } from './app-options.ts'
import { Problem } from './problem.ts'

/**
 * How much more a network may send than one address in it: room for an office or a mobile carrier behind several
 * addresses, and a bound for whoever has a whole network.
 */
const networkFactor = 5

type Limited = Pick<ChosenOptions, 'requestsPerMinute' | 'unlimitedAddresses'>

/**
 * Limits what an address, and then a network, may send per minute; a route may set its own limit, or none. Each limit
 * remembers 5000 clients (the plugin's default) and forgets the one heard of longest ago first.
 */
export function limitRates(app: FastifyInstance, { requestsPerMinute, unlimitedAddresses }: Limited): void {
  app.register(rateLimit, {
    max: requestsPerMinute,
    keyGenerator: ({ client }: FastifyRequest) => client.address,
    allowList: ({ client }: FastifyRequest) => client.isDirect && unlimitedAddresses.includes(client.address),
  })
  app.after(() => {
    const limit = limiter(app, requestsPerMinute * networkFactor, ({ client }) => client.network)
    // After the address, which is seen to as a request comes in: one address alone can't use up its network's share.
    app.addHook('preParsing', async (request, reply) => {
      if (request.routeOptions.config.rateLimit === undefined) await limit(request, reply)
    })
  })
}

type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>
type TurnLimits = Pick<ChosenOptions, 'turnsPerMinute' | 'conversationTurnsPerMinute'>

/** Limits the turns of a conversation and of a network; those of an address are the route's own limit. */
export function limitTurns(app: FastifyInstance, { turnsPerMinute, conversationTurnsPerMinute }: TurnLimits): Limit {
  const byNetwork = limiter(app, turnsPerMinute * networkFactor, ({ client }) => client.network)
  const byConversation = limiter(app, conversationTurnsPerMinute, ({ body }) => conversationOf(body)!)
  return async (request, reply) => {
    if (conversationOf(request.body) !== undefined) await byConversation(request, reply)
    await byNetwork(request, reply)
  }
}

const conversationOf = (body: unknown): string | undefined => (body as { conversation?: string }).conversation

function limiter(app: FastifyInstance, max: number, keyGenerator: (request: FastifyRequest) => string): Limit {
  const count = app.createRateLimit({ max, keyGenerator })
  return async (request, reply) => {
    const found = await count(request)
    if (found.isAllowed || !found.isExceeded) return
    reply.header('retry-after', found.ttlInSeconds)
    throw new Problem(429)
  }
}
