import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What is said to each wording that staff have published, as it was when all were asked last, and what has changed since the
 * time before; and which questions staff say are the same, or are not.
 */
export const wordings: Migration = {
  async up(db) {
    await sql`
      create table wording_said (
        faq integer not null references faq on delete cascade,
        wording text not null,
        said jsonb not null,
        primary key (faq, wording))`.execute(db)
    await sql`
      create table wording_change (
        id integer primary key generated always as identity,
        faq integer not null references faq on delete cascade,
        wording text not null,
        before jsonb not null,
        after jsonb not null,
        because jsonb not null,
        day date not null,
        at timestamptz not null default now())`.execute(db)
    await sql`create index wording_change_day on wording_change (day)`.execute(db)
    await sql`
      create table wording_check (
        id integer primary key check (id = 1),
        state jsonb not null,
        wordings integer not null,
        at timestamptz not null default now())`.execute(db)
    await sql`
      create table group_decision (
        id integer primary key generated always as identity,
        is_same boolean not null,
        one text not null references turn on delete cascade,
        other text not null references turn on delete cascade,
        who text not null,
        at timestamptz not null default now())`.execute(db)
  },
}
