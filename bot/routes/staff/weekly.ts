import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { forLongWork } from '../../../knowledge/database/long-work.ts'
import { dateSchema } from '../../../services/eligibility/answers.ts'
import { lastCheck, wordingChanges, wordingsSaid } from '../../../services/faq/wording-store.ts'
import { countReturned, readGaps, readQuality } from '../../../services/staff/weekly.ts'
import type { StaffDesk } from '../../staff/staff-desk.ts'
import { renderWeeklyPage } from '../../web/staff/weekly-page.ts'

const dayMs = 24 * 60 * 60 * 1000
const weekDays = 7

/** There is no year 0, and the week before is shown too. */
const firstDay = '0001-01-15'

const later = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

const querySchema = z.strictObject({
  to: dateSchema.refine((day) => day >= firstDay && day <= '9999-12-01', '没有这一周').optional(),
})

/** The report of a week that ends on a day. */
export const weeklyRoutes: FastifyPluginAsyncZod<{ desk: StaffDesk; today(): string }> = async (
  app,
  { desk: { db: usual, timeZone }, today },
) => {
  app.get('/staff/weekly', { schema: { hide: true, querystring: querySchema } }, async ({ query, member }, reply) => {
    const db = forLongWork(usual)
    const now = today()
    const { to = now } = query
    const period = { from: later(to, 1 - weekDays), to }
    const earlier = later(to, -weekDays)
    const check = await lastCheck(db)
    const page = renderWeeklyPage({
      member: member!,
      period,
      earlier,
      later: to < now ? later(to, weekDays) : undefined,
      quality: await readQuality(db, period),
      before: await readQuality(db, { from: later(earlier, 1 - weekDays), to: earlier }),
      gaps: await readGaps(db, period),
      returned: await countReturned(db),
      said: await wordingsSaid(db),
      checkedAt: check?.at,
      changes: await wordingChanges(db, period),
      timeZone,
    })
    return reply.type('text/html; charset=utf-8').send(page)
  })
}
