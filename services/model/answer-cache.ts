import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { promptHash } from '../../prompts/render-prompt.ts'

/** Answers that were written before, by key; only such as held. */
export type AnswerCache = {
  find(key: string): Promise<string[] | undefined>
  keep(key: string, sentences: string[]): Promise<void>
}

/**
 * What an answer depends on: the question, the clauses and their notices to the last character, prompt and model.
 *
 * @param passage The question as it may be sent out, and as it was read: the same words mean another thing in another
 *   conversation, 去年 in another year.
 */
export function cacheKey(
  passage: { outgoing: string; read: string },
  entries: readonly Entry[],
  model: string,
): string {
  const clauses = entries.map(({ notice, clause }) => [notice.id, clause.id, clause.text])
  const sources = [...new Set(entries.map(({ notice }) => notice))].map(({ source }) => source)
  const parts = [passage.outgoing, passage.read, clauses, sources, promptHash('write-answer'), model]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** What is kept of an answer; a row that holds anything else counts as none. */
const sentencesSchema = z.array(z.string()).min(1)

/** How many days an answer is kept that nobody asks for again. */
const keptDays = 30

/** Keeps answers in the database, for all processes. */
export function databaseCache(db: Database): AnswerCache {
  return {
    async find(key) {
      const row = await db
        .updateTable('model_answer')
        .set({ used_at: sql<Date>`now()` })
        .where('key', '=', key)
        .returning('sentences')
        .executeTakeFirst()
      return sentencesSchema.safeParse(row?.sentences).data
    },
    async keep(key, sentences) {
      const values = { sentences: JSON.stringify(sentences), used_at: sql<Date>`now()` }
      await db
        .insertInto('model_answer')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute()
    },
  }
}

/** Forgets the answers that nobody has asked for in a while. */
export async function purgeAnswers(db: Database): Promise<void> {
  await db
    .deleteFrom('model_answer')
    .where('used_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
    .execute()
}
