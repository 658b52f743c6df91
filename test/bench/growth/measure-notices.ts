import { openDatabase } from '../../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../../knowledge/database/migrate.ts'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { type Notice, noticeMetadataSchema } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { type Figure, latencies } from '../figure.ts'
import { computedMs, oneByOne, residentMB, serve, stop } from '../served.ts'
import { inTemporaryDirectory } from '../temporary-database.ts'
import type { Statute } from './statutes.ts'

/** Paragraphs of a statute that is about as long as a notice of 250 clauses. */
const [least, most] = [150, 400]
const turns = 100

/** As it is read from the database again: otherwise the start would index it anew. */
function noticeOf({ title, paragraphs }: Statute, at: number): Notice {
  const year = 2000 + (at % 20)
  const named = { id: `statute-${at}`, title, shortTitle: title, issuer: '全国人民代表大会常务委员会' }
  const metadata = noticeMetadataSchema.parse({ ...named, issued: `${year}-01-01`, year })
  return parseNotice(metadata, [title, ...paragraphs].join('\n'))
}

async function fill(dataDir: string, notices: Notice[]): Promise<void> {
  const { db, close } = await openDatabase({ dataDir })
  try {
    await migrateToLatest(db)
    await indexNotices(db, [...loadNotices(), ...notices])
    const ids = notices.map(({ id }) => id)
    if (ids.length > 0) await db.updateTable('notice').set({ added: true }).where('id', 'in', ids).execute()
  } finally {
    await close()
  }
}

/** Measures starting and replying with so many notices, those that come with the assistant among them. */
export async function measureNotices(statutes: readonly Statute[], sizes: readonly number[]): Promise<Figure[]> {
  const own = loadNotices()
  const fitting = statutes.filter(({ paragraphs: { length } }) => length >= least && length <= most)
  const figures: Figure[] = []
  for (const size of sizes)
    await inTemporaryDirectory(async (directory) => {
      const added = fitting.slice(0, size - own.length).map(noticeOf)
      await fill(directory, added)
      const clauses = [...own, ...added].reduce((sum, notice) => sum + notice.clauses.length, 0)
      // The first start reads from the notices what it lays before staff.
      await stop(await serve({ DATA_DIR: directory }))
      const served = await serve({ DATA_DIR: directory })
      try {
        const started = computedMs(served)
        const milliseconds = await oneByOne(served.url, turns)
        const measured = [
          { name: 'clauses', value: clauses, unit: '' },
          { name: 'warm start', value: served.seconds, unit: 's' },
          { name: 'warm start, computed', value: started / 1000, unit: 's' },
          ...latencies('reply', milliseconds),
          { name: 'reply, computed', value: (computedMs(served) - started) / turns, unit: 'ms' },
          { name: 'resident memory', value: residentMB(served), unit: 'MB' },
        ]
        for (const { name, value, unit } of measured)
          process.stderr.write(`  ${size} notices, ${name}: ${value.toPrecision(4)} ${unit}\n`)
        figures.push(...measured.map((figure) => ({ ...figure, name: `${size} notices, ${figure.name}` })))
      } finally {
        await stop(served)
      }
    })
  return figures
}
