import { sql } from 'kysely'

/** Numbers as an array of the database: pg would write each by itself. */
export const arrayOf = (numbers: Iterable<number>): string => `{${[...numbers].join(',')}}`

/** The code of the rows written at once, in characters. */
const mostCode = 1_000_000
const mostRows = 10_000

/** A row of postings to be written. */
export type PostingRow = { term: number; clauses: number; last: number; code: number[] }

/** Cuts rows into lots that one statement takes. */
export function* lotsOf(rows: readonly PostingRow[]): Generator<PostingRow[]> {
  let lot: PostingRow[] = []
  let size = 0
  for (const row of rows) {
    if (lot.length === mostRows || (size > 0 && size + row.code.length > mostCode)) {
      yield lot
      lot = []
      size = 0
    }
    lot.push(row)
    size += row.code.length
  }
  if (lot.length > 0) yield lot
}

/** The rows of a lot as a table `given (term, clauses, last, code)`. */
export function givenRows(lot: readonly PostingRow[]) {
  const starts: number[] = []
  let size = 0
  for (const { code } of lot) {
    starts.push(size + 1)
    size += code.length
  }
  const code = Buffer.alloc(size)
  lot.forEach((row, at) => code.set(row.code, starts[at]! - 1))
  const column = (read: (row: PostingRow) => number) => sql`${arrayOf(lot.map(read))}`
  return sql`
    select term, clauses, last, convert_from(substring(${code}::bytea from start for size), 'UTF8') as code
    from unnest(${column(({ term }) => term)}::int8[], ${column(({ clauses }) => clauses)}::int4[],
      ${column(({ last }) => last)}::int4[], ${sql`${arrayOf(starts)}`}::int4[],
      ${column(({ code: own }) => own.length)}::int4[]) as lot (term, clauses, last, start, size)`
}
