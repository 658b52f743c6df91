import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * All that a turn is answered from, as it is at one moment: what the same turn led to before, else what its conversation
 * carries, with the interview under its code.
 */
const readTurn = sql`
  create function read_turn(sent text, own text, first_retry_hours integer, code_days integer) returns jsonb
  language plpgsql stable as $$
  declare
    found_before jsonb;
  begin
    select jsonb_build_object(
      'conversation', t.conversation,
      'fingerprint', t.fingerprint,
      'isOver', t.ordinal = 0 and (
        t.created_at < now() - make_interval(hours => first_retry_hours)
        or exists (select from turn later where later.conversation = t.conversation and later.ordinal > t.ordinal)),
      'replies', (select coalesce(jsonb_agg(r.body order by r.ordinal), '[]') from reply r where r.turn = t.id))
    into found_before
    from turn t where t.id = sent;
    if found_before is not null then
      return jsonb_build_object('before', found_before);
    end if;
    return (
      select jsonb_build_object('state', c.state, 'version', c.version, 'interview', s.interview, 'shared_version', s.version)
      from conversation c
      left join shared_interview s
        on s.code = c.state ->> 'code' and s.updated_at > now() - make_interval(days => code_days)
      where c.id = own);
  end $$`

/** Makes of a shared interview what a turn has made of it; false where it is not what the turn was answered from. */
const keepShared = sql`
  create function keep_shared(kept jsonb) returns boolean
  language plpgsql as $$
  begin
    case kept ->> 'change'
      when 'begin' then
        insert into shared_interview (code, interview, updated_at) values (kept ->> 'code', kept -> 'interview', now())
        on conflict (code) do nothing;
        return found;
      when 'change' then
        update shared_interview
        set interview = kept -> 'interview', version = version + 1, updated_at = now()
        where code = kept ->> 'code' and version = (kept ->> 'version')::integer;
        return found;
      when 'end' then
        delete from shared_interview where code = kept ->> 'code' and version = (kept ->> 'version')::integer;
        return found;
      else
        -- What others have made of it meanwhile stands.
        update shared_interview set updated_at = now() where code = kept ->> 'code';
        return true;
    end case;
  end $$`

const keepInterviewRecord = sql`
  create function keep_interview_record(own text, kept jsonb) returns void
  language plpgsql as $$
  begin
    if (kept ->> 'isCancelled')::boolean then
      update interview_record set is_cancelled = true, updated_at = now() where conversation = own and verdict is null;
    end if;
    if kept ->> 'programme' is null then
      return;
    end if;
    insert into interview_record as r (conversation, programme, open_key, verdict, criteria, is_cancelled, day, updated_at)
    values (own, kept ->> 'programme', kept ->> 'openKey', kept ->> 'verdict', nullif(kept -> 'criteria', 'null'), false,
      (kept ->> 'day')::date, now())
    on conflict (conversation, programme) do update set
      open_key = excluded.open_key, verdict = coalesce(excluded.verdict, r.verdict),
      criteria = coalesce(excluded.criteria, r.criteria), is_cancelled = false, day = excluded.day,
      updated_at = excluded.updated_at;
  end $$`

/**
 * Keeps a turn whole or, raising ZX409 or saying otherwise, not at all. The row of the conversation comes first, as wherever
 * several are locked: two that hold one interview can't wait for each other.
 */
const keepTurn = sql`
  create function keep_turn(kept jsonb) returns text
  language plpgsql as $$
  declare
    sent text := kept ->> 'id';
    own text := kept ->> 'conversation';
  begin
    if kept ->> 'version' is null then
      insert into conversation (id, channel, state) values (own, kept ->> 'channel', kept -> 'state');
    else
      update conversation set state = kept -> 'state', version = version + 1, updated_at = now()
      where id = own and version = (kept ->> 'version')::integer;
      if not found then
        return case when exists (select from conversation where id = own) then 'changed' else 'forgotten' end;
      end if;
    end if;
    if kept ? 'shared' and not keep_shared(kept -> 'shared') then
      raise exception 'the interview has changed' using errcode = 'ZX409';
    end if;
    insert into turn (id, fingerprint, conversation, ordinal, text, status, duration_ms, log)
    values (sent, kept ->> 'fingerprint', own,
      (select coalesce(max(t.ordinal) + 1, 0) from turn t where t.conversation = own),
      kept ->> 'text', kept ->> 'status', (kept ->> 'durationMs')::integer, kept -> 'log')
    on conflict (id) do nothing;
    if not found then
      raise exception 'the turn is taken' using errcode = 'ZX409';
    end if;
    insert into reply (id, turn, ordinal, body)
    select body ->> 'id', sent, at - 1, body from jsonb_array_elements(kept -> 'replies') with ordinality as r (body, at);
    if kept ? 'asked' then
      insert into turn_queue (turn, asked) values (sent, kept -> 'asked');
    end if;
    if kept ? 'interview' then
      perform keep_interview_record(own, kept -> 'interview');
    end if;
    return 'kept';
  end $$`

/**
 * Turns are read in one statement and kept in one. Those that were questions wait in a queue to be entered into the log of
 * the console, and are gone from it with their conversation.
 */
export const turnsAtOnce: Migration = {
  async up(db) {
    await db.schema
      .createTable('turn_queue')
      .addColumn('turn', 'text', (column) => column.primaryKey().references('turn.id').onDelete('cascade'))
      .addColumn('asked', 'jsonb', (column) => column.notNull())
      .addColumn('queued_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await db.schema.createIndex('turn_queue_queued_at').on('turn_queue').column('queued_at').execute()
    for (const statement of [readTurn, keepShared, keepInterviewRecord, keepTurn]) await statement.execute(db)
  },
}
