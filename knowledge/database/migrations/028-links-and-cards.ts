import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The language that a link's page is first shown in, and how often its secret was renewed; and which message of a Telegram chat
 * shows its interview.
 */
export const linksAndCards: Migration = {
  async up(db) {
    await sql`
      alter table share_link
        add column language text not null default 'zh',
        add column renewals integer not null default 0`.execute(db)
    await sql`alter table telegram_chat add column card bigint`.execute(db)
  },
}
