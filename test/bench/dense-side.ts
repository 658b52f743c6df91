import { localEmbedder } from '../../knowledge/indexing/embedder.ts'
import { indexNotices } from '../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { searchClauses } from '../../knowledge/searching/search-clauses.ts'
import { compared } from '../support/judge.ts'
import type { Figure } from './figure.ts'
import { questions } from './samples.ts'
import { withDatabase } from './temporary-database.ts'

const weights = [0, 0.5, 1]

/**
 * Measures what the offline dense vectors add to BM25 on the clauses: how often the first hit, by search alone, is a
 * clause that the sample asks for, with the dense ranking weighing nothing, half and as much as the lexical one.
 */
export async function measureDenseSide(): Promise<Figure[]> {
  const asked = questions.filter(({ quotes }) => quotes.length > 0)
  return withDatabase(async (db) => {
    const notices = loadNotices()
    await indexNotices(db, notices, localEmbedder)
    const quoteOf = new Map(
      notices.flatMap(({ id, clauses }) => clauses.map((clause) => [`${id}#${clause.id}`, compared(clause.quote)])),
    )
    const figures: Figure[] = []
    for (const weight of weights) {
      let right = 0
      for (const { question, quotes } of asked) {
        const [first] = await searchClauses(db, { ...localEmbedder, weight }, { query: question, limit: 1 })
        const quote = first ? (quoteOf.get(`${first.notice}#${first.clause}`) ?? '') : ''
        if (quotes.some((wanted) => quote.includes(compared(wanted)))) right++
      }
      figures.push({ name: `sample clauses first, dense weight ${weight}`, value: right / asked.length, unit: '' })
    }
    return figures
  })
}
