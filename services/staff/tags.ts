import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { mask } from '../privacy/mask.ts'

export const mostTags = 50
/** Characters of a tag. */
export const longestTag = 20
/** Tags that are suggested, those of most groups first. */
const mostSuggested = 200

/** Tags as they are kept: each once, masked, with no white space around and one space within. */
export const tidyTags = (tags: readonly string[]): string[] => [
  ...new Set(tags.map((tag) => mask(tag.normalize('NFKC').replace(/\s+/gu, ' ').trim())).filter(Boolean)),
]

/** The tags that groups carry, those of most groups first. */
export async function tagsInUse(db: Database): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from question_group cross join unnest(tags) as tag
    group by tag order by count(*) desc, tag limit ${mostSuggested}`.execute(db)
  return rows.map(({ tag }) => tag)
}

/** Those to whom questions may be assigned: accounts that may sign in, by name. */
export async function possibleAssignees(db: Database): Promise<string[]> {
  const accounts = db.selectFrom('staff_account').select('name').where('is_disabled', '=', false)
  return (await accounts.orderBy('name').execute()).map(({ name }) => name)
}
