import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { mostGain, termGain } from '../indexing/bm25.ts'
import { blockSize } from '../indexing/index-state.ts'
import { readPostings } from '../indexing/posting-code.ts'
import { arrayOf } from '../indexing/posting-rows.ts'

/** A term that is asked for: what it is worth, and in how many clauses it stands. */
export type WeighedTerm = { key: number; worth: number; holders: number }

/** Where to look, and for how many. */
export type Looking = {
  terms: readonly WeighedTerm[]
  /** By number of the clause, from `lengthNorm`. */
  norms: Float32Array
  /** Only clauses from this number on, to before the end. */
  within?: [first: number, end: number] | undefined
  most: number
}

/** Postings read before the first look at what is found; each lot after may be twice as large. */
const firstLot = 100_000
/** What reading the text of one clause costs, in postings. */
const textCost = 500
/** Texts that are always read rather than more postings. */
const fewTexts = 100
/** Sums are kept in single precision: how far below the limit a sum may be and count as reaching it. */
const slack = 1e-5

/**
 * Finds the clauses among which the best are, by their postings: rarest terms first, until what the terms left could add
 * lifts no other clause among the best.
 *
 * @param trx Of one snapshot.
 * @returns Numbers of clauses, in order: the `most` that score most by all terms, those that score the same as the last, and
 *   more where it costs less to read their texts than to tell them apart.
 * @see Turtle, Flood, Query evaluation: strategies and optimizations, 1995 (max score).
 */
export async function findCandidates(trx: Database, looking: Looking): Promise<number[]> {
  const { terms, norms, most } = looking
  const left = terms.toSorted((a, b) => a.holders - b.holders)
  const sums = takeSums(norms.length)
  try {
    for (let size = firstLot; ; size *= 2) {
      const lot = left.splice(0, lotSize(left, size))
      await addPostings(trx, looking, lot, sums)
      const open = left.reduce((sum, { worth }) => sum + worth * mostGain, 0)
      const least = leastOfBest(sums, most) - open
      if (left.length > 0 && least <= 0) continue
      const found = reaching(sums, Math.max(0, least * (1 - slack)))
      const unread = left.reduce((sum, { holders }) => sum + holders, 0)
      if (left.length === 0 || found.length <= Math.max(fewTexts, unread / textCost)) return found
    }
  } finally {
    giveSums(sums)
  }
}

/** How many of the first terms have no more postings than `size` together; at least one. */
function lotSize(terms: readonly WeighedTerm[], size: number): number {
  let sum = 0
  const end = terms.findIndex(({ holders }) => (sum += holders) > size)
  return end === -1 ? terms.length : Math.max(1, end)
}

async function addPostings(
  trx: Database,
  { norms, within }: Looking,
  terms: readonly WeighedTerm[],
  sums: Float32Array,
): Promise<void> {
  const [first, end] = within ?? [0, norms.length]
  const { rows } = await sql<{ at: number; block: number; code: string }>`
    select asked.at::int4 as at, posting.block, posting.code
    from unnest(${arrayOf(terms.map(({ key }) => key))}::int8[]) with ordinality as asked (term, at)
      join posting using (term)
    where posting.block between ${Math.floor(first / blockSize)} and ${Math.floor((end - 1) / blockSize)}`.execute(trx)
  for (const { at, block, code } of rows) {
    const { worth } = terms[at - 1]!
    const start = block * blockSize
    readPostings(code, (place, count) => {
      const number = start + place
      if (number >= first && number < end) sums[number]! += worth * termGain(count, norms[number]!)
    })
  }
}

/** What the last of the `most` largest sums is; 0 where fewer are above 0. */
function leastOfBest(sums: Float32Array, most: number): number {
  let best: number[] = []
  let least = 0
  const cut = (): void => {
    best = best.sort((a, b) => b - a).slice(0, most)
    if (best.length === most) least = best.at(-1)!
  }
  for (let at = 0; at < sums.length; at++) {
    if (sums[at]! <= least) continue
    best.push(sums[at]!)
    if (best.length === 2 * most) cut()
  }
  cut()
  return least
}

function reaching(sums: Float32Array, least: number): number[] {
  const found: number[] = []
  for (let at = 0; at < sums.length; at++) if (sums[at]! > 0 && sums[at]! >= least) found.push(at)
  return found
}

/** Sums that were used before, all 0: making them takes as long as a search. */
const spare: Float32Array[] = []

function takeSums(size: number): Float32Array {
  const sums = spare.pop()
  return sums?.length === size ? sums : new Float32Array(size)
}

function giveSums(sums: Float32Array): void {
  if (spare.length < 2) spare.push(sums.fill(0))
}
