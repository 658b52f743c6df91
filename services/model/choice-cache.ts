import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Choice } from './structured.ts'

/** What was chosen before, by key, in our own words and names; nothing that an endpoint wrote. */
export type ChoiceCache = {
  find(key: string): Promise<string[] | undefined>
  keep(key: string, chosen: string[]): Promise<void>
}

/**
 * What a choice depends on: all that is laid before the model, to the last character, and the model.
 *
 * @param asked The question as it was typed: what may be sent out of two may be the same.
 */
export const choiceKey = (
  asked: string,
  { prompt, name }: Pick<Choice<unknown>, 'prompt' | 'name'>,
  model: string,
): string =>
  createHash('sha256')
    .update(JSON.stringify([asked, name, prompt.hash, prompt.system, prompt.user, model]))
    .digest('hex')

/** A row that holds anything else counts as none. */
const chosenSchema = z.array(z.string())

/** How many days a choice is kept that nobody asks for again. */
const keptDays = 30

/** Keeps choices in the database, for all processes. */
export function databaseCache(db: Database): ChoiceCache {
  return {
    async find(key) {
      const row = await db
        .updateTable('model_choice')
        .set({ used_at: sql<Date>`now()` })
        .where('key', '=', key)
        .returning('chosen')
        .executeTakeFirst()
      return chosenSchema.safeParse(row?.chosen).data
    },
    async keep(key, chosen) {
      const values = { chosen: JSON.stringify(chosen), used_at: sql<Date>`now()` }
      await db
        .insertInto('model_choice')
        .values({ key, ...values })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
        .execute()
    },
  }
}

/** Forgets the choices that nobody has asked for in a while. */
export async function purgeChoices(db: Database): Promise<void> {
  await db
    .deleteFrom('model_choice')
    .where('used_at', '<', sql<Date>`now() - make_interval(days => ${keptDays})`)
    .execute()
}
