import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from '../knowledge/database/schema.ts'
import type { Readiness } from './app-services.ts'

/** Room that an embedded database needs to go on writing, in bytes: some of its log, which grows by 16 MB at a time. */
const leastRoom = 48 * 1024 * 1024

type Part = NonNullable<Readiness['faults']>[number]

/** SQLSTATEs of a database that answers and takes nothing, and what is said of them. */
const refusals: Record<string, Part> = {
  '25006': { part: 'writing', message: '数据库只读，新的提问存不下来。' },
  '42501': { part: 'writing', message: '数据库账号没有写入的权限，新的提问存不下来。' },
  '53100': { part: 'disk', message: '数据库所在的磁盘满了，新的提问存不下来。' },
}

/**
 * What can be said of the database at this moment: whether it answers, and would keep what is asked.
 *
 * @param isFull Whether a server had no room for a turn just now; its disk can't be seen from here.
 * @param dataDir Of an embedded database.
 */
export async function readinessOf(db: Database, isFull: boolean, dataDir?: string): Promise<Readiness> {
  try {
    const { count } = await db
      .selectFrom('notice')
      .select(sql<number>`count(*)`.as('count'))
      .executeTakeFirstOrThrow()
    const refusal = (await refusalOf(db)) ?? (isFull ? refusals['53100'] : undefined)
    const faults = [refusal, dataDir === undefined ? undefined : await lackOfRoom(dataDir)]
    return { database: true, notices: count, faults: faults.filter((fault) => fault !== undefined) }
  } catch {
    return { database: false, notices: 0 }
  }
}

/** Changes nothing, and is refused where a change would be. */
async function refusalOf(db: Database): Promise<Part | undefined> {
  try {
    await sql`update conversation set id = id where false`.execute(db)
    return undefined
  } catch (error) {
    const refusal = refusals[String((error as { code?: unknown }).code)]
    if (!refusal) throw error
    return refusal
  }
}

async function lackOfRoom(dataDir: string): Promise<Part | undefined> {
  const { bavail, bsize } = await statfs(dataDir)
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024)
  if (bavail * bsize >= leastRoom) return undefined
  return { part: 'disk', message: `数据目录所在的磁盘只剩 ${megabytes} MB，新的提问很快就存不下来。` }
}
