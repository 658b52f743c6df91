import { indexNotices } from '../../knowledge/indexing/index-notices.ts'
import { isSearched, aboveOf, searchedText } from '../../knowledge/indexing/index-passages.ts'
import { lexicalTerms, questionTerms } from '../../knowledge/indexing/terms.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { openSearch } from '../../knowledge/searching/open-search.ts'
import { type Figure, latencies, timed } from './figure.ts'
import { referenceBm25 } from './reference-bm25.ts'
import { questions } from './samples.ts'
import { withDatabase } from './temporary-database.ts'

const searches = 400

/** Measures indexing all notices from nothing, and searching them, beside a plain BM25 on the same passages. */
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
    const passages = notices.flatMap((notice) =>
      notice.clauses
        .filter(isSearched)
        .map((clause) => lexicalTerms(searchedText({ clause, above: aboveOf(notice.shortTitle, clause.path) }))),
    )
    const reference = referenceBm25(passages)
    const started = performance.now()
    for (let at = 0; at < searches; at++) reference(questionTerms(questions[at % questions.length]!.question), 10)
    const ofReference = performance.now() - started
    const ofOwn = milliseconds.reduce((sum, one) => sum + one, 0)
    return [
      { name: 'searches per search of a plain BM25 in memory', value: ofReference / ofOwn, unit: '' },
      { name: 'clauses indexed', value: (clauses * 1000) / indexing, unit: '1/s' },
      ...latencies('search', milliseconds),
    ]
  })
}
