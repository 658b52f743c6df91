import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import type { Database } from '../../knowledge/database/schema.ts'

/** A directory for as long as `work` takes. */
export async function inTemporaryDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-bench-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** An embedded database of its own, migrated and empty, for as long as `work` takes. */
export function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  return inTemporaryDirectory(async (dataDir) => {
    const { db, close } = await openDatabase({ dataDir })
    try {
      await migrateToLatest(db)
      return await work(db)
    } finally {
      await close()
    }
  })
}

/** A database of its own on a server, empty, for as long as `work` takes; its address is handed to it. */
export async function onServer<Result>(server: string, work: (url: string) => Promise<Result>): Promise<Result> {
  const name = `zhixun_bench_${randomUUID().replaceAll('-', '')}`
  const maker = new pg.Client({ connectionString: server })
  await maker.connect()
  try {
    await maker.query(`create database ${name}`)
    return await work(Object.assign(new URL(server), { pathname: name }).href)
  } finally {
    await maker.query(`drop database if exists ${name} with (force)`)
    await maker.end()
  }
}
