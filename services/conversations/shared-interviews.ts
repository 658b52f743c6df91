import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Interview } from '../interview/interview.ts'

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
export async function findShared(db: Database, code: string): Promise<Interview | undefined> {
  const row = await db
    .selectFrom('shared_interview')
    .select('interview')
    .where('code', '=', code)
    .where(lives)
    .executeTakeFirst()
  return row && (row.interview as Interview)
}

/** Keeps an interview under its code, for all conversations that hold it. */
export async function keepShared(db: Database, code: string, interview: Interview): Promise<void> {
  const values = { interview: JSON.stringify(interview), updated_at: sql<Date>`now()` }
  await db
    .insertInto('shared_interview')
    .values({ code, ...values })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(values))
    .execute()
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
