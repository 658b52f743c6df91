import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll } from 'vitest'
import { openDatabase, type DatabaseOptions, type OpenDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'

export type TestDatabase = OpenDatabase & { options: DatabaseOptions }

/**
 * A migrated database for one test file, called at its top: `const { db } = await testDatabase()`. It is embedded
 * in a temporary directory or, when DATABASE_URL is set, a database of its own on that server; either is gone afterwards.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const options = await testDatabaseOptions()
  const database = await openDatabase(options)
  afterAll(() => database.close())
  await migrateToLatest(database.db)
  return { ...database, options }
}

/** The same, empty and not yet opened: for programmes that a test starts. */
export async function testDatabaseOptions(): Promise<DatabaseOptions> {
  const dataDir = temporaryDirectory()
  const server = process.env.DATABASE_URL
  if (!server) return { dataDir }
  const name = `zhixun_test_${randomUUID().replaceAll('-', '')}`
  await execute(server, `create database ${name}`)
  afterAll(() => execute(server, `drop database ${name} with (force)`))
  return { dataDir, url: Object.assign(new URL(server), { pathname: name }).href }
}

/** A directory that is removed after the test file. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-test-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  return directory
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
