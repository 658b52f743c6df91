import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { migrations } from '../../../knowledge/database/migrations/index.ts'
import { testDatabaseOptions } from '../../support/database.ts'

describe('a server that can’t be reached is told in one sentence', () => {
  const cases: [title: string, url: string, message: RegExp][] = [
    ['nobody listens', 'postgres://nobody@127.0.0.1:1/none', /^DATABASE_URL: connect ECONNREFUSED 127\.0\.0\.1:1$/],
    ['there is no such host', 'postgres://nobody@nowhere.invalid/none', /^DATABASE_URL: .*nowhere\.invalid$/],
  ]
  for (const [title, url, message] of cases) {
    test(title, () => expect(openDatabase({ url, dataDir: 'unused' })).rejects.toThrow(message))
  }
})

const server = process.env.DATABASE_URL
if (server) {
  const options = await testDatabaseOptions()
  const admin = new pg.Client({ connectionString: server })

  test('processes that start at once on one empty database all come up', async () => {
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase(options)))
    await Promise.all(databases.map(({ db }) => migrateToLatest(db)))
    const applied = await sql<{ name: string }>`select name from kysely_migration`.execute(databases[0]!.db)
    expect(applied.rows.map((row) => row.name)).toEqual(Object.keys(migrations))
    await Promise.all(databases.map(({ close }) => close()))
  })

  test('a connection that the server cuts is followed by another', async () => {
    const { db, close } = await openDatabase(options)
    const cutOwn = sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
    await expect(cutOwn).rejects.toThrow()
    const answers = () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      )
    await expect.poll(answers).toBe(true)
    await close()
  })

  test('a database whose locale knows no Chinese is refused', async () => {
    await admin.connect()
    await admin.query("create database zhixun_test_c template template0 encoding 'UTF8' locale 'C'")
    try {
      const url = Object.assign(new URL(server), { pathname: 'zhixun_test_c' }).href
      await expect(openDatabase({ url, dataDir: 'unused' })).rejects.toThrow(/^DATABASE_URL: the locale C knows no/)
    } finally {
      await admin.query('drop database zhixun_test_c with (force)')
      await admin.end()
    }
  })

  test('a database that does not exist is told by its name', async () => {
    const url = Object.assign(new URL(server), { pathname: 'zhixun_nowhere' }).href
    const message = 'DATABASE_URL: database "zhixun_nowhere" does not exist'
    await expect(openDatabase({ url, dataDir: 'unused' })).rejects.toThrow(message)
  })
}
