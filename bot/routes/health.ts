import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RouteOptions } from '../app-options.ts'
import { readinessSchema } from '../app-services.ts'
import { figuresOf } from '../figures-of.ts'
import { Problem } from '../problem.ts'
import { within } from './within.ts'

/** For those who watch over the process; never limited, and logged only when something is wrong. */
const watching = { config: { rateLimit: false as const }, logLevel: 'warn' as const }

export const healthRoutes: FastifyPluginAsyncZod<RouteOptions> = async (app, { services, metrics, options }) => {
  app.get(
    '/healthz',
    {
      ...watching,
      schema: { summary: '进程在运行', response: { 200: z.object({ status: z.literal('ok') }).describe('在运行') } },
    },
    async () => ({ status: 'ok' as const }),
  )

  app.get(
    '/readyz',
    {
      ...watching,
      schema: { summary: '数据库可用，通知已建立索引', response: { 200: readinessSchema.describe('就绪') } },
    },
    async () => {
      if (options.stopping.aborted) throw new Problem(503, '正在停止。')
      const state = await within(5_000, services.ready())
      if (!state.database) throw new Problem(503, '数据库暂时不可用。')
      const { faults = [] } = state
      // Answers that can be given are given; balancers send new people to a process that can keep what they ask.
      if (faults.length > 0)
        throw new Problem(
          503,
          faults.map(({ message }) => message).join(''),
          faults.map(({ part, message }) => ({ path: part, message })),
        )
      if (state.notices === 0) throw new Problem(503, '通知尚未建立索引。')
      return state
    },
  )

  app.get(
    '/metrics',
    {
      ...watching,
      schema: {
        summary: 'Prometheus 指标',
        response: { 200: { description: '指标', content: { 'text/plain': { schema: z.string() } } } },
      },
    },
    async (_request, reply) => {
      if (options.hasMetricsPort) throw new Problem(404)
      const { contentType, text } = figuresOf(services, metrics)
      return reply
        .type(contentType)
        .serializer(String)
        .send(await text())
    },
  )

  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
