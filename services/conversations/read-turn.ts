import { isDeepStrictEqual } from 'node:util'
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

/** Something that waits to be told; where `isUnsure` it may have been told already. */
export type News = { id: string; reply: Reply; isUnsure: boolean }

/** A check that is watched: under which rules its person last heard of it, what it said then, and of which answers. */
type Watched = { programme: string; rules: string; shown?: Interview['shown']; answers: Interview['answers'] }

/**
 * What its conversation carries, and in which version it was read; none where there is none of that id. `watched` are the
 * programmes whose check is watched.
 */
export type Found = { state: ConversationState; version: number; news: News[]; watched: string[] }

/** As the database gives it: what was taken before, or the conversation, or null where there is neither. */
type Row =
  | { before: Outcome & { fingerprint: string | null; isOver: boolean } }
  | {
      before?: undefined
      state: KeptState
      version: number
      interview: Interview | null
      shared_version: number | null
      watched: Watched[] | null
      news: News[] | null
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
  const watched = row.watched ?? []
  const found = { version, news: row.news ?? [], watched: watched.map(({ programme }) => programme) }
  if (code !== undefined && interview && sharedVersion !== null) {
    const shared = { code, interview, version: sharedVersion }
    return { ...found, state: { ...state, shared, interview: lastHeard(interview, watched) } }
  }
  return { ...found, state: state.interview ? { ...state, interview: lastHeard(state.interview, watched) } : state }
}

/** The interview with what its check was told to say: what the person was sent, it is not said again. */
function lastHeard(interview: Interview, watched: readonly Watched[]): Interview {
  const own = watched.find(({ programme }) => programme === interview.programme)
  const isAhead = own?.shown && own.rules !== interview.rules && isDeepStrictEqual(own.answers, interview.answers)
  return isAhead ? { ...interview, shown: own.shown! } : interview
}
