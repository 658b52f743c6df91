import type { Update } from 'grammy/types'
import type { Database } from '../../../knowledge/database/schema.ts'
import { storableJson } from '../../../knowledge/language/characters.ts'
import { openJournal } from '../../../services/telegram/sent-journal.ts'
import { finishUpdate, keepUpdates, noteSent, openUpdates } from '../../../services/telegram/update-inbox.ts'
import { chatOf } from './chat-of.ts'
import type { Row } from './work-inbox.ts'

/** The updates of a bot from their coming in until they are answered. */
export type Inbox = {
  /** Keeps what was delivered. Returns the rows of those updates that were not delivered before. */
  keep(updates: Update[]): Promise<Row[]>
  /** What the last process left unanswered. */
  left(): Promise<Row[]>
  /** Notes that one more message of an answer has gone out; after the last one the update is finished, right away. */
  noteSent(row: Row, isLast: boolean): Promise<void>
  finish(row: Row): Promise<void>
}

/** @param directory Where what has gone out is noted before the database has its turn. */
export function openInbox(db: Database, bot: string, directory: string): Inbox {
  const journal = openJournal(directory, bot)
  return {
    async keep(updates) {
      const once = new Map(updates.map((update) => [update.update_id, storableJson(update)]))
      const incoming = [...once.values()].map((body) => ({ id: body.update_id, chat: chatOf(body), body }))
      const fresh = await keepUpdates(db, bot, incoming)
      return incoming.filter(({ id }) => fresh.has(id)).map((one) => ({ ...one, sent: 0 }))
    },
    async left() {
      const rows = await openUpdates<Update>(db, bot)
      return rows.map((row) => ({ ...row, sent: Math.max(row.sent, journal.left.get(row.id) ?? 0) }))
    },
    async noteSent(row, isLast) {
      row.sent += 1
      journal.note(row.id, row.sent)
      if (isLast) return
      await noteSent(db, bot, row.id, row.sent)
      journal.settle(row.id)
    },
    async finish(row) {
      await finishUpdate(db, bot, row.id)
      journal.settle(row.id)
    },
  }
}
