import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isOutage } from '../../../bot/outage.ts'
import { openDatabase, type OpenDatabase } from '../../../knowledge/database/connect.ts'
import { forLongWork } from '../../../knowledge/database/long-work.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { openRelay } from '../../support/relay.ts'

/** As long as a person may have to wait for a refusal, and for answers once there is a server again, in milliseconds. */
const patienceMs = 15_000
const connections = 10

const { url, dataDir } = await testDatabaseOptions()
const open = async () => {
  const relay = await openRelay(url!)
  return { relay, ...(await openDatabase({ url: relay.url, dataDir })) }
}
const allAtOnce = (db: OpenDatabase['db'], query: string) =>
  Promise.allSettled(Array.from({ length: connections }, () => sql.raw(query).execute(db)))
const answers = (db: OpenDatabase['db']) =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
const msUntil = async (isReached: () => Promise<boolean>) => {
  const started = performance.now()
  while (!(await isReached())) if (performance.now() - started > 60_000) break
  return performance.now() - started
}

test('every query in flight on a server that falls silent is given up, as an outage', async () => {
  const { db, relay, close } = await open()
  await allAtOnce(db, 'select pg_sleep(0.2)')
  expect(relay.count()).toBeGreaterThanOrEqual(connections)
  relay.silence()
  const started = performance.now()
  const results = await allAtOnce(db, 'select 1')
  expect(performance.now() - started).toBeLessThan(patienceMs)
  for (const result of results) {
    expect(result.status).toBe('rejected')
    expect(isOutage((result as PromiseRejectedResult).reason)).toBe(true)
  }
  // Nor does anybody wait who comes later and finds nobody to connect to.
  expect(await msUntil(async () => !(await answers(db)))).toBeLessThan(patienceMs)
  relay.failOver()
  expect(await msUntil(() => answers(db))).toBeLessThan(patienceMs)
  await close()
}, 120_000)

test('connections that wait unused when the network drops them are replaced at the first sign', async () => {
  const { db, relay, close } = await open()
  await allAtOnce(db, 'select pg_sleep(0.2)')
  relay.silence()
  relay.failOver()
  expect(await msUntil(() => answers(db))).toBeLessThan(patienceMs)
  for (const result of await allAtOnce(db, 'select 1')) expect(result.status).toBe('fulfilled')
  await close()
}, 120_000)

test('long work in flight on a server that falls silent makes room too, once anybody else has found it silent', async () => {
  const { db, relay, close } = await open()
  const patient = forLongWork(db)
  await sql`select 'warm'`.execute(db)
  const inFlight = Promise.allSettled(Array.from({ length: 4 }, () => sql`select pg_sleep(100)`.execute(patient)))
  await expect.poll(() => relay.count()).toBeGreaterThanOrEqual(5)
  relay.silence()
  relay.failOver()
  const started = performance.now()
  await answers(db)
  await sql`select 1`.execute(patient)
  expect(performance.now() - started).toBeLessThan(patienceMs)
  for (const { status } of await inFlight) expect(status).toBe('rejected')
  await close()
}, 120_000)

test('a late answer reaches nobody', async () => {
  const { db, relay, close } = await open()
  await sql`select 'warm'`.execute(db)
  relay.silence()
  await expect(sql`select 'late' as word`.execute(db)).rejects.toThrow()
  relay.wake()
  for (let query = 0; query < 20; query++) {
    const { rows } = await sql<{ number: number }>`select ${query}::int as number`.execute(db)
    expect(rows).toEqual([{ number: query }])
  }
  await close()
}, 60_000)

test('a query that takes too long is ended by the server, long work is not', async () => {
  const { db, close } = await openDatabase({ url: url!, dataDir })
  const slow = sql`select pg_sleep(12)`
  await expect(slow.execute(db)).rejects.toMatchObject({ code: '57014' })
  await slow.execute(forLongWork(db))
  await close()
}, 60_000)

test('an answer that comes slowly but steadily is no silence', async () => {
  const { db, close } = await openDatabase({ url: url!, dataDir })
  const rows = sql`select n, pg_sleep(0.02), repeat('x', 10000) from generate_series(1, 150) n`
  expect((await rows.execute(db)).rows).toHaveLength(150)
  await close()
}, 60_000)
