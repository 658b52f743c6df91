import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/** Days (YYYY-MM-DD), both included. */
export type Period = { from: string; to: string }

export type DayCount = { day: string; status: string; count: number }
export type ClauseCount = { notice: string; clause: string; count: number }

/** Response times of a day in milliseconds. */
export type DayTimes = { day: string; median: number; p95: number }

const mostGroups = 10
const mostClauses = 10

type Row = {
  day: string | null
  status: string | null
  question_group: number | null
  notice: string | null
  clause: string | null
  count: number
  rank: number
}

const inPeriod = ({ from, to }: Period): RawBuilder<unknown> => sql`day between ${from} and ${to}`

/**
 * Counts the questions of a period: by day and status, by group, and by the clause they were answered from; of the last
 * two the largest ten. In one pass over the questions, of which there are many.
 */
export async function countQuestions(db: Database, period: Period) {
  const { rows } = await sql<Row>`
    select * from (
      select day, status, question_group, notice, clause, count(*) as count,
        row_number() over (partition by grouping(day, question_group, clause) order by count(*) desc) as rank,
        grouping(day) as no_day, grouping(question_group) as no_group
      from question where ${inPeriod(period)}
      group by grouping sets ((day, status), (question_group), (notice, clause))
    ) as counted
    where no_day = 0 or (no_group = 0 and rank <= ${mostGroups})
      or (clause is not null and rank <= ${mostClauses + 1})`.execute(db)
  const byDay = rows.flatMap(({ day, status, count }) => (day && status ? [{ day, status, count }] : []))
  const groups = rows.flatMap(({ question_group: id, count }) => (id === null ? [] : [{ id, count }]))
  const clauses = rows.flatMap(({ notice, clause, count }) => (notice && clause ? [{ notice, clause, count }] : []))
  return {
    byDay: byDay.toSorted((a, b) => a.day.localeCompare(b.day)) satisfies DayCount[],
    groups: groups.toSorted((a, b) => b.count - a.count),
    clauses: clauses.toSorted((a, b) => b.count - a.count).slice(0, mostClauses) satisfies ClauseCount[],
  }
}

/** How long answers took day by day, or in stretches of some days that end with the period; `day` is the last of each. */
export async function measureTimes(db: Database, period: Period, days = 1): Promise<DayTimes[]> {
  const { rows } = await sql<DayTimes>`
    select to_char(${period.to}::date - ${days}::integer * ((${period.to}::date - day) / ${days}::integer), 'YYYY-MM-DD') as day,
      percentile_disc(0.5) within group (order by duration_ms) as median,
      percentile_disc(0.95) within group (order by duration_ms) as p95
    from question where ${inPeriod(period)} group by 1 order by 1`.execute(db)
  return rows
}

/** The last question of each of some groups, which stands for it. */
export async function titlesOfGroups(
  db: Database,
  ids: number[],
): Promise<Map<number, { turn: string; text: string }>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; turn: string; text: string }>`
    select g.id, last.turn, last.text from unnest(${ids}::int[]) as g (id)
    cross join lateral (
      select q.turn, t.text from question q join turn t on t.id = q.turn
      where q.question_group = g.id order by q.created_at desc limit 1
    ) as last`.execute(db)
  return new Map(rows.map(({ id, turn, text }) => [id, { turn, text }]))
}
