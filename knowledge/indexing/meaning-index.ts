import { sql } from 'kysely'
import { cosineDistance, toSql } from 'pgvector/kysely'
import { forLongWork } from '../database/long-work.ts'
import type { Database } from '../database/schema.ts'
import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'

/** Turns texts into vectors by their meaning. `id` names model and endpoint: vectors compare only within one. */
export type MeaningEmbedder = {
  id: string
  /** @returns One vector per text, all of one length. @throws {Error} When the endpoint fails or gives anything else. */
  embed(texts: string[]): Promise<number[][]>
}

/** How far the clauses have their vectors. */
export type MeaningProgress = { done: number; total: number }

/** Texts that go to the embedder at a time. */
const batch = 32

/** What stands for a clause: where it stands, and its words. */
export const clauseText = ({ shortTitle }: Pick<Notice, 'shortTitle'>, { path, text }: Pick<Clause, 'path' | 'text'>) =>
  `${shortTitle} ${path}\n${text}`

/** The same in the database. */
const passage = sql<string>`notice.short_title || ' ' || clause.path || chr(10) || clause.text`

type Missing = { notice: string; clause: string; text: string; digest: string }

/** Clauses that have no vector of the embedder's, or one of another text. */
async function missing(db: Database, id: string, limit: number): Promise<Missing[]> {
  const { rows } = await sql<Missing>`
    select clause.notice, clause.id as clause, ${passage} as text, md5(${passage}) as digest
    from clause join notice on notice.id = clause.notice
      left join clause_meaning as known
        on known.notice = clause.notice and known.clause = clause.id and known.embedder = ${id}
    where known.digest is null or known.digest <> md5(${passage})
    order by clause.notice, clause.ordinal limit ${limit}
  `.execute(db)
  return rows
}

/** How many clauses have the embedder's vector, of how many. */
export async function meaningProgress(db: Database, id: string): Promise<MeaningProgress> {
  const { rows } = await sql<MeaningProgress>`
    select (select count(*) from clause_meaning where embedder = ${id}) as done, (select count(*) from clause) as total
  `.execute(db)
  return rows[0]!
}

/** Vectors that can be compared: of one length, of numbers, not nothing. @throws {Error} */
function requireVectors(vectors: number[][], count: number): void {
  const [first] = vectors
  const isSound = (vector: number[]) =>
    vector.length === first!.length && vector.every(Number.isFinite) && vector.some((value) => value !== 0)
  if (vectors.length !== count || !first || first.length === 0 || !vectors.every(isSound))
    throw new Error('the embedder gave no comparable vectors')
}

/**
 * Gives every clause its vector, beside the index in use, which is not touched; what is there already stays. May be
 * broken off and called again.
 *
 * @throws {Error} When the embedder fails; what was done is kept.
 */
export async function indexMeaning(
  db: Database,
  { id, embed }: MeaningEmbedder,
  onProgress: (progress: MeaningProgress) => void = () => undefined,
): Promise<void> {
  for (;;) {
    const clauses = await missing(forLongWork(db), id, batch)
    if (clauses.length === 0) return
    const vectors = await embed(clauses.map(({ text }) => text))
    requireVectors(vectors, clauses.length)
    const rows = clauses.map(({ notice, clause, digest }, at) => ({
      notice,
      clause,
      embedder: id,
      digest,
      vector: String(toSql(vectors[at]!)),
    }))
    await db
      .insertInto('clause_meaning')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['notice', 'clause', 'embedder'])
          .doUpdateSet(({ ref }) => ({ digest: ref('excluded.digest'), vector: ref('excluded.vector') })),
      )
      .execute()
    onProgress(await meaningProgress(db, id))
  }
}

/** A clause that is near in meaning; `likeness` is the cosine of its vector and the question's. */
export type Near = { notice: string; clause: string; likeness: number }

/** The clauses nearest in meaning, nearest first. */
export async function nearestClauses(
  db: Database,
  { id, vector, limit, notice }: { id: string; vector: number[]; limit: number; notice?: string | undefined },
): Promise<Near[]> {
  return db
    .selectFrom('clause_meaning')
    .select(['notice', 'clause', sql<number>`1 - (${cosineDistance('vector', vector)})`.as('likeness')])
    .where('embedder', '=', id)
    .where(sql<boolean>`vector_dims(vector) = ${vector.length}`)
    .$if(notice !== undefined, (query) => query.where('notice', '=', notice!))
    .orderBy(cosineDistance('vector', vector))
    .orderBy('notice')
    .orderBy('clause')
    .limit(limit)
    .execute()
}

/** Clauses asked for by their own words, and among how many of the nearest each is looked for. */
const trials = { clauses: 12, among: 5, share: 0.5 }

/**
 * Whether an embedder finds clauses by words of their own; one that doesn't, finds nothing by anybody's. Asks it once.
 *
 * @throws {Error} When the embedder fails.
 */
export async function findsOwnWords(db: Database, { id, embed }: MeaningEmbedder): Promise<boolean> {
  const { rows } = await sql<{ notice: string; clause: string; words: string }>`
    select notice, id as clause, substr(text, 1, 40) as words from clause
    where length(text) between 40 and 400 order by md5(notice || id) limit ${trials.clauses}
  `.execute(db)
  if (rows.length === 0) return true
  const vectors = await embed(rows.map(({ words }) => words))
  requireVectors(vectors, rows.length)
  let found = 0
  for (const [at, { notice, clause }] of rows.entries()) {
    const nearest = await nearestClauses(db, { id, vector: vectors[at]!, limit: trials.among })
    if (nearest.some((one) => one.notice === notice && one.clause === clause)) found += 1
  }
  return found >= trials.share * rows.length
}
