import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openAssistant } from '../../../bot/assistant.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { dayOfTests } from '../../support/real-app.ts'

const { dataDir, url: databaseUrl } = await testDatabaseOptions()

/** Each that waited would hold the lock in its turn if the process froze. */
test.skipIf(databaseUrl === undefined)(
  'a process waits once for the lock under which questions are grouped',
  async () => {
    const assistant = await openAssistant({ dataDir, databaseUrl: databaseUrl!, today: () => dayOfTests })
    onTestFinished(() => assistant.close())
    const { db, services } = assistant
    const { turns, most } = await db.transaction().execute(async (trx) => {
      await sql`lock table question in share mode`.execute(trx)
      const turns = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
        services.conversation.take({ id, text: '2025年医疗中心要多少件有效发明专利？', channel: 'web' }),
      )
      let most = 0
      for (let look = 0; look < 10; look++) {
        const { rows } = await sql<{ waiting: number }>`
        select count(*) as waiting, pg_sleep(0.1) from pg_locks join pg_database on pg_database.oid = database
        where not granted and locktype = 'advisory' and datname = current_database()`.execute(trx)
        most = Math.max(most, rows[0]!.waiting)
      }
      return { turns, most }
    })
    expect(await Promise.all(turns)).toHaveLength(6)
    expect(most).toBe(0)
  },
)
