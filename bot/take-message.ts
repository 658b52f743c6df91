import type { Database } from '../knowledge/database/schema.ts'
import { keptByText } from '../knowledge/kept.ts'
import { answerCode, codeInChat } from '../services/colleagues/code-in-chat.ts'
import { askInChat } from '../services/colleagues/ask-in-chat.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import type { Command, Message } from '../services/interview/message.ts'
import { withAsked } from '../services/interview/asked-last.ts'
import { answerOfferingInterview } from '../services/interview/offer-interview.ts'
import { choiceOf, withOffers } from '../services/interview/offers.ts'
import { resumedCode, shareInterview } from '../services/interview/share-interview.ts'
import { holdInPrivate } from '../services/interview/hold-in-private.ts'
import { takeInterview } from '../services/interview/take-interview.ts'
import { findPersonal, mask } from '../services/privacy/mask.ts'
import { takeReminder } from '../services/reminders/take-reminder.ts'
import { switchesInForce } from '../services/staff/switches.ts'
import { beginWith, takeCommand, takeQuestion } from './answer-turn.ts'
import type { Turn } from './app-services.ts'
import { readCommand } from './commands-in-chat.ts'
import type { Known } from './known.ts'
import { takeNextStep } from './next-step.ts'
import { switchTopic } from './switch-topic.ts'
import { takeWhenOff, withoutModel } from './switched-off.ts'
import { heldOn } from '../services/eligibility/hold-on.ts'
import { withTopic } from './with-topic.ts'

/** What a conversation is answered from and kept in. */
export type ConversationParts = {
  db: Database
  /** What is known at this moment; it changes when a notice is added or removed. */
  known(): Known
  /** The same without what a model's endpoint adds, for when that is switched off; without it there is no model. */
  knownPlainly?(): Known
  /** The day on which windows are judged, YYYY-MM-DD. */
  today(): string
  /** Hears of a turn that was a question and is kept: it waits to be entered into the log of the console. */
  onAsked?(turn: string): void
  /** Under which people reach this server, where that is known. */
  publicUrl?: string | undefined
}

/** What was typed, where, and what its conversation carries. */
type Typed = {
  text: string
  channel: Turn['channel']
  command: Command | undefined
  state: ConversationState
  /** Whether something waits to be told. */
  hasNews?: boolean
  /** Whether several people hold the conversation. */
  isShared?: boolean
}

/** Answers a message of a conversation; what comes of it is masked, as it is sent and kept. */
export async function takeMessage({ db, known, knownPlainly, today }: ConversationParts, sent: Typed) {
  const typed = withoutUnitCommand(sent)
  const { text, channel } = typed
  const meant = withChoice(typed)
  const { command, state } = meant
  const switches = await switchesInForce(db)
  const isWithoutModel = knownPlainly !== undefined && switches.model.off
  const now = isWithoutModel ? knownPlainly() : known()
  const message = messageOf(meant, now, today())
  const answered =
    takeReminder({ ...message, channel }, sent.hasNews ?? false) ??
    takeWhenOff(switches, channel, state) ??
    (sent.isShared
      ? ((await switched(message, now)) ?? (await holdInPrivate(message)))
      : ((await shareInterview(db, message)) ??
        askInChat(message) ??
        codeInChat(message) ??
        (await switched(message, now)) ??
        (await takeInterview(message)))) ??
    takeNextStep(message) ??
    (command
      ? withOffers(await beginWith(takeCommand(command, now, state, today()), command.isEnglish, now, today()), now)
      : await answerOfferingInterview(message))
  const said = isWithoutModel ? withoutModel(answered, switches.model.reason) : answered
  // A code is no word of any language, and whoever reads the log is not to have it.
  const words =
    resumedCode(text, typed.command) !== undefined
      ? '/resume'
      : answerCode(text, typed.command) !== undefined
        ? '/answer'
        : text
  return masked(withTopic(withAsked(said, { known: now }), words, now), words, now.publicKeys)
}

/** Another topic in so many words, with what can be asked of it. */
async function switched(message: Message, now: Known): Promise<Answered | undefined> {
  const answered = switchTopic(message, now)
  return answered && withOffers(await beginWith(answered, false, now, message.today), now)
}

/** `/unit 瑞金医院` asks for the unit. */
const withoutUnitCommand = (typed: Typed): Typed =>
  typed.command?.name === 'unit' && typed.command.argument !== ''
    ? { ...typed, text: typed.command.argument, command: undefined }
    : typed

/** `2` or 第二个 stands for the second thing offered last. */
function withChoice(typed: Typed): Typed {
  const { offers, ...state } = typed.state
  const send = typed.command ? undefined : choiceOf(typed.text, offers)
  return send === undefined ? typed : { ...typed, text: send, command: readCommand(send), state }
}

/** The message with what an interview can't do itself. Whatever a model is asked for it shares one time. */
function messageOf({ text, channel, command, state }: Typed, now: Known, today: string): Message {
  const modelUntil = performance.now() + (now.model?.limitMs ?? 0)
  return {
    text,
    command,
    known: heldOn(now, today),
    state,
    today,
    hasButtons: channel === 'web',
    now: Date.now(),
    answerFromNotices: (from, instead) => takeQuestion(instead ?? text, now, from, today, modelUntil),
    answerCommand: (other, from) => takeCommand(other, now, from, today),
    proposeAnswer: async (unclear) => now.model?.propose(unclear, now.catalogue, modelUntil),
  }
}

/** What is kept of a turn. The replies lose what they repeat of the person, and are sent as they are kept. */
function masked(answered: Answered, typed: string, publicKeys: Known['publicKeys']) {
  const { status, question, used, rejected, state, chosen, reminders, found, faq, opens } = answered
  // What is typed, what is asked and what the conversation carries are most often one text.
  const find = keptByText(findPersonal)
  const plain = (text: string) => mask(text, (key) => publicKeys.has(key), find)
  const said = new Set(find(typed).map(({ key }) => key))
  const unrepeated = (text: string) =>
    said.size === 0 ? text : mask(text, (key) => publicKeys.has(key) || !said.has(key))
  const replies = answered.replies.map((reply) => ({
    ...reply,
    text: unrepeated(reply.text),
    actions: reply.actions.map((action) => ({
      ...action,
      label: unrepeated(action.label),
      send: unrepeated(action.send),
    })),
  }))
  const { content } = state.memory
  const memory = { ...state.memory, ...(content !== undefined && { content: plain(content) }) }
  const log = {
    mode: chosen ? ('chosen' as const) : ('extractive' as const),
    ...(chosen && { chosen }),
    ...(question !== undefined && { question: plain(question) }),
    used,
    rejected,
    ...(found && { found }),
    ...(faq !== undefined && { faq }),
  }
  return { status, text: plain(typed), replies, state: { ...state, memory }, log, reminders, opens }
}
