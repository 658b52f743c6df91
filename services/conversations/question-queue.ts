import { setImmediate as breath } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { groupsOf } from './question-group.ts'
import { type Asked, describeQuestion, type QuestionRecord, unansweredStatuses } from './question-record.ts'
import { countAskedAgain, returnDisliked } from './return-groups.ts'
import type { TurnLog } from './turn-log.ts'

type QueuedTurn = {
  id: string
  text: string
  status: string
  durationMs: number
  log: TurnLog
  asked: Asked
  createdAt: Date
}
type Described = { turn: QueuedTurn; record: QuestionRecord }

/** Which turns wait to be entered into the log of the console, oldest first: those that have waited for so many milliseconds. */
export async function waitingTurns(db: Database, most: number, forMs = 0): Promise<string[]> {
  const rows = await db
    .selectFrom('turn_queue')
    .select('turn')
    .where('queued_at', '<=', sql<Date>`clock_timestamp() - make_interval(secs => ${forMs / 1000})`)
    .orderBy('queued_at')
    .limit(most)
    .execute()
  return rows.map(({ turn }) => turn)
}

/**
 * Enters turns that wait into the log of the console, each once, whoever else is at it: whole or, where the process ends before,
 * not at all. One that another process is just entering, and one whose conversation is just being deleted, is left alone.
 *
 * @returns The turns that can't be entered, each with the reason; they wait on.
 */
export async function enterTurns(
  db: Database,
  knowledge: Knowledge,
  ids: readonly string[],
): Promise<Map<string, unknown>> {
  const described: Described[] = []
  const faults = new Map<string, unknown>()
  for (const turn of await readQueued(db, ids)) {
    // What it takes to understand a question must not hold up those who wait for an answer.
    await breath()
    try {
      described.push({ turn, record: await describeQuestion(knowledge, { ...turn, ...turn.asked }) })
    } catch (error) {
      faults.set(turn.id, error)
    }
  }
  if (described.length > 0) await db.transaction().execute((trx) => enter(trx, described))
  return faults
}

async function readQueued(db: Database, ids: readonly string[]): Promise<QueuedTurn[]> {
  const rows = await db
    .selectFrom('turn_queue')
    .innerJoin('turn', 'turn.id', 'turn_queue.turn')
    .select(['turn.id', 'text', 'status', 'duration_ms', 'log', 'asked', 'created_at'])
    .where(sql<boolean>`turn_queue.turn = any(${ids}::text[])`)
    .orderBy('turn_queue.queued_at')
    .execute()
  return rows.map(({ duration_ms: durationMs, created_at: createdAt, log, asked, ...row }) => ({
    ...row,
    durationMs,
    createdAt,
    log: log as TurnLog,
    asked: asked as Asked,
  }))
}

async function enter(trx: Database, described: readonly Described[]): Promise<void> {
  const held = await hold(
    trx,
    described.map(({ turn }) => turn.id),
  )
  const entered = described.filter(({ turn }) => held.has(turn.id))
  if (entered.length === 0) return
  const groups = await groupsOf(
    trx,
    entered.map(({ record }) => record.sense),
  )
  await insertQuestions(trx, entered, groups)
  await trx
    .deleteFrom('turn_queue')
    .where(sql<boolean>`turn = any(${[...held]}::text[])`)
    .execute()
}

/**
 * Holds what still waits until the transaction ends. Whoever deletes a conversation holds it first too, so that neither waits
 * for the other; whoever says what he thinks of a reply finds its question in one of the two places.
 */
async function hold(trx: Database, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ turn: string }>`
    select q.turn from turn_queue q
    join turn t on t.id = q.turn
    join conversation c on c.id = t.conversation
    where q.turn = any(${ids}::text[])
    for key share of c skip locked for update of q skip locked`.execute(trx)
  return new Set(rows.map(({ turn }) => turn))
}

async function insertQuestions(trx: Database, entered: readonly Described[], groups: number[]): Promise<void> {
  const values = entered.map(({ turn, record }, at) => ({
    turn: turn.id,
    question_group: groups[at]!,
    created_at: turn.createdAt,
    day: turn.asked.day,
    channel: turn.asked.channel,
    status: turn.status,
    duration_ms: turn.durationMs,
    notice: record.notice ?? null,
    clause: record.clause ?? null,
    programme: record.programme ?? null,
    is_unsure: record.isUnsure,
    searched: record.searched,
    faq: turn.log.faq ?? null,
  }))
  await trx.insertInto('question').values(values).execute()
  const turns = values.map(({ turn }) => turn)
  await sql`
    update question set helpful = f.helpful from reply r join feedback f on f.reply = r.id
    where r.turn = question.turn and question.turn = any(${turns}::text[])`.execute(trx)
  await countAskedAgain(trx, turns, unansweredStatuses)
  await returnDisliked(trx, turns)
}
