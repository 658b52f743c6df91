import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a turn changes of what a person asked to hear of; a check that is watched is watched as it stands after the turn. */
const keepReminders = sql`
  create function keep_reminders(own text, spoken_in text, today date, kept jsonb) returns void
  language plpgsql as $$
  begin
    if kept ? 'isStopped' then
      update subscription set ended_at = now(), interview = null where conversation = own and ended_at is null;
      delete from delivery where conversation = own and state in ('waiting', 'unsure');
    end if;
    if kept ? 'agreed' then
      insert into subscription (conversation, what, subject, language, channel, interview, rules, agreed_on)
      select own, kept #>> '{agreed,what}', about.id, kept #>> '{agreed,language}', spoken_in,
        kept #> '{agreed,interview}', kept #>> '{agreed,interview,rules}', today
      from (
        select kept #>> '{agreed,subject}' as id where kept #>> '{agreed,what}' <> 'answer'
        union all
        -- Who asks to hear of an answer names the reply that was none.
        select t.id from reply r join turn t on t.id = r.turn
        where kept #>> '{agreed,what}' = 'answer' and r.id = kept #>> '{agreed,subject}' and t.conversation = own) about
      on conflict (conversation, what, subject) do update set
        language = excluded.language, channel = excluded.channel, interview = excluded.interview, rules = excluded.rules,
        agreed_on = excluded.agreed_on, agreed_at = now(), ended_at = null;
    end if;
    if kept ? 'checked' then
      update subscription set interview = kept -> 'checked', rules = kept #>> '{checked,rules}'
      where conversation = own and what = 'check' and subject = kept #>> '{checked,programme}' and ended_at is null;
    end if;
  end $$`

/** As before, with what waits to be told, and the checks that are watched. */
const readTurn = sql`
  create or replace function read_turn(sent text, own text, first_retry_hours integer, code_days integer) returns jsonb
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
      select jsonb_build_object(
        'state', c.state, 'version', c.version, 'interview', s.interview, 'shared_version', s.version,
        'watched', (
          select jsonb_agg(jsonb_build_object(
            'programme', w.subject, 'rules', w.rules, 'shown', w.interview -> 'shown', 'answers', w.interview -> 'answers'))
          from subscription w where w.conversation = c.id and w.what = 'check' and w.ended_at is null),
        'news', (
          select jsonb_agg(
            jsonb_build_object('id', d.id, 'reply', d.reply, 'isUnsure', d.state = 'unsure') order by d.created_at, d.id)
          from delivery d where d.conversation = c.id and d.state in ('waiting', 'unsure')))
      from conversation c
      left join shared_interview s
        on s.code = c.state ->> 'code' and s.updated_at > now() - make_interval(days => code_days)
      where c.id = own);
  end $$`

/** As before, with what the turn has told and what it changes of the reminders. */
const keepTurn = sql`
  create or replace function keep_turn(kept jsonb) returns text
  language plpgsql as $$
  declare
    sent text := kept ->> 'id';
    own text := kept ->> 'conversation';
    told integer;
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
    if kept ? 'told' then
      update delivery set state = 'sent', done_at = now(), reply = null
      where conversation = own and state in ('waiting', 'unsure')
        and id in (select jsonb_array_elements_text(kept -> 'told'));
      get diagnostics told = row_count;
      -- Somebody else has told it meanwhile.
      if told <> jsonb_array_length(kept -> 'told') then
        raise exception 'it was told' using errcode = 'ZX409';
      end if;
    end if;
    if kept ? 'reminders' then
      perform keep_reminders(own, kept ->> 'channel', (kept ->> 'day')::date, kept -> 'reminders');
    end if;
    return 'kept';
  end $$`

/**
 * Whom to tell of what, and what is to be told: a line of `delivery` is written together with what it is about, told once, and
 * after that only its event stays, so that it is not told again. Where to is not kept twice: it is the chat of the conversation,
 * and all of it goes with the conversation.
 */
export const reminders: Migration = {
  async up(db) {
    await sql`
      create table subscription (
        id integer generated always as identity primary key,
        conversation text not null references conversation on delete cascade,
        what text not null,
        subject text not null,
        language text not null,
        channel text not null,
        interview jsonb,
        rules text,
        agreed_on date not null,
        agreed_at timestamptz not null default now(),
        ended_at timestamptz,
        unique (conversation, what, subject))`.execute(db)
    await sql`create index subscription_subject on subscription (what, subject) where ended_at is null`.execute(db)
    await sql`
      create table delivery (
        id text primary key default gen_random_uuid()::text,
        subscription integer not null references subscription on delete cascade,
        conversation text not null references conversation on delete cascade,
        event text not null,
        reply jsonb,
        state text not null default 'waiting',
        due_at timestamptz,
        created_at timestamptz not null default now(),
        done_at timestamptz,
        unique (subscription, event))`.execute(db)
    await sql`create index delivery_conversation on delivery (conversation)`.execute(db)
    await sql`create index delivery_due on delivery (due_at) where state in ('waiting', 'sending')`.execute(db)
    await sql`
      create trigger tell_change after insert on delivery
      for each statement execute function tell_change()`.execute(db)
    for (const statement of [keepReminders, readTurn, keepTurn]) await statement.execute(db)
  },
}
