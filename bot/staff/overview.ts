import { forLongWork } from '../../knowledge/database/long-work.ts'
import type { Period } from '../../services/staff/statistics.ts'
import { countQuestions, measureTimes, titlesOfGroups } from '../../services/staff/statistics.ts'
import { countCriteria, countGivenUp, countInterviews } from '../../services/staff/interview-statistics.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { returnFaqs } from '../../services/faq/return-faqs.ts'
import type { StaffDesk } from './staff-desk.ts'

export type Overview = Awaited<ReturnType<typeof readOverview>>

const shownDays = 30
/** There is no year 0. */
const firstDay = '0001-01-01'
const dayMs = 24 * 60 * 60 * 1000

/** The period asked for; without one the thirty days up to today. */
export function periodOf(today: string, { from, to = today }: { from?: string | undefined; to?: string | undefined }) {
  const first = new Date(Date.parse(to) - (shownDays - 1) * dayMs).toISOString().slice(0, 10)
  return { from: from ?? (first < firstDay ? firstDay : first), to } satisfies Period
}

/**
 * All that the first page shows of a period.
 *
 * @param binned Of how many days the stretches are whose response times are told.
 */
export async function readOverview({ db: usual, known }: StaffDesk, period: Period, today: string, binned = 1) {
  const db = forLongWork(usual)
  const { byDay, groups, clauses } = await countQuestions(db, period)
  await returnFaqs(db, known().catalogue, today)
  const titles = await titlesOfGroups(
    db,
    groups.map(({ id }) => id),
  )
  return {
    period,
    byDay,
    groups: groups.flatMap(({ id, count }) => {
      const last = titles.get(id)
      return last ? [{ id, count, ...last }] : []
    }),
    clauses,
    times: await measureTimes(db, period, binned),
    interviews: await countInterviews(db, period),
    givenUp: await countGivenUp(db, period),
    criteria: await countCriteria(db, period),
    returned: (await listFaqs(db, ['returned'])).length,
  }
}
