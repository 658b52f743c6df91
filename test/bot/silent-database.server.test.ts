import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { jsonOf, post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { startRealApp } from '../support/real-app.ts'
import { openRelay } from '../support/relay.ts'

/** The longest that a person waits for a refusal, and for the first answer once there is a database again. */
const patienceMs = 15_000

const options = await testDatabaseOptions()

test('chat and /readyz say within seconds that the database is silent, and answer again by themselves', async () => {
  const relay = await openRelay(options.url!)
  const { url, assistant, close } = await startRealApp({ ...options, url: relay.url })
  const ask = (key: string = randomUUID()) =>
    post(`${url}/api/chat`, { message: '2025年运营中心要多少件有效发明专利？' }, { 'idempotency-key': key })
  const timed = async (request: Promise<Response>) => {
    const started = performance.now()
    const { status, headers } = await request
    return { status, type: headers.get('content-type'), ms: performance.now() - started }
  }
  expect((await ask()).status).toBe(200)

  const keys = Array.from({ length: 20 }, () => randomUUID())
  const before = Promise.all(keys.map((key) => timed(ask(key))))
  relay.silence()
  const refused = [
    ...(await before).filter(({ status }) => status !== 200),
    await timed(ask()),
    await timed(fetch(`${url}/readyz`)),
  ]
  for (const { status, type, ms } of refused) {
    expect({ status, type }).toEqual({ status: 503, type: 'application/problem+json' })
    expect(ms).toBeLessThan(patienceMs)
  }
  expect((await fetch(`${url}/healthz`)).status).toBe(200)

  relay.failOver()
  const started = performance.now()
  while ((await fetch(`${url}/readyz`)).status !== 200 || (await ask()).status !== 200)
    expect(performance.now() - started).toBeLessThan(patienceMs)
  // What was refused is sent again, twice: each message is kept once, whatever had arrived of it before.
  const again = async () => Promise.all((await Promise.all(keys.map(ask))).map((response) => jsonOf(response)))
  const [first, second] = [await again(), await again()]
  expect(second).toEqual(first)
  const conversations = first.map(({ conversation }) => conversation as string)
  const { rows } = await sql<{ count: number }>`
      select count(*) from turn where conversation = any(${conversations}) group by conversation`.execute(
    assistant.services.staff!.db,
  )
  expect(rows).toEqual(keys.map(() => ({ count: 1 })))
  await close()
}, 120_000)
