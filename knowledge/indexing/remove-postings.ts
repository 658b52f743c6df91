import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { blockSize } from './index-state.ts'
import { readPostings, writePosting } from './posting-code.ts'
import { arrayOf, givenRows, lotsOf, type PostingRow } from './posting-rows.ts'

/** A clause that is to be found no more, with its terms. */
export type Lost = { number: number; terms: Iterable<number> }

/** Terms whose postings are read at once. */
const batchSize = 2_000

/** Takes clauses out of the postings of their terms. @param trx A transaction, alone with the index. */
export async function removePostings(trx: Database, lost: readonly Lost[]): Promise<void> {
  for (const [block, own] of Map.groupBy(lost, ({ number }) => Math.floor(number / blockSize))) {
    const places = new Set(own.map(({ number }) => number % blockSize))
    const terms = [...new Set(own.flatMap((one) => [...one.terms]))].sort((a, b) => a - b)
    for (let from = 0; from < terms.length; from += batchSize)
      await removePlaces(trx, block, places, terms.slice(from, from + batchSize))
  }
}

async function removePlaces(trx: Database, block: number, places: Set<number>, terms: number[]): Promise<void> {
  const { rows } = await sql<{ term: number; code: string }>`
    select term, code from posting where block = ${block} and term = any(${arrayOf(terms)}::int8[])`.execute(trx)
  const left = rows.map(({ term, code }) => without(term, code, places))
  const empty = left.filter(({ clauses }) => clauses === 0).map(({ term }) => term)
  await sql`delete from posting where block = ${block} and term = any(${arrayOf(empty)}::int8[])`.execute(trx)
  for (const lot of lotsOf(left.filter(({ clauses }) => clauses > 0)))
    await sql`
      update posting set clauses = given.clauses, last = given.last, code = given.code
      from (${givenRows(lot)}) as given where posting.term = given.term and posting.block = ${block}`.execute(trx)
}

function without(term: number, code: string, places: Set<number>): PostingRow {
  const row: PostingRow = { term, clauses: 0, last: -1, code: [] }
  readPostings(code, (place, count) => {
    if (places.has(place)) return
    writePosting(row.code, place - row.last, count)
    row.last = place
    row.clauses += 1
  })
  return row
}
