import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { combined, similarityLimits, similarityOf } from '../similarity/similarity.ts'
import type { QuestionSense } from '../similarity/question-sense.ts'

/** Groups looked at for one that means the same. */
const mostCandidates = 100

/**
 * The group of a question: the one whose meaning is nearest, or a new one where none is near enough.
 *
 * @param trx A transaction: others who look for a group of the same programme wait for its end.
 */
export async function groupOf(trx: Database, sense: QuestionSense): Promise<number> {
  const scope = sense.scope ?? ''
  const terms = Object.keys(sense.terms)
  await lockGroups(trx, scope)
  const candidates = await trx
    .selectFrom('question_group')
    .select(['id', 'sense'])
    .where('scope', '=', scope)
    .where(terms.length === 0 ? sql<boolean>`terms = '{}'` : sql<boolean>`terms && ${terms}::text[]`)
    .orderBy('id', 'desc')
    .limit(mostCandidates)
    .execute()
  const ranked = candidates
    .map(({ id, sense: other }) => ({ id, other: other as QuestionSense }))
    .filter(({ other }) => isReadAsNow(other))
    .map(({ id, other }) => ({ id, other, similarity: similarityOf(sense, other) }))
    .sort((a, b) => b.similarity - a.similarity)
  const [best] = ranked
  if (best && best.similarity >= similarityLimits.sameGroup) {
    const both = JSON.stringify(combined(best.other, sense))
    await trx.updateTable('question_group').set({ sense: both }).where('id', '=', best.id).execute()
    return best.id
  }
  const made = await trx
    .insertInto('question_group')
    .values({ scope, terms, sense: JSON.stringify(sense) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}

/** Until the transaction ends nobody else finds, makes or forgets a group of this scope. */
async function lockGroups(trx: Database, scope: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`zhixun: question group ${scope}`}))`.execute(trx)
}

/** Groups of before contrasts were read can't be told from their opposites: nothing joins them any more. */
const isReadAsNow = (sense: Partial<QuestionSense>): boolean => sense.contrasts !== undefined

/**
 * Forgets groups of which no question is left, with what was decided on them.
 *
 * @param trx A transaction: a question that is asked meanwhile gets its group either before or after.
 */
export async function deleteEmptyGroups(trx: Database, among: number[]): Promise<void> {
  if (among.length === 0) return
  const isAmong = sql<boolean>`id = any(${among}::int[])`
  const scopes = await trx.selectFrom('question_group').select('scope').distinct().where(isAmong).execute()
  for (const { scope } of scopes.toSorted((one, other) => (one.scope < other.scope ? -1 : 1)))
    await lockGroups(trx, scope)
  await trx
    .deleteFrom('question_group')
    .where(isAmong)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('question').select('question.turn').whereRef('question.question_group', '=', 'question_group.id'),
        ),
      ),
    )
    .execute()
}
