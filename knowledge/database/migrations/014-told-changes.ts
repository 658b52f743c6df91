import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What every process keeps at hand; a change of it is told on the channel `zhixun_changes` by the name of the table. */
const tables = ['switch', 'faq', 'notice']

export const toldChanges: Migration = {
  async up(db) {
    await sql`
      create function tell_change() returns trigger language plpgsql as $$
      begin
        perform pg_notify('zhixun_changes', tg_table_name);
        return null;
      end $$`.execute(db)
    for (const table of tables)
      await sql`
        create trigger tell_change after insert or update or delete or truncate on ${sql.table(table)}
        for each statement execute function tell_change()`.execute(db)
  },
}
