import { randomInt } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Answers } from '../eligibility/rule.ts'
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

/** What becomes of a shared interview; `stay` puts off the day on which an unused code is forgotten. */
export type SharedChange = {
  code: string
  change: 'begin' | 'change' | 'end' | 'stay'
  /** The version it was read in: in another it is not changed. */
  version: number
  interview?: Interview
}

/**
 * What a turn makes of a shared interview, for all conversations that hold it; without one it is given up, for all too.
 *
 * @param read The interview as it was read before.
 * @returns Undefined where it was not there and is not to be.
 */
export function changeOfShared(read: Shared, interview: Interview | undefined): SharedChange | undefined {
  const { code, version } = read
  if (!interview) return version === 0 ? undefined : { code, version, change: 'end' }
  if (version === 0) return { code, version, change: 'begin', interview }
  if (isDeepStrictEqual(interview, read.interview)) return { code, version, change: 'stay' }
  return { code, version, change: 'change', interview }
}

/** How many interviews of some programmes people have saved, to go on with by their codes. */
export async function countShared(db: Database, programmes: readonly string[]): Promise<number> {
  if (programmes.length === 0) return 0
  const { count } = await db
    .selectFrom('shared_interview')
    .select(sql<number>`count(*)`.as('count'))
    .where(sql<string>`interview->>'programme'`, 'in', programmes)
    .where(lives)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The answers of every interview of a programme that people have saved. */
export async function sharedAnswers(db: Database, programme: string): Promise<Answers[]> {
  const rows = await db
    .selectFrom('shared_interview')
    .select('interview')
    .where(sql<string>`interview->>'programme'`, '=', programme)
    .where(lives)
    .execute()
  return rows.map(({ interview }) => (interview as Interview).answers)
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
