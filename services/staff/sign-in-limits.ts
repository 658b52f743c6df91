import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/**
 * What slows guessing down. Failures count for `minutes`. From so many with one name from one address, or from one
 * address with whatever names, each further attempt there has to come later than the last failure by a time that
 * doubles up to `longestSeconds`: some three hundred guesses a day. Failures with one name from everywhere keep nobody
 * out, who could be its owner: from so many on, an attempt takes longer where the account has never signed in from.
 */
export const signInLimits = {
  minutes: 60,
  nameAndAddress: 5,
  address: 30,
  name: 20,
  firstSeconds: 5,
  longestSeconds: 300,
  delayStepMs: 250,
  longestDelayMs: 5_000,
}

/** Failures within the time that counts, before one attempt; seconds since the last one where there is any. */
export type Failures = {
  both: number
  address: number
  name: number
  all: number
  sinceBoth: number | null
  sinceAddress: number | null
}

export const isRecent = sql<boolean>`failed_at > now() - make_interval(mins => ${signInLimits.minutes})`

/** The failures that came before an attempt (by its id), of its name, of its address, of both, and of all. */
export async function countFailures(
  db: Database,
  attempt: number,
  { nameHash, addressHash }: { nameHash: string; addressHash: string },
): Promise<Failures> {
  const byName = sql<boolean>`name_hash = ${nameHash}`
  const byAddress = sql<boolean>`address_hash = ${addressHash}`
  const both = sql<boolean>`${byName} and ${byAddress}`
  const count = (condition: typeof both) => sql<number>`count(*) filter (where ${condition})`
  const since = (condition: typeof both) =>
    sql<number | null>`extract(epoch from now() - max(failed_at) filter (where ${condition}))::float8`
  return db
    .selectFrom('login_failure')
    .select([
      count(both).as('both'),
      count(byAddress).as('address'),
      count(byName).as('name'),
      sql<number>`count(*)`.as('all'),
      since(both).as('sinceBoth'),
      since(byAddress).as('sinceAddress'),
    ])
    .where(isRecent)
    .where('id', '<', attempt)
    .executeTakeFirstOrThrow()
}

function secondsLeft(failures: number, free: number, since: number | null): number {
  if (failures < free) return 0
  const { firstSeconds, longestSeconds } = signInLimits
  const wait = Math.min(longestSeconds, firstSeconds * 2 ** (failures - free))
  return Math.max(0, Math.ceil(wait - (since ?? 0)))
}

/** For how many seconds an attempt is too early; 0 when it may go on. */
export function waitBefore({ both, address, sinceBoth, sinceAddress }: Failures, isKnownPlace: boolean): number {
  const ofBoth = secondsLeft(both, signInLimits.nameAndAddress, sinceBoth)
  // Whoever has signed in from there before does not answer for others at the same address.
  return isKnownPlace ? ofBoth : Math.max(ofBoth, secondsLeft(address, signInLimits.address, sinceAddress))
}

/** How much longer an attempt takes, in milliseconds. */
export function delayOf({ name }: Failures, isKnownPlace: boolean): number {
  const over = name - signInLimits.name
  if (isKnownPlace || over < 0) return 0
  return Math.min(signInLimits.longestDelayMs, (over + 1) * signInLimits.delayStepMs)
}
