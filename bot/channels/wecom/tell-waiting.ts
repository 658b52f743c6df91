import type { Database } from '../../../knowledge/database/schema.ts'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import { findChat, findNoted, keepNote } from '../../../services/chats/chats.ts'
import { listGroups } from '../../../services/staff/list-groups.ts'
import { switchesInForce } from '../../../services/staff/switches.ts'
import type { Connection } from './connection.ts'
import type { WeComNote } from './post.ts'
import { plain } from './render-turn.ts'

/** Questions that are repeated. */
const mostShown = 3

/** What waits for staff of the questions of a day: groups without an answer, groups that people were not content with. */
export type Waiting = { open: number; disliked: number; questions: string[] }

/** What waits of a day, YYYY-MM-DD; the questions most asked first, masked. */
export async function waitingOn(db: Database, day: string): Promise<Waiting> {
  const filter = { from: day, to: day, review: 'new' as const }
  const open = await listGroups(db, { ...filter, queue: 'unanswered' }, 1, mostShown)
  const disliked = await listGroups(db, { ...filter, queue: 'disliked' }, 1, 1)
  return { open: open.total, disliked: disliked.total, questions: open.groups.map(({ last }) => plain(last.text)) }
}

type Parts = {
  db: Database
  bot: string
  connection: Connection
  /** The day, YYYY-MM-DD. */
  today(): string
  publicUrl: string | undefined
}

/** Tells those who asked to hear of it that more waits than they were told of on this day: once for what has come since. */
export async function tellWaiting({ db, bot, connection, today, publicUrl }: Parts): Promise<void> {
  const { assistant, wecom } = await switchesInForce(db)
  if (assistant.off || wecom.off) return
  const day = today()
  const noted = await findNoted<WeComNote>(db, { channel: 'wecom', account: bot }, 'waiting')
  if (noted.length === 0) return
  const waiting = await waitingOn(db, day)
  const count = waiting.open + waiting.disliked
  for (const { chat, note } of noted) {
    const told = note.waiting?.day === day ? note.waiting.told : 0
    if (count <= told) continue
    const content = `${texts.waiting(waiting, publicUrl)}\n\n${texts.howToStop}`
    const body = { chatid: chat, chat_type: note.isGroup ? 2 : 1, msgtype: 'markdown', markdown: { content } }
    const end = await connection.send('aibot_send_msg', body)
    // What was heard nothing of may have been taken, and is not said again.
    if (end === 'unknown' || end.code === 0) await noteWaiting(db, bot, chat, { day, told: count })
  }
}

/** Notes how much a chat was told of; undefined ends it. */
export async function noteWaiting(
  db: Database,
  bot: string,
  chat: string,
  waiting: WeComNote['waiting'],
  isGroup?: boolean,
): Promise<void> {
  const key = { channel: 'wecom' as const, account: bot, chat }
  const { note } = await findChat<WeComNote>(db, key)
  const { waiting: _, ...rest } = note
  await keepNote<WeComNote>(db, key, {
    ...rest,
    ...(isGroup !== undefined && { isGroup }),
    ...(waiting && { waiting }),
  })
}
