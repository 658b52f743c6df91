import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Period } from './statistics.ts'

/** After so many minutes without a word an interview counts as given up; it can still be gone on with. */
const restMinutes = 30

export type GivenUp = { programme: string; key: string; count: number }
export type CriterionCount = { programme: string; id: string; title: string; unmet: number; unknown: number }
export type InterviewCount = { programme: string; begun: number; finished: number; givenUp: number }

const givenUp = sql<boolean>`verdict is null
  and (is_cancelled or updated_at < now() - make_interval(mins => ${restMinutes}))`

/** How many interviews were begun, finished and given up in a period, programme by programme. */
export async function countInterviews(db: Database, { from, to }: Period): Promise<InterviewCount[]> {
  return db
    .selectFrom('interview_record')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('programme')
    .orderBy('programme')
    .select([
      'programme',
      sql<number>`count(*)`.as('begun'),
      sql<number>`count(*) filter (where verdict is not null)`.as('finished'),
      sql<number>`count(*) filter (where ${givenUp})`.as('givenUp'),
    ])
    .execute()
}

/** At which question interviews were given up, the most frequent first. `key` is a fact's, or `summary`. */
export async function countGivenUp(db: Database, { from, to }: Period): Promise<GivenUp[]> {
  return db
    .selectFrom('interview_record')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(givenUp)
    .where('open_key', 'is not', null)
    .groupBy(['programme', 'open_key'])
    .select(['programme', sql<string>`open_key`.as('key'), sql<number>`count(*)`.as('count')])
    .orderBy('count', 'desc')
    .limit(10)
    .execute()
}

/** Which criteria were most often unmet or left unknown in the assessments of a period. */
export async function countCriteria(db: Database, { from, to }: Period): Promise<CriterionCount[]> {
  const { rows } = await sql<CriterionCount>`
    select programme, c->>'id' as id, max(c->>'title') as title,
      count(*) filter (where c->>'status' = 'unmet') as unmet,
      count(*) filter (where c->>'status' = 'unknown') as unknown
    from interview_record cross join lateral jsonb_array_elements(criteria) as c
    where criteria is not null and day between ${from} and ${to}
    group by programme, c->>'id'
    having count(*) filter (where c->>'status' in ('unmet', 'unknown')) > 0
    order by count(*) filter (where c->>'status' in ('unmet', 'unknown')) desc limit 10`.execute(db)
  return rows
}
