import type { Database } from '../../../knowledge/database/schema.ts'
import type { TurnLog } from '../../../services/conversations/turn-log.ts'

/**
 * How a message was treated, as far as the stages of a benchmark need it: whatever answers questions can tell as much.
 * `question` is the question as it was read; `candidates` are clauses, `NOTICE#CLAUSE`, best first, at least the first three
 * where any were looked at; `status` is how it ended.
 */
export type Trace = { question: string; candidates: string[]; status: string }

/** The trace of a turn from its log. The log keeps the clauses used and the next five of the ranking, with their scores. */
export async function readTrace(db: Database, turn: string): Promise<Trace> {
  const row = await db.selectFrom('turn').select(['text', 'status', 'log']).where('id', '=', turn).executeTakeFirst()
  if (!row) return { question: '', candidates: [], status: 'not-logged' }
  const { question, used, rejected } = row.log as TurnLog
  const ranked = [...used, ...rejected].toSorted((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity))
  return {
    question: question ?? row.text,
    candidates: ranked.map(({ notice, clause }) => `${notice}#${clause}`),
    status: row.status,
  }
}
