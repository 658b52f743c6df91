import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Interview } from './interview.ts'

/** An interview as it stands under its code; `version` counts its changes, 0 where it does not stand there yet. */
export type Shared = { code: string; interview: Interview; version: number }

/** For how many days nobody need use a code before it is forgotten. */
export const codeLivesDays = 30

/** Letters and digits that nobody takes for one another when read aloud or off a screen. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const half = 4
const written = new RegExp(`^([${signs}]{${half}})[-\\s－—]?([${signs}]{${half}})$`, 'u')

const lives = sql<boolean>`updated_at > now() - make_interval(days => ${codeLivesDays})`

/** A new code, such as KM4T-9WXA: one of 31⁸, not to be guessed. */
export function newCode(): string {
  const pick = () => signs[randomInt(signs.length)]
  return `${Array.from({ length: half }, pick).join('')}-${Array.from({ length: half }, pick).join('')}`
}

/** Reads a code as people type it, in any case and with or without its hyphen; undefined where it is none. */
export function readCode(text: string): string | undefined {
  const [, first, second] = written.exec(text.trim().normalize('NFKC').toUpperCase()) ?? []
  return first && `${first}-${second}`
}

/** The interview that goes by a code; undefined where there is none, or none any more. */
export async function findShared(db: Database, code: string): Promise<Shared | undefined> {
  const row = await db
    .selectFrom('shared_interview')
    .select(['interview', 'version'])
    .where('code', '=', code)
    .where(lives)
    .executeTakeFirst()
  return row && { code, interview: row.interview as Interview, version: row.version }
}

/**
 * Keeps what has become of a shared interview, for all conversations that hold it; without one it is given up, for all too.
 *
 * @param read The interview as it was read before.
 * @returns Whether it was kept: false where another conversation has changed it since it was read; then nothing has changed.
 */
export async function keepShared(trx: Database, read: Shared, interview: Interview | undefined): Promise<boolean> {
  if (!interview) return deleteRead(trx, read)
  if (read.version === 0) return insertShared(trx, read.code, interview)
  if (isDeepStrictEqual(interview, read.interview)) return keepAlive(trx, read.code)
  const { numUpdatedRows } = await trx
    .updateTable('shared_interview')
    .set({ interview: JSON.stringify(interview), version: read.version + 1, updated_at: sql<Date>`now()` })
    .where('code', '=', read.code)
    .where('version', '=', read.version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

async function deleteRead(trx: Database, { code, version }: Shared): Promise<boolean> {
  if (version === 0) return true
  const deleting = trx.deleteFrom('shared_interview').where('code', '=', code).where('version', '=', version)
  return (await deleting.executeTakeFirst()).numDeletedRows > 0n
}

async function insertShared(trx: Database, code: string, interview: Interview): Promise<boolean> {
  const { numInsertedOrUpdatedRows: inserted } = await trx
    .insertInto('shared_interview')
    .values({ code, interview: JSON.stringify(interview), updated_at: sql<Date>`now()` })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  return (inserted ?? 0n) > 0n
}

/** Puts off the day on which an unused code is forgotten. What others have made of the interview meanwhile stands. */
async function keepAlive(trx: Database, code: string): Promise<true> {
  await trx
    .updateTable('shared_interview')
    .set({ updated_at: sql<Date>`now()` })
    .where('code', '=', code)
    .execute()
  return true
}

/** Forgets the interview of a code, in every conversation. */
export async function deleteShared(db: Database, code: string): Promise<void> {
  await db.deleteFrom('shared_interview').where('code', '=', code).execute()
}

/** Forgets the codes that nobody has used for too long. */
export async function purgeShared(db: Database): Promise<void> {
  await db
    .deleteFrom('shared_interview')
    .where(({ not }) => not(lives))
    .execute()
}
