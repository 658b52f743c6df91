import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { migrations } from '../../../knowledge/database/migrations/index.ts'
import { testDatabase } from '../../support/database.ts'

const { db } = await testDatabase()

test('migrating twice changes nothing', async () => {
  await migrateToLatest(db)
  const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  expect(applied.rows.map((row) => row.name)).toEqual(Object.keys(migrations))
})

test('migrations are applied in the order they are listed', () => {
  const names = Object.keys(migrations)
  expect(names.length).toBeGreaterThan(0)
  expect(names.toSorted()).toEqual(names)
})
