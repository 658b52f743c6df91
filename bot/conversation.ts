import { randomUUID } from 'node:crypto'
import { storable } from '../knowledge/language/characters.ts'
import { reminderTexts } from '../prompts/reminder-texts.ts'
import { commandReplies } from '../prompts/command-replies.ts'
import type { Answered } from '../services/conversations/answered.ts'
import { type ConversationState, deleteConversation } from '../services/conversations/conversation-store.ts'
import { keepTurn } from '../services/conversations/keep-turn.ts'
import { isQuestion } from '../services/conversations/question-record.ts'
import { type Found, type News, readTurn } from '../services/conversations/read-turn.ts'
import { watchedOf } from '../services/conversations/reminder-change.ts'
import { heldOn } from '../services/eligibility/hold-on.ts'
import { languageOfTurn } from '../services/interview/language-of-turn.ts'
import { tell } from '../services/happenings.ts'
import { newsOf } from '../services/interview/follow-changes.ts'
import type { Command } from '../services/interview/message.ts'
import type { Reply } from '../services/reply.ts'
import type { AppServices, Outcome, Turn } from './app-services.ts'
import { readCommand } from './commands-in-chat.ts'
import { inOrder } from './in-order.ts'
import { Overtaken } from './outage.ts'
import { Problem } from './problem.ts'
import { withPage } from './opened-page.ts'
import { type ConversationParts, takeMessage } from './take-message.ts'

export type Conversation = AppServices['conversation']

/** How often a turn is answered anew; each time at least one other turn of its conversation has been kept. */
const mostTries = 20

/**
 * The one conversation behind every channel: takes turns, answers them, and keeps them masked. Turns of one conversation
 * are taken one after the other, those of different ones side by side; a turn that comes again gets its first outcome.
 * Within a process they wait for each other; where another process, or another conversation that holds the same interview,
 * has come in between, a turn is answered anew.
 */
export function createConversation(parts: ConversationParts): Conversation {
  const underWay = new Map<string, { fingerprint: string | undefined; outcome: Promise<Outcome> }>()
  const queue = inOrder()

  async function take(turn: Turn, onReply?: (reply: Reply) => void): Promise<Outcome> {
    const first = underWay.get(turn.id)
    if (first && first.fingerprint !== turn.fingerprint) throw usedId()
    const outcome = await (first?.outcome ?? begin(turn))
    if (onReply) outcome.replies.forEach(onReply)
    return outcome
  }

  function begin(turn: Turn): Promise<Outcome> {
    const outcome = queue(turn.conversation ?? turn.id, () => takeOnce(turn)).finally(() => underWay.delete(turn.id))
    underWay.set(turn.id, { fingerprint: turn.fingerprint, outcome })
    return outcome
  }

  async function takeOnce(turn: Turn): Promise<Outcome> {
    const started = performance.now()
    for (let tries = 0; tries < mostTries; tries += 1) {
      const outcome = await tryOnce(parts, turn, started)
      if (outcome) return outcome
    }
    throw new Overtaken()
  }

  async function hasNews(conversation: string): Promise<boolean> {
    const { found } = await readTurn(parts.db, { id: randomUUID(), conversation })
    return found !== undefined && (found.news.length > 0 || isChanged(found.state, parts))
  }

  return { take, hasNews }
}

/**
 * Undefined where what the turn was answered from has changed before it could be kept.
 *
 * @param started In the milliseconds of `performance.now()`.
 */
async function tryOnce(parts: ConversationParts, turn: Turn, started: number) {
  const { db, today } = parts
  const { earlier, found } = await readTurn(db, turn)
  if (earlier === 'refused') throw usedId()
  if (earlier) return earlier
  const conversation = found ? turn.conversation! : randomUUID()
  const text = storable(turn.text).trim()
  const command = readCommand(text)
  if (command?.name === 'delete') {
    await deleteConversation(db, conversation)
    return { conversation, replies: [forgotten(command, found?.state)] }
  }
  const state = readerOf(turn, command, found?.state)
  const news = found?.news ?? []
  const { opens, ...answered } = await takeMessage(parts, {
    text,
    channel: turn.channel,
    command,
    state,
    hasNews: news.length > 0,
    isShared: turn.isShared ?? false,
  })
  const said = leftCheck(answered, found) === undefined ? answered.replies : withUnwatched(answered)
  const replies = [...news.map(toldReply), ...said]
  const durationMs = Math.round(performance.now() - started)
  const { id, fingerprint, channel } = turn
  const day = today()
  const asked = isQuestion(answered.status) ? { memory: state.memory, day, channel } : undefined
  const version = found?.version
  // A conversation that was deleted meanwhile takes the turn along: it has its answer, and nothing of it stays.
  const keeping = await keepTurn(db, {
    id,
    fingerprint,
    conversation,
    version,
    channel,
    durationMs,
    day,
    asked,
    ...answered,
    replies,
    ...(news.length > 0 && { told: news.map((one) => one.id) }),
    reminders: remindersAfter(answered, found),
  }).catch(tellRefusal)
  if (keeping === 'kept') tell('turn', { channel, status: answered.status, ms: durationMs })
  if (keeping === 'kept' && asked) parts.onAsked?.(id)
  if (keeping === 'kept' && opens) return { conversation, replies: await withPage(parts, replies, { opens, channel }) }
  return keeping === 'changed' ? undefined : { conversation, replies }
}

function tellRefusal(error: unknown): never {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string') tell('refused', { code })
  throw error
}

/** What a turn changes of what its person hears of; a check that is watched is watched as it stands from now on. */
function remindersAfter(
  { state, reminders, status }: Pick<Answered, 'state' | 'reminders' | 'status'>,
  found: Found | undefined,
) {
  const { interview } = state
  const isWatched = interview && found?.watched.includes(interview.programme)
  const left = leftCheck({ state, status }, found)
  return isWatched
    ? { ...reminders, checked: watchedOf(interview) }
    : left === undefined
      ? reminders
      : { ...reminders, left }
}

/** The programme of a check that was watched and has just been left. */
function leftCheck(
  { state, status }: Pick<Answered, 'state' | 'status'>,
  found: Found | undefined,
): string | undefined {
  const left = status === 'interview-cancelled' ? state.left?.interview.programme : undefined
  return left !== undefined && found?.watched.includes(left) ? left : undefined
}

/** The word that a check is left, with what that ends. */
function withUnwatched({ replies: [first, ...rest], state: { left } }: Pick<Answered, 'replies' | 'state'>): Reply[] {
  if (!first) return rest
  return [{ ...first, text: `${first.text}\n${reminderTexts.unwatched[left?.interview.language ?? 'zh']}` }, ...rest]
}

/** What waited to be told, as a reply of the turn that tells it. */
function toldReply({ id, reply, isUnsure }: News): Reply {
  if (!isUnsure) return { ...reply, id }
  return {
    ...reply,
    id,
    text: `${reply.text}\n${reminderTexts.unsure[/\p{Script=Han}/u.test(reply.text) ? 'zh' : 'en']}`,
  }
}

/** Whether the check of a conversation says something else than when it was last shown. */
function isChanged({ interview }: ConversationState, { known, today }: ConversationParts): boolean {
  const now = heldOn(known(), today())
  const programme = now.programmes.find(({ id }) => id === interview?.programme)
  if (!interview || !programme) return false
  return newsOf({ programme, interview, known: now, today: today() }).reply !== undefined
}

/** The state with the language of a sender who names it, for a first message or a command, which show none. */
function readerOf({ language }: Turn, command: Command | undefined, state?: ConversationState): ConversationState {
  if (language === undefined || (state && !command)) return state ?? { memory: {} }
  return { ...state, memory: { ...state?.memory, english: language === 'en' || undefined } }
}

function usedId(): Problem {
  const message = '已经用于另一条消息或另一个对话，或者已经过期，请换一个'
  return new Problem(422, `这个 Idempotency-Key ${message}。`, [{ path: 'idempotency-key', message }])
}

function forgotten(command: Command, state: ConversationState = { memory: {} }): Reply {
  const text = languageOfTurn({ command, state }) === 'en' ? commandReplies.deletedEnglish : commandReplies.deleted
  return { id: randomUUID(), kind: 'info', text, citations: [], actions: [] }
}
