import { indexNotices } from '../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { openSearch } from '../../knowledge/searching/open-search.ts'
import { type Figure, latencies, timed } from './figure.ts'
import { questions } from './samples.ts'
import { withDatabase } from './temporary-database.ts'

const searches = 400

/** Measures indexing all notices from nothing, and searching them. */
export async function measureIndexAndSearch(): Promise<Figure[]> {
  return withDatabase(async (db) => {
    const notices = loadNotices()
    const clauses = notices.reduce((sum, notice) => sum + notice.clauses.length, 0)
    const indexing = await timed(() => indexNotices(db, notices))
    const search = openSearch(db, notices)
    const milliseconds: number[] = []
    for (let at = 0; at < searches; at++) {
      const { question } = questions[at % questions.length]!
      milliseconds.push(await timed(() => search({ query: question, limit: 10 })))
    }
    return [
      { name: 'clauses indexed', value: (clauses * 1000) / indexing, unit: '1/s' },
      ...latencies('search', milliseconds),
    ]
  })
}
