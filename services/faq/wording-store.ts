import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { SaidTo } from '../../knowledge/importing/impact.ts'

/** What an answer may change with: when all of it is the same, everything is said as before. */
export type WordingState = { version: string; notices: string; programmes: string; answers: string; day: string }

export type WordingCause = keyof WordingState

/** A wording that staff have published, and what is said to it. */
export type Said = { faq: number; wording: string; said: SaidTo }

/** A wording to which something else was said than the time before, and what was not the same any more. */
export type WordingChange = Omit<Said, 'said'> & {
  before: SaidTo
  after: SaidTo
  because: WordingCause[]
  at: Date
}

/** The wordings as they were asked last: when, how many, and in which state; undefined where they never were. */
export async function lastCheck(db: Database) {
  const row = await db.selectFrom('wording_check').selectAll().executeTakeFirst()
  return row && { state: row.state as WordingState, wordings: row.wordings, at: row.at }
}

/** What of a state is not what it was. */
export const causesOf = (before: WordingState, after: WordingState): WordingCause[] =>
  (Object.keys(after) as WordingCause[]).filter((cause) => before[cause] !== after[cause])

/** What is said to the wordings, as it was when they were asked last. */
export async function wordingsSaid(db: Database): Promise<Said[]> {
  const rows = await db.selectFrom('wording_said').selectAll().orderBy('faq').orderBy('wording').execute()
  return rows.map((row) => ({ ...row, said: row.said as SaidTo }))
}

/**
 * Keeps what is said to all wordings now, and what has changed since they were asked last.
 *
 * @param from The state they were asked in last: where another process has asked them since, nothing is kept.
 */
export async function keepWordings(
  db: Database,
  from: WordingState | undefined,
  state: WordingState,
  all: readonly Said[],
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhixun: wordings'))`.execute(trx)
    const last = await lastCheck(trx)
    if (!isDeepStrictEqual(last?.state, from)) return
    const before = new Map((await wordingsSaid(trx)).map((one) => [keyOf(one), one.said]))
    if (last) await keepChanges(trx, changesOf(before, all, causesOf(last.state, state)), state.day)
    await trx.deleteFrom('wording_said').execute()
    if (all.length > 0)
      await sql`
        insert into wording_said (faq, wording, said)
        select r.faq, r.wording, r.said from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
          as r (faq integer, wording text, said jsonb) join faq f on f.id = r.faq
        on conflict do nothing`.execute(trx)
    const values = { state: JSON.stringify(state), wordings: all.length, at: new Date() }
    await trx
      .insertInto('wording_check')
      .values({ id: 1, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute()
  })
}

const keyOf = ({ faq, wording }: Omit<Said, 'said'>): string => `${faq} ${wording}`

/**
 * What is said otherwise. Words alone that change with the day (how many are left) or with what staff have written themselves
 * are no news; another answer is.
 */
function changesOf(
  before: ReadonlyMap<string, SaidTo>,
  all: readonly Said[],
  because: WordingCause[],
): Omit<WordingChange, 'at'>[] {
  const isNews = because.some((cause) => cause !== 'day' && cause !== 'answers')
  return all.flatMap(({ said: after, ...one }) => {
    const was = before.get(keyOf(one))
    if (!was) return []
    const isOther = was.faq !== after.faq || (isNews && (was.text !== after.text || was.source !== after.source))
    return isOther ? [{ ...one, before: was, after, because }] : []
  })
}

async function keepChanges(trx: Database, changes: Omit<WordingChange, 'at'>[], day: string): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ faq, wording, ...rest }) => ({
    faq,
    wording,
    before: JSON.stringify(rest.before),
    after: JSON.stringify(rest.after),
    because: JSON.stringify(rest.because),
    day,
  }))
  await trx.insertInto('wording_change').values(rows).execute()
}

/** What has changed in a period, the latest first. Days are YYYY-MM-DD, both included. */
export async function wordingChanges(db: Database, { from, to }: { from: string; to: string }, most = 100) {
  const rows = await db
    .selectFrom('wording_change')
    .selectAll()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ faq, wording, at, ...row }): WordingChange => ({
    faq,
    wording,
    at,
    before: row.before as SaidTo,
    after: row.after as SaidTo,
    because: row.because as WordingCause[],
  }))
}
