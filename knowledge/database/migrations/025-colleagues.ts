import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Colleagues fill one check together: links to the check under its code, what was answered over them, and the evidence that
 * somebody has. All of it goes with the check, however that ends.
 */
export const colleagues: Migration = {
  async up(db) {
    await sql`
      create table share_link (
        id text primary key,
        code text not null references shared_interview on delete cascade,
        token_hash text not null unique,
        kind text not null,
        role text not null,
        facts jsonb not null,
        created_at timestamptz not null default now(),
        used_at timestamptz not null default now(),
        revoked_at timestamptz)`.execute(db)
    await sql`create index share_link_code on share_link (code)`.execute(db)
    await sql`
      create table colleague_answer (
        link text not null references share_link on delete cascade,
        fact text not null,
        answer jsonb,
        said jsonb,
        remark text not null,
        given_on date not null,
        primary key (link, fact))`.execute(db)
    await sql`
      create table evidence_tick (
        code text not null references shared_interview on delete cascade,
        item text not null,
        role text not null,
        ticked_on date not null,
        primary key (code, item))`.execute(db)
    await sql`
      create trigger tell_change after insert or update on colleague_answer
      for each statement execute function tell_change()`.execute(db)
    await sql`
      create trigger tell_change after update of revoked_at on share_link
      for each statement execute function tell_change()`.execute(db)
  },
}
