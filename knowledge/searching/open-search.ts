import type { Database } from '../database/schema.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { buildLexicalIndex, type SearchedNotice } from './lexical-index.ts'
import { ranking } from './ranking.ts'
import { searchClauses } from './search-clauses.ts'
import { withMeaning } from './with-meaning.ts'

/** Clauses up to which the words are searched in the process: beyond, the database's index costs less than the memory. */
const mostInMemory = 50_000

/**
 * A search over notices: by words in the process, in the database where they are many, and by meaning in the database.
 * Without the database what is found by words alone is what there is.
 */
export function openSearch(db: Database, notices: readonly SearchedNotice[]): (query: SearchQuery) => Promise<Hit[]> {
  const clauses = notices.reduce((sum, notice) => sum + notice.clauses.length, 0)
  const index = clauses <= mostInMemory ? buildLexicalIndex(notices) : undefined
  const byWords = async (query: SearchQuery): Promise<Hit[]> => (index ? index.search(query) : searchClauses(db, query))
  return async (query) => {
    if (!query.meaning) return byWords(query)
    const hits = await byWords({ ...query, limit: Math.max(ranking.candidates, query.limit) })
    const all = await withMeaning(db, hits, query).catch(() => hits)
    return all.slice(0, query.limit)
  }
}
