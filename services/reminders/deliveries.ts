import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { ChannelName } from '../channel.ts'
import type { Reply } from '../reply.ts'

/** How long a sender may take with one delivery, in seconds; after that nobody knows whether it was taken. */
const sendingSeconds = 120

/** Something to send, and where to. `heardAt` is when the person last wrote, where the channel keeps that. */
export type Delivery = {
  id: string
  conversation: string
  account: string
  chat: string
  note: unknown
  heardAt: Date | null
  reply: Reply
}

/**
 * What became of sending: `sent`; `unsure`, where the channel's word on it was lost: it is not sent again, and told, marked so,
 * with the next answer; `on-return`, where the channel can't send it now: it is told with the next answer; `gone`, where the
 * person wants no messages any more; or it is sent later, after so many milliseconds.
 */
export type Sent = 'sent' | 'unsure' | 'on-return' | 'gone' | { afterMs: number }

/** Where conversations are held, in every channel; Telegram doesn't keep when somebody last wrote. */
const chats = sql`
  select 'telegram' as channel, bot as account, chat, conversation, '{}'::jsonb as note, null::timestamptz as heard_at
  from telegram_chat
  union all
  select channel, account, chat, conversation, note, updated_at from chat where conversation is not null`

/** Takes the next delivery that a channel may send, for this process alone; undefined where there is none. */
export async function claimDelivery(
  db: Database,
  channel: ChannelName,
  account: string | undefined,
): Promise<Delivery | undefined> {
  const { rows } = await sql<Omit<Delivery, 'heardAt'> & { heard_at: Date | null }>`
    update delivery set state = 'sending', due_at = clock_timestamp() + make_interval(secs => ${sendingSeconds})
    from (
      select d.id, a.account, a.chat, a.heard_at, a.note
      from delivery d join (${chats}) a on a.conversation = d.conversation
      where d.state = 'waiting' and d.due_at <= clock_timestamp()
        and a.channel = ${channel} and (${account ?? null}::text is null or a.account = ${account ?? null})
      order by d.due_at, d.id limit 1
      for update of d skip locked) next
    where delivery.id = next.id and delivery.state = 'waiting'
    returning delivery.id, conversation, account, chat, note, heard_at, reply`.execute(db)
  const [row] = rows
  if (!row) return undefined
  const { heard_at: heardAt, ...delivery } = row
  return { ...delivery, heardAt: heardAt && new Date(heardAt), reply: { ...row.reply, id: row.id } }
}

/** Notes what became of a delivery that this process has claimed. */
export async function settleDelivery(
  db: Database,
  { id, conversation }: Pick<Delivery, 'id' | 'conversation'>,
  sent: Sent,
): Promise<void> {
  if (sent === 'gone') return endReminders(db, conversation)
  const claimed = db.updateTable('delivery').where('id', '=', id).where('state', '=', 'sending')
  if (sent === 'sent') await claimed.set({ state: 'sent', done_at: new Date(), due_at: null, reply: null }).execute()
  else if (sent === 'unsure') await claimed.set({ state: 'unsure', due_at: null }).execute()
  else if (sent === 'on-return') await claimed.set({ state: 'waiting', due_at: null }).execute()
  else
    await claimed
      .set({ state: 'waiting', due_at: sql<Date>`clock_timestamp() + make_interval(secs => ${sent.afterMs / 1000})` })
      .execute()
}

/**
 * What a sender that is no more had begun to send may have been taken.
 *
 * @param isAlone Whether no other process sends: then whatever was begun before this one started is lost, without a wait.
 */
export async function giveUpLost(db: Database, isAlone = false): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'unsure', due_at: null })
    .where('state', '=', 'sending')
    .where((eb) => (isAlone ? eb.lit(true) : eb('due_at', '<', sql<Date>`clock_timestamp()`)))
    .execute()
}

/** Ends all that a conversation hears of, and what waits of it. */
async function endReminders(db: Database, conversation: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // The conversation first, as wherever several are held.
    await sql`select from conversation where id = ${conversation} for no key update`.execute(trx)
    await trx
      .updateTable('subscription')
      .set({ ended_at: new Date(), interview: null })
      .where('conversation', '=', conversation)
      .where('ended_at', 'is', null)
      .execute()
    await trx.deleteFrom('delivery').where('conversation', '=', conversation).where('state', '!=', 'sent').execute()
  })
}

/** Forgets what ended more than so many days ago. */
export async function purgeReminders(db: Database, days: number): Promise<void> {
  await db
    .deleteFrom('subscription')
    .where('ended_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .select('delivery.id')
            .whereRef('delivery.subscription', '=', 'subscription.id')
            .where('delivery.state', '!=', 'sent'),
        ),
      ),
    )
    .execute()
}
