import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Interview } from '../conversations/interview.ts'
import { shownOf } from '../eligibility/shown-check.ts'
import { heard } from '../interview/follow-changes.ts'
import type { InterviewKnowledge } from '../interview/message.ts'
import { assessmentOf } from '../interview/verdict-replies.ts'
import { changeNews } from './reminder-replies.ts'

/** Checks at a time: their transaction is short. */
const batch = 50

/** A check that is watched; `held` is the programme of the check that its conversation is at. */
type Watched = { id: number; conversation: string; interview: Interview; held: string | null }

/**
 * Holds every check that is watched against the rules in use where those are others than its person has heard of, and writes
 * down what there is to tell, once, whichever processes are at it.
 */
export async function watchChecks(db: Database, known: InterviewKnowledge, today: string): Promise<void> {
  const versions = Object.fromEntries([
    ...known.programmes.map(({ id, rulesVersion }) => [id, rulesVersion] as const),
    ...(known.suspended ?? []).map((one) => [one.id, heard(one)] as const),
  ])
  for (let count = batch; count === batch;)
    count = await db.transaction().execute((trx) => watchSome(trx, versions, known, today))
}

async function watchSome(
  trx: Database,
  versions: Record<string, string>,
  known: InterviewKnowledge,
  today: string,
): Promise<number> {
  // Whoever deletes a conversation holds it first too, so that neither waits for the other.
  const { rows } = await sql<Watched>`
    select s.id, s.conversation, s.interview,
      coalesce(c.state #>> '{interview,programme}', (
        select i.interview ->> 'programme' from shared_interview i where i.code = c.state ->> 'code')) as held
    from subscription s join conversation c on c.id = s.conversation
    where s.what = 'check' and s.ended_at is null and s.interview is not null
      and exists (
        select from jsonb_each_text(${JSON.stringify(versions)}::jsonb) v
        where v.key = s.subject and v.value is distinct from s.rules)
    order by s.id limit ${batch}
    for key share of c skip locked for update of s skip locked`.execute(trx)
  for (const row of rows) await watchOne(trx, row, versions[row.interview.programme]!, known, today)
  return rows.length
}

async function watchOne(
  trx: Database,
  { id, conversation, interview, held }: Watched,
  rules: string,
  known: InterviewKnowledge,
  today: string,
): Promise<void> {
  const programme = known.programmes.find((one) => one.id === interview.programme)
  const reply = changeNews(interview, known, today, held === interview.programme)
  const shown = programme ? shownOf(assessmentOf({ programme, interview, known, today })) : interview.shown
  const next: Interview = { ...interview, rules, ...(shown && { shown }) }
  await trx
    .updateTable('subscription')
    .set({ rules, interview: JSON.stringify(next) })
    .where('id', '=', id)
    .execute()
  if (!reply) return
  // The version that was heard of was moved on with it: the event needs no name that others would give it too.
  const values = { subscription: id, conversation, event: `rules ${randomUUID()}`, reply: JSON.stringify(reply) }
  await trx
    .insertInto('delivery')
    .values({ ...values, due_at: sql<Date>`clock_timestamp()` })
    .execute()
}
