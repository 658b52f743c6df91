import { CompiledQuery } from 'kysely'
import { prepared } from '../../knowledge/database/prepared.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'
import type { ConversationState, KeptState } from './conversation-store.ts'
import type { Interview } from './interview.ts'
import { codeLivesDays } from './shared-interviews.ts'

/** For how many hours the first message of a conversation can be sent again without naming the conversation. */
const firstRetryHours = 24

const statement = prepared('read-turn', 'select read_turn($1, $2, $3, $4) as read')

type Sent = { id: string; fingerprint?: string | undefined; conversation?: string | undefined }
type Outcome = { conversation: string; replies: Reply[] }

/** What its conversation carries, and in which version it was read; none where there is none of that id. */
export type Found = { state: ConversationState; version: number }

/** As the database gives it: what was taken before, or the conversation, or null where there is neither. */
type Row =
  | { before: Outcome & { fingerprint: string | null; isOver: boolean } }
  | {
      before?: undefined
      state: KeptState
      version: number
      interview: Interview | null
      shared_version: number | null
    }
  | null

/**
 * Reads all that a turn is answered from, as it is at one moment: `earlier` for an id that was taken before is what that turn
 * led to, as it was kept.
 *
 * @param sent With a fingerprint, which goes with an id that the sender chose, it must be the turn that was taken. One that
 *   began its conversation is given for `firstRetryHours`, and only until the conversation goes on: whoever goes on with it
 *   has the outcome, and anybody else would learn by it which conversation that is.
 * @returns `earlier: 'refused'` where the id was used and the sender can't have the outcome.
 */
export async function readTurn(
  db: Database,
  { id, fingerprint, conversation }: Sent,
): Promise<{ earlier?: Outcome | 'refused'; found?: Found }> {
  const parameters = [id, conversation ?? null, firstRetryHours, codeLivesDays]
  const { rows } = await db.executeQuery<{ read: Row }>(CompiledQuery.raw(statement, parameters))
  const read = rows[0]?.read
  if (!read) return {}
  if (!read.before) return { found: foundOf(read) }
  const { before } = read
  if (fingerprint !== undefined && (before.fingerprint !== fingerprint || before.isOver)) return { earlier: 'refused' }
  return { earlier: { conversation: before.conversation, replies: before.replies } }
}

function foundOf(row: Exclude<Row, { before: object } | null>): Found {
  const { code, ...state } = row.state
  const { version, interview, shared_version: sharedVersion } = row
  if (code === undefined || !interview || sharedVersion === null) return { state, version }
  return { state: { ...state, shared: { code, interview, version: sharedVersion }, interview }, version }
}
