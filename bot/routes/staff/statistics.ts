import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { periodOf, readOverview } from '../../staff/overview.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { periodSchema } from './period-schema.ts'

const count = z.int()

const overviewSchema = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  byDay: z.array(z.object({ day: z.string(), status: z.string(), count })),
  groups: z.array(z.object({ id: z.int(), turn: z.string(), text: z.string(), count })),
  clauses: z.array(z.object({ notice: z.string(), clause: z.string(), count })),
  times: z.array(z.object({ day: z.string(), median: z.number(), p95: z.number() })),
  interviews: z.array(z.object({ programme: z.string(), begun: count, finished: count, givenUp: count })),
  givenUp: z.array(z.object({ programme: z.string(), key: z.string(), count })),
  criteria: z.array(
    z.object({ programme: z.string(), id: z.string(), title: z.string(), unmet: count, unknown: count }),
  ),
  returned: count,
})

export const statisticsRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk, today },
) => {
  app.get(
    '/api/staff/statistics',
    {
      schema: {
        summary: '一段时间的统计，不说就是最近三十天',
        querystring: periodSchema,
        response: { 200: overviewSchema.describe('统计') },
      },
    },
    ({ query }) => readOverview(desk, periodOf(today(), query), today()),
  )
}
