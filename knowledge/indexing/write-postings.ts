import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { blockSize } from './index-state.ts'
import { writePosting } from './posting-code.ts'
import { arrayOf, givenRows, lotsOf, type PostingRow } from './posting-rows.ts'
import { termKey } from './terms.ts'

/** Postings of one term that are to be written; the gap before the first depends on what is there already. */
type Pending = { first: number; firstCount: number; last: number; clauses: number; code: number[] }

/** Collects the postings of clauses, in order of their numbers, and writes them block by block. */
export type PostingWriter = {
  /** @param counts How often each term occurs. */
  add(number: number, length: number, counts: ReadonlyMap<string, number>): Promise<void>
  /** Writes what is left. */
  end(): Promise<void>
}

/**
 * @param trx A transaction, alone with the index.
 * @param edition Of the index once it is written.
 */
export function openPostingWriter(trx: Database, edition: number): PostingWriter {
  let block = -1
  let lengths: number[] = []
  let pending = new Map<string, Pending>()

  async function flush(): Promise<void> {
    if (lengths.length === 0) return
    await writeLengths(trx, block, edition, lengths)
    await writePending(trx, block, pending)
    lengths = []
    pending = new Map()
  }
  async function add(number: number, length: number, counts: ReadonlyMap<string, number>): Promise<void> {
    const own = Math.floor(number / blockSize)
    if (own !== block) await flush()
    block = own
    lengths.push(length)
    for (const [term, count] of counts) addTo(pending, term, number % blockSize, count)
  }
  return { add, end: flush }
}

function addTo(pending: Map<string, Pending>, term: string, place: number, count: number): void {
  const known = pending.get(term)
  if (!known) {
    pending.set(term, { first: place, firstCount: count, last: place, clauses: 1, code: [] })
    return
  }
  writePosting(known.code, place - known.last, count)
  known.last = place
  known.clauses += 1
}

/** Numbers are given one after the other, so that lengths are only ever added at the end. */
async function writeLengths(trx: Database, block: number, edition: number, lengths: number[]): Promise<void> {
  const bytes = Buffer.alloc(4 * lengths.length)
  lengths.forEach((length, at) => bytes.writeUInt32LE(length, 4 * at))
  await sql`
    insert into clause_block (block, edition, lengths) values (${block}, ${edition}, ${bytes})
    on conflict (block) do update
      set edition = excluded.edition, lengths = clause_block.lengths || excluded.lengths`.execute(trx)
}

async function writePending(trx: Database, block: number, pending: ReadonlyMap<string, Pending>): Promise<void> {
  const keyed = [...pending].map(([term, one]): [number, Pending] => [termKey(term), one])
  const lasts = await lastPlaces(
    trx,
    block,
    keyed.map(([term]) => term),
  )
  const rows = keyed.map(([term, { first, firstCount, last, clauses, code }]): PostingRow => {
    const start: number[] = []
    writePosting(start, first - (lasts.get(term) ?? -1), firstCount)
    return { term, clauses, last, code: start.concat(code) }
  })
  // In the order of the table's key: neighbours are written together.
  rows.sort((a, b) => a.term - b.term)
  for (const lot of lotsOf(rows))
    await sql`
      insert into posting (term, block, clauses, last, code)
      select term, ${block}, clauses, last, code from (${givenRows(lot)}) as given
      on conflict (term, block) do update set clauses = posting.clauses + excluded.clauses, last = excluded.last,
        code = posting.code || excluded.code`.execute(trx)
}

async function lastPlaces(trx: Database, block: number, terms: number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ term: number; last: number }>`
    select term, last from posting where block = ${block} and term = any(${arrayOf(terms)}::int8[])`.execute(trx)
  return new Map(rows.map(({ term, last }) => [term, last]))
}
