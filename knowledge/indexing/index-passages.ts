import { type Kysely, sql } from 'kysely'
import { toSql } from 'pgvector/kysely'
import type { Schema } from '../database/schema.ts'
import type { Clause } from '../parsing/clause.ts'
import { passageDimensions, passageVector } from './bm25.ts'
import type { Embedder } from './embedder.ts'
import { lexicalTerms } from './terms.ts'

/** What is indexed: a clause and the words that stand above it (notice, path), searched together with its text. */
export type Passage = { clause: Clause; above: string }

/** Raised when terms or weights change, so that every index is made anew. */
export const indexVersion = 2

type Statistics = { passages: number; terms: number }

const batchSize = 200
const unsearched = new Set(['furniture', 'front'])

/** The text of a passage as search sees it. */
export const searchedText = (passage: Passage): string => `${passage.above}\n${passage.clause.text}`

/** Whether a clause is found by search at all. */
export const isSearched = ({ kind }: Pick<Clause, 'kind'>): boolean => !unsearched.has(kind)

const termsOf = (passage: Passage): string[] => (isSearched(passage.clause) ? lexicalTerms(searchedText(passage)) : [])

/**
 * Replaces the passages of one notice in the index and keeps the collection's statistics: how many passages hold
 * each term, and the mean length that BM25 divides by. The mean drifts as notices come and go; past a tenth, the
 * weights of all passages are made anew.
 *
 * @param trx A transaction: searchers see the old passages or the new ones.
 */
export async function indexPassages(
  trx: Kysely<Schema>,
  notice: string,
  passages: Passage[],
  embedder: Embedder,
): Promise<void> {
  const removed = await deletePassages(trx, notice)
  const searched: string[][] = []
  // In parts, for the server ends a transaction that stands still for seconds.
  for (let from = 0; from < passages.length; from += batchSize) {
    const terms = passages.slice(from, from + batchSize).map(termsOf)
    await addToCounts(trx, terms.flatMap(passageDimensions), 1)
    searched.push(...terms)
  }
  const average = await settleStatistics(trx, removed, {
    passages: searched.filter((terms) => terms.length > 0).length,
    terms: searched.reduce((sum, terms) => sum + terms.length, 0),
  })
  for (let from = 0; from < passages.length; from += batchSize) {
    const batch = passages.slice(from, from + batchSize)
    const vectors = await embedder.embed(batch.map(searchedText))
    await trx
      .insertInto('clause')
      .values(
        batch.map((passage, at) => {
          const terms = searched[from + at] ?? []
          return {
            ...row(notice, passage.clause, from + at),
            length: terms.length,
            lexical: terms.length > 0 ? passageVector(terms, average) : null,
            dense: terms.length > 0 ? toSql(vectors[at] ?? null) : null,
          }
        }),
      )
      .execute()
  }
}

const row = (notice: string, clause: Clause, ordinal: number) => ({
  notice,
  id: clause.id,
  ordinal,
  parent: clause.parent ?? null,
  kind: clause.kind,
  marker: clause.marker ?? null,
  heading: clause.heading,
  path: clause.path,
  text: clause.text,
  quote: clause.quote,
  spans: JSON.stringify(clause.spans),
  cells: clause.cells ? JSON.stringify(clause.cells) : null,
})

/** Takes a notice's passages out of the index and out of its statistics. */
export async function removePassages(trx: Kysely<Schema>, notice: string): Promise<void> {
  await settleStatistics(trx, await deletePassages(trx, notice), { passages: 0, terms: 0 })
}

/** Deletes a notice's passages and their term counts; returns what the statistics lose. */
async function deletePassages(trx: Kysely<Schema>, notice: string): Promise<Statistics> {
  const old = await trx.deleteFrom('clause').where('notice', '=', notice).returning(['lexical', 'length']).execute()
  const dimensions = old.map(({ lexical }) =>
    [...(lexical ?? '').matchAll(/(\d+):/gu)].map(([, number]) => Number(number)),
  )
  await addToCounts(trx, dimensions.flat(), -1)
  return {
    passages: old.filter(({ length }) => length > 0).length,
    terms: old.reduce((sum, { length }) => sum + length, 0),
  }
}

async function addToCounts(trx: Kysely<Schema>, dimensions: number[], sign: 1 | -1): Promise<void> {
  const counts = new Map<number, number>()
  for (const dimension of dimensions) counts.set(dimension, (counts.get(dimension) ?? 0) + sign)
  const all = [...counts].sort(([a], [b]) => a - b)
  for (let from = 0; from < all.length; from += 20_000) {
    const batch = all.slice(from, from + 20_000)
    await sql`
      insert into term (dimension, clauses)
      select * from unnest(${batch.map(([dimension]) => dimension)}::int[], ${batch.map(([, count]) => count)}::int[])
      on conflict (dimension) do update set clauses = term.clauses + excluded.clauses
    `.execute(trx)
  }
  if (sign < 0) await trx.deleteFrom('term').where('clauses', '<=', 0).execute()
}

async function readStatistics(trx: Kysely<Schema>): Promise<Statistics & { average?: number }> {
  const state = await trx.selectFrom('index_state').select('value').where('key', '=', 'statistics').executeTakeFirst()
  return (state?.value as (Statistics & { average?: number }) | undefined) ?? { passages: 0, terms: 0 }
}

/** Stores the statistics without what is lost and with what is gained; returns the mean length that weights are made with. */
async function settleStatistics(trx: Kysely<Schema>, lost: Statistics, gained: Statistics): Promise<number> {
  const { average: used, ...known } = await readStatistics(trx)
  const statistics = {
    passages: known.passages - lost.passages + gained.passages,
    terms: known.terms - lost.terms + gained.terms,
  }
  const exact = statistics.terms / Math.max(1, statistics.passages) || 1
  const keeps = used !== undefined && Math.abs(exact / used - 1) < 0.1
  const average = keeps ? used : exact
  if (!keeps) await reweigh(trx, average)
  const value = JSON.stringify({ ...statistics, average })
  await trx
    .insertInto('index_state')
    .values({ key: 'statistics', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
  return average
}

async function reweigh(trx: Kysely<Schema>, average: number): Promise<void> {
  const rows = await trx
    .selectFrom('clause')
    .innerJoin('notice', 'notice.id', 'clause.notice')
    .select(['clause.notice', 'clause.id', 'clause.path', 'clause.text', 'notice.short_title'])
    .where('lexical', 'is not', null)
    .execute()
  for (const { notice, id, path, text, short_title } of rows) {
    const lexical = passageVector(lexicalTerms(`${short_title} ${path}\n${text}`), average)
    await trx.updateTable('clause').set({ lexical }).where('notice', '=', notice).where('id', '=', id).execute()
  }
}
