import pg from 'pg'
import { expect, test } from 'vitest'
import { jsonOf, post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { startRealApp } from '../support/real-app.ts'

const options = await testDatabaseOptions()

test('/readyz says that the database takes nothing, for as long as that is so, and the process lives', async () => {
  const { url, close } = await startRealApp(options)
  const client = new pg.Client(options.url)
  await client.connect()
  const name = client.escapeIdentifier(new URL(options.url!).pathname.slice(1))
  // What is set counts for new sessions.
  const setReadOnly = async (value: 'on' | 'off') => {
    await client.query(`alter database ${name} set default_transaction_read_only = ${value}`)
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  }
  const status = async () => (await fetch(`${url}/readyz`)).status
  const patience = { timeout: 30_000 }
  expect(await status()).toBe(200)

  await setReadOnly('on')
  const told = () => jsonOf(fetch(`${url}/readyz`))
  await expect
    .poll(told, patience)
    .toMatchObject({ status: 503, errors: [{ path: 'writing', message: expect.stringContaining('只读') }] })
  expect((await post(`${url}/api/chat`, { message: '名额有几个' })).status).toBe(503)
  for (const path of ['/healthz', '/api/notices', '/programmes']) expect((await fetch(url + path)).status).toBe(200)

  await setReadOnly('off')
  await expect.poll(status, patience).toBe(200)
  await client.end()
  await close()
}, 120_000)
