import { sql } from 'kysely'
import { forLongWork } from '../../knowledge/database/long-work.ts'
import type { Database } from '../../knowledge/database/schema.ts'

/** Puts each question that is in the log so many times more into it, with its turn and replies. */
export async function manyTurns(db: Database, times: number): Promise<void> {
  await sql`
    with copied as (select q.turn from question q where q.turn not like 'copy-%'),
    turns as (
      insert into turn (id, conversation, ordinal, text, status, duration_ms, log)
      select 'copy-' || n || '-' || t.id, t.conversation, 1000000 + n * 100 + t.ordinal, t.text || ' ' || n, t.status, t.duration_ms, t.log
      from turn t join copied c on c.turn = t.id, generate_series(1, ${sql.lit(times)}) n returning id),
    replies as (
      insert into reply (id, turn, ordinal, body)
      select 'copy-' || n || '-' || r.id, 'copy-' || n || '-' || r.turn, r.ordinal, r.body
      from reply r join copied c on c.turn = r.turn, generate_series(1, ${sql.lit(times)}) n returning id)
    insert into question (turn, question_group, created_at, day, channel, status, duration_ms, notice, clause, programme, is_unsure, helpful, searched)
    select 'copy-' || n || '-' || q.turn, q.question_group, q.created_at - make_interval(secs => n), q.day, q.channel, q.status,
      q.duration_ms, q.notice, q.clause, q.programme, q.is_unsure, q.helpful, q.searched
    from question q join copied c on c.turn = q.turn, generate_series(1, ${sql.lit(times)}) n`.execute(forLongWork(db))
}
