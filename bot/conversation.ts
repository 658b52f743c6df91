import { randomUUID } from 'node:crypto'
import type { Database } from '../knowledge/database/schema.ts'
import { storable } from '../knowledge/language/characters.ts'
import { commandReplies } from '../prompts/command-replies.ts'
import type { Answered } from '../services/conversations/answered.ts'
import {
  type ConversationState,
  deleteConversation,
  findConversation,
} from '../services/conversations/conversation-store.ts'
import { findOutcome } from '../services/conversations/find-outcome.ts'
import { keepTurn } from '../services/conversations/keep-turn.ts'
import type { Command, Message } from '../services/interview/message.ts'
import { offerInterview } from '../services/interview/offer-interview.ts'
import { resumedCode, shareInterview } from '../services/interview/share-interview.ts'
import { takeInterview } from '../services/interview/take-interview.ts'
import { findPersonal, mask } from '../services/privacy/mask.ts'
import type { Reply } from '../services/reply.ts'
import { describeQuestion } from '../services/conversations/question-record.ts'
import { findSwitches } from '../services/staff/switches.ts'
import { takeCommand, takeQuestion } from './answer-turn.ts'
import type { AppServices, Outcome, Turn } from './app-services.ts'
import { readCommand } from './commands-in-chat.ts'
import { inOrder } from './in-order.ts'
import type { Known } from './known.ts'
import { Overtaken } from './outage.ts'
import { Problem } from './problem.ts'
import { takeWhenOff, withoutModel } from './switched-off.ts'

export type Conversation = AppServices['conversation']

type Parts = {
  db: Database
  /** What is known at this moment; it changes when a notice is added or removed. */
  known(): Known
  /** The same without what a model's endpoint adds, for when that is switched off; without it there is no model. */
  knownPlainly?(): Known
  /** The day on which windows are judged, YYYY-MM-DD. */
  today(): string
}

/** How often a turn is answered anew; each time at least one other turn of its conversation has been kept. */
const mostTries = 20

/**
 * The one conversation behind every channel: takes turns, answers them, and keeps them masked. Turns of one conversation
 * are taken one after the other, those of different ones side by side; a turn that comes again gets its first outcome.
 * Within a process they wait for each other; where another process, or another conversation that holds the same interview,
 * has come in between, a turn is answered anew.
 */
export function createConversation({ db, known, knownPlainly, today }: Parts): Conversation {
  const underWay = new Map<string, { fingerprint: string | undefined; outcome: Promise<Outcome> }>()
  const queue = inOrder()
  // One at a time in a scope, whose lock they would wait for: of a process that
  // freezes no others then get the lock in their turn and hold it for as long again.
  const keepInOrder = inOrder()

  async function take(
    turn: Turn,
    onReply?: (reply: Reply) => void,
    onDelta?: (text: string) => void,
  ): Promise<Outcome> {
    const first = underWay.get(turn.id)
    if (first && first.fingerprint !== turn.fingerprint) throw usedId()
    const outcome = await (first?.outcome ?? begin(turn, onDelta))
    if (onReply) outcome.replies.forEach(onReply)
    return outcome
  }

  function begin(turn: Turn, onDelta?: (text: string) => void): Promise<Outcome> {
    const outcome = queue(turn.conversation ?? turn.id, () => takeOnce(turn, onDelta)).finally(() =>
      underWay.delete(turn.id),
    )
    underWay.set(turn.id, { fingerprint: turn.fingerprint, outcome })
    return outcome
  }

  async function takeOnce(turn: Turn, onDelta?: (text: string) => void): Promise<Outcome> {
    const started = performance.now()
    for (let tries = 0; tries < mostTries; tries += 1) {
      const outcome = await tryOnce(turn, started, onDelta)
      if (outcome) return outcome
    }
    throw new Overtaken()
  }

  /** Undefined where what the turn was answered from has changed before it could be kept. */
  async function tryOnce(turn: Turn, started: number, onDelta?: (text: string) => void): Promise<Outcome | undefined> {
    const earlier = await findOutcome(db, turn)
    if (earlier === 'refused') throw usedId()
    if (earlier) return earlier
    const found = turn.conversation === undefined ? undefined : await findConversation(db, turn.conversation)
    const conversation = found ? turn.conversation! : randomUUID()
    const text = storable(turn.text).trim()
    const command = readCommand(text)
    if (command?.name === 'delete') {
      await deleteConversation(db, conversation)
      return { conversation, replies: [forgotten(command)] }
    }
    const state = found?.state ?? { memory: {} }
    const answered = await answer(text, turn.channel, command, state, onDelta)
    const durationMs = Math.round(performance.now() - started)
    const { id, fingerprint, channel } = turn
    const day = today()
    const record = describeQuestion(known(), { ...answered, memory: state.memory, today: day })
    const kept = {
      id,
      fingerprint,
      conversation,
      version: found?.version,
      channel,
      durationMs,
      day,
      record,
      ...answered,
    }
    // A conversation that was deleted meanwhile takes the turn along: it has its answer, and nothing of it stays.
    const keeping = await keepInOrder(record ? `scope ${record.sense.scope ?? ''}` : id, () => keepTurn(db, kept))
    return keeping === 'changed' ? undefined : { conversation, replies: answered.replies }
  }

  async function answer(
    text: string,
    channel: Turn['channel'],
    command: Command | undefined,
    state: ConversationState,
    onDelta?: (text: string) => void,
  ) {
    const switches = await findSwitches(db)
    const isWithoutModel = knownPlainly !== undefined && switches.model.off
    const now = isWithoutModel ? knownPlainly() : known()
    const answerFromNotices = (from: ConversationState) => takeQuestion(text, now, from, message.today, onDelta)
    const message: Message = {
      text,
      command,
      known: now,
      state,
      today: today(),
      answerFromNotices,
      answerCommand: (other, from) => takeCommand(other, now, from),
      proposeAnswer: async (unclear) => now.model?.propose(unclear, now.catalogue),
    }
    const answered =
      takeWhenOff(switches, channel, state) ??
      (await shareInterview(db, message)) ??
      (await takeInterview(message)) ??
      (command ? takeCommand(command, now, state) : offerInterview(await answerFromNotices(state), message))
    // Whoever reads the log is not to go on with the interview.
    const said = isWithoutModel ? withoutModel(answered, switches.model.reason) : answered
    return masked(said, resumedCode(text, command) === undefined ? text : '/resume', now.publicKeys)
  }

  return { take }
}

/** What is kept of a turn. The replies lose what they repeat of the person, and are sent as they are kept. */
function masked(answered: Answered, typed: string, publicKeys: ReadonlySet<string>) {
  const { status, question, used, rejected, state, written } = answered
  const plain = (text: string) => mask(text, (key) => publicKeys.has(key))
  const said = new Set(findPersonal(typed).map(({ key }) => key))
  const unrepeated = (text: string) => mask(text, (key) => publicKeys.has(key) || !said.has(key))
  const replies = answered.replies.map((reply) => ({
    ...reply,
    text: unrepeated(reply.text),
    actions: reply.actions.map(({ label, send }) => ({ label: unrepeated(label), send: unrepeated(send) })),
  }))
  const { content } = state.memory
  const memory = { ...state.memory, ...(content !== undefined && { content: plain(content) }) }
  const log = {
    mode: written ? ('fluent' as const) : ('extractive' as const),
    ...(written && { written }),
    ...(question !== undefined && { question: plain(question) }),
    used,
    rejected,
  }
  return { status, text: plain(typed), replies, state: { ...state, memory }, log }
}

function usedId(): Problem {
  const message = '已经用于另一条消息或另一个对话，或者已经过期，请换一个'
  return new Problem(422, `这个 Idempotency-Key ${message}。`, [{ path: 'idempotency-key', message }])
}

function forgotten({ isEnglish }: Command): Reply {
  const text = isEnglish ? commandReplies.deletedEnglish : commandReplies.deleted
  return { id: randomUUID(), kind: 'info', text, citations: [], actions: [] }
}
