import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** As before; and a check that its person has left is watched no more. */
const keepReminders = sql`
  create or replace function keep_reminders(own text, spoken_in text, today date, kept jsonb) returns void
  language plpgsql as $$
  begin
    if kept ? 'isStopped' then
      update subscription set ended_at = now(), interview = null where conversation = own and ended_at is null;
      delete from delivery where conversation = own and state in ('waiting', 'unsure');
    end if;
    if kept ? 'left' then
      delete from delivery d using subscription s
      where d.subscription = s.id and s.conversation = own and s.what = 'check' and s.subject = kept ->> 'left'
        and d.state in ('waiting', 'unsure');
      update subscription set ended_at = now(), interview = null
      where conversation = own and what = 'check' and subject = kept ->> 'left' and ended_at is null;
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

/** Leaving a check ends hearing of its changes. */
export const leftChecks: Migration = {
  async up(db) {
    await keepReminders.execute(db)
  },
}
