import { sql } from 'kysely'
import type { Database, IndexStateTable } from '../database/schema.ts'
import { lengthNorm } from '../indexing/bm25.ts'
import { arrayOf } from '../indexing/posting-rows.ts'
import { blockSize } from '../indexing/index-state.ts'

/** What `lengthNorm` gives for each searched clause by number, as this process keeps it: 8 bytes a clause with its length. */
export type ClauseNorms = {
  /**
   * Brought in step with the index: what has changed since is read.
   *
   * @param trx Of one snapshot, of whose index `state` is.
   * @returns Of this snapshot: not to be kept.
   */
  at(trx: Database, state: IndexStateTable): Promise<Float32Array>
}

export function openClauseNorms(): ClauseNorms {
  let kept = { edition: -1, lengths: new Uint32Array(), norms: new Float32Array() }
  return {
    async at(trx, { edition, next, passages, terms }) {
      if (edition === kept.edition) return kept.norms
      // A search that began before may have read a later edition already than this one sees.
      const since = edition > kept.edition ? kept.edition : -1
      const lengths = new Uint32Array(next)
      lengths.set(kept.lengths.subarray(0, next))
      for (const { block, own } of await changedSince(trx, since))
        lengths.set(own.subarray(0, next - block * blockSize), block * blockSize)
      const average = averageLength({ passages, terms })
      const norms = Float32Array.from(lengths, (length) => lengthNorm(length, average))
      kept = { edition, lengths, norms }
      return norms
    },
  }
}

async function changedSince(trx: Database, edition: number): Promise<{ block: number; own: Uint32Array }[]> {
  const { rows } = await sql<{ block: number; lengths: Buffer }>`
    select block, lengths from clause_block where edition > ${edition}`.execute(trx)
  return rows.map(({ block, lengths }) => ({
    block,
    own: Uint32Array.from({ length: lengths.length / 4 }, (_, at) => lengths.readUInt32LE(4 * at)),
  }))
}

/** Mean number of terms of a searched clause, greater than 0. */
export const averageLength = ({ passages, terms }: Pick<IndexStateTable, 'passages' | 'terms'>): number =>
  terms / Math.max(1, passages) || 1

/** The numbers of a notice's searched clauses: from the first, to before the end. Undefined where it has none. */
export async function numbersOf(trx: Database, notice: string): Promise<[first: number, end: number] | undefined> {
  const { rows } = await sql<{ first: number | null; last: number }>`
    select min(number) as first, max(number) as last from clause where notice = ${notice}`.execute(trx)
  const { first, last } = rows[0]!
  return first === null ? undefined : [first, last + 1]
}

/** In how many clauses each term stands, by its place among those given; terms that stand nowhere are left out. */
export async function holdersOf(trx: Database, keys: readonly number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ at: number; holders: number }>`
    select asked.at::int4 as at, sum(posting.clauses)::int4 as holders
    from unnest(${arrayOf(keys)}::int8[]) with ordinality as asked (term, at) join posting using (term)
    group by asked.at`.execute(trx)
  return new Map(rows.map(({ at, holders }) => [at - 1, holders]))
}
