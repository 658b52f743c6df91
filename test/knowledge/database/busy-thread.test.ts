import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { isOutage } from '../../../bot/outage.ts'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { forLongWork } from '../../../knowledge/database/long-work.ts'
import { temporaryDirectory } from '../../support/database.ts'

/** Keeps the embedded database busy for so many seconds, or for ever. */
const busy = (seconds: number | null) => sql`select pg_sleep(${seconds ?? 1_000_000})`

test('a statement that never ends is given up, and the next ones are answered from what was committed', async () => {
  const failures: Error[] = []
  const { db, close } = await openDatabase({
    dataDir: temporaryDirectory(),
    onFailure: (error) => failures.push(error),
  })
  await sql`create table kept as select generate_series(1, 1000) as number`.execute(db)
  const started = performance.now()
  const endless = db.transaction().execute(async (trx) => {
    await sql`delete from kept`.execute(trx)
    await busy(null).execute(trx)
  })
  const waiting = sql`select 1`.execute(db).catch((error: unknown) => error)
  const refusal = await endless.catch((error: unknown) => error)
  expect(isOutage(refusal)).toBe(true)
  await waiting
  const count = () =>
    sql<{ count: number }>`select count(*) from kept`.execute(db).then(
      ({ rows }) => rows[0]!.count,
      () => undefined,
    )
  await expect.poll(count, { timeout: 20_000, interval: 200 }).toBe(1000)
  expect(performance.now() - started).toBeLessThan(40_000)
  expect(failures).toEqual([])
  await close()
}, 90_000)

test('long work has its time, and others wait or are refused meanwhile', async () => {
  const { db, close } = await openDatabase({ dataDir: temporaryDirectory() })
  await sql`select 1`.execute(db)
  const long = busy(25).execute(forLongWork(db))
  await sleep(1_000)
  const refusal = await sql`select 1`.execute(db).catch((error: unknown) => error)
  expect(isOutage(refusal)).toBe(true)
  await long
  expect((await sql`select 2 as two`.execute(db)).rows).toEqual([{ two: 2 }])
  await close()
}, 90_000)
