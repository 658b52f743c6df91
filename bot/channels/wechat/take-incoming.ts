import { createHash } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import { cutTo, shortened } from '../../../knowledge/language/characters.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { wechatTexts as texts } from '../../../prompts/wechat-texts.ts'
import { type Chat, type ChatKey, findChat, forgetChat, rememberChat } from '../../../services/chats/chats.ts'
import { findLastReply } from '../../../services/conversations/find-last-reply.ts'
import { findReplies, findTurnOf } from '../../../services/conversations/find-replies.ts'
import type { ChannelParts } from '../channel.ts'
import { readDeepLink } from '../deep-link.ts'
import { isStillAsked } from '../still-asked.ts'
import { personText } from '../../validation.ts'
import type { Incoming } from './read-incoming.ts'
import { type Meaning, readMeaning, type WeChatNote } from './read-meaning.ts'
import { renderGrounds, renderTurn, type Shown } from './render-turn.ts'

/** What the handling of messages needs of the house. */
export type Desk = Pick<ChannelParts, 'services' | 'publicUrl'> & {
  db: Database
  metrics: Pick<ChannelParts['metrics'], 'reply'>
  log(): Pick<FastifyBaseLogger, 'warn' | 'error'>
}

/** So many turns of a chat keep their links. */
const mostTurns = 20
/** Characters of a recording that are repeated, and of a comment that are kept. */
const longestHeard = 60
const longestComment = 500
const messageSchema = personText(2000)

export const keyOf = ({ account, person }: Incoming): ChatKey => ({ channel: 'wechat', account, chat: person })

/** The id of the turn that a message is, the same each time it comes; nobody can read from it who sent it. */
export function turnOf({ account, person, id }: Incoming): string {
  return `wechat-${createHash('sha256').update([account, person, id].join('\n')).digest('hex').slice(0, 32)}`
}

/** Handles a message. @returns The text to answer with; undefined where nothing is to be said. */
export async function takeIncoming(desk: Desk, incoming: Incoming): Promise<string | undefined> {
  const { said } = incoming
  const chat = await findChat<WeChatNote>(desk.db, keyOf(incoming))
  switch (said.kind) {
    case 'nothing':
      return undefined
    case 'left':
      return void (await forgetChat(desk.db, keyOf(incoming)))
    case 'unreadable':
      return texts.unreadable[said.what]
    case 'followed':
      return `${texts.welcome}\n\n${await takeWords(desk, incoming, chat, sceneWords(said.scene))}`
    case 'scanned':
      return takeWords(desk, incoming, chat, sceneWords(said.scene))
    case 'voice':
      return `${texts.heard(shortened(said.text, longestHeard))}\n\n${await takeMeant(desk, incoming, chat, said)}`
    case 'words':
      return takeMeant(desk, incoming, chat, said)
  }
}

const sceneWords = (scene = ''): string => readDeepLink(scene) ?? '/start'

async function takeMeant(
  desk: Desk,
  incoming: Incoming,
  chat: Chat<WeChatNote>,
  said: { text: string; menu?: string },
) {
  const { data: text, error } = messageSchema.safeParse(said.text)
  if (error) return error.issues.map(({ message }) => message).join('\n')
  const meaning = await readMeaning({ ...said, text }, chat.note, (turn) => shownOf(desk, turn))
  return actOn(desk, incoming, chat, text, meaning)
}

async function actOn(desk: Desk, incoming: Incoming, chat: Chat<WeChatNote>, text: string, meaning: Meaning) {
  switch (meaning.kind) {
    case 'more':
      return (await nextPage(desk, incoming, chat)) ?? takeWords(desk, incoming, chat, text)
    case 'again':
      return again(desk, incoming, chat)
    case 'grounds':
      return showPage(desk, incoming, chat, { turn: meaning.turn, view: 'grounds', page: 0 })
    case 'rating':
      return rate(desk, meaning)
    case 'passed':
      return passed(desk, chat)
    case 'action': {
      const { reply, send } = meaning.offered
      if (reply.kind === 'question' && reply.asks && !(await isStillAsked(desk.db, chat.conversation, reply.asks)))
        return passed(desk, chat)
      return takeWords(desk, incoming, chat, send)
    }
    case 'words':
      return takeWords(desk, incoming, chat, meaning.text)
  }
}

/** Takes words as a turn of the chat's conversation. @param turn The turn that they are; that of the message itself by default. */
async function takeWords(
  desk: Desk,
  incoming: Incoming,
  chat: Chat<WeChatNote>,
  text: string,
  turn = turnOf(incoming),
) {
  const { conversation, note } = chat
  const sent = { id: turn, ...(conversation !== undefined && { conversation }), text, channel: 'wechat' as const }
  const outcome = await desk.services.conversation.take(sent)
  for (const { kind } of outcome.replies) desk.metrics.reply(kind)
  const turns = [...(note.turns ?? []).filter((one) => one !== turn), turn].slice(-mostTurns)
  const next: Partial<WeChatNote> = { turns, message: incoming.id, view: 'answer', page: 0 }
  await rememberChat(desk.db, keyOf(incoming), outcome.conversation, next)
  return renderTurn({ turn, replies: outcome.replies }, desk.publicUrl)[0]
}

const shownOf = async ({ db }: Desk, turn: string): Promise<Shown> => ({ turn, replies: await findReplies(db, turn) })

type Place = { turn: string; view: WeChatNote['view']; page: number }

/** The page after the one shown last; that one again where the same message comes again. Undefined where none is left. */
async function nextPage(desk: Desk, incoming: Incoming, chat: Chat<WeChatNote>): Promise<string | undefined> {
  const { turns = [], message, view = 'answer', page = 0 } = chat.note
  return showPage(desk, incoming, chat, { turn: turns.at(-1)!, view, page: message === incoming.id ? page : page + 1 })
}

async function showPage(
  desk: Desk,
  incoming: Incoming,
  { conversation, note }: Chat<WeChatNote>,
  { turn, view, page }: Place,
) {
  const shown = await shownOf(desk, turn)
  const pages = view === 'grounds' ? renderGrounds(shown, desk.publicUrl) : renderTurn(shown, desk.publicUrl)
  const text = pages[page]
  if (text === undefined || conversation === undefined) return undefined
  const turns = [...(note.turns ?? []).filter((one) => one !== turn), turn]
  await rememberChat<WeChatNote>(desk.db, keyOf(incoming), conversation, {
    ...note,
    turns,
    message: incoming.id,
    view,
    page,
  })
  return text
}

/** What was not there in time, or was shown last. */
async function again(desk: Desk, incoming: Incoming, chat: Chat<WeChatNote>) {
  const { awaits, turns = [] } = chat.note
  if (awaits) return takeWords(desk, incoming, chat, awaits.text, awaits.turn)
  const last = turns.at(-1)
  const text = last && (await showPage(desk, incoming, chat, { turn: last, view: 'answer', page: 0 }))
  return text ?? texts.lost
}

async function rate({ db, services }: Desk, { turn, helpful, comment }: Extract<Meaning, { kind: 'rating' }>) {
  const replies = turn === undefined ? [] : await findReplies(db, turn)
  const rated = replies.findLast(({ kind }) => kind !== 'question' && kind !== 'info') ?? replies.at(-1)
  if (!rated) return texts.nothingToRate
  const note = comment === undefined ? undefined : cutTo(comment, longestComment)
  await services.feedback.record({ reply: rated.id, helpful, ...(note !== undefined && { comment: note }) })
  return helpful || comment !== undefined ? texts.thanks : texts.sorry
}

/** A link of a question that is answered already: the open question is put again. */
async function passed(desk: Desk, { conversation }: Chat<WeChatNote>): Promise<string> {
  const last = conversation && (await findLastReply(desk.db, conversation, ['question', 'summary', 'assessment']))
  if (!last || last.kind === 'assessment') return texts.passed
  const turn = await findTurnOf(desk.db, last.id)
  const pages = turn === undefined ? [] : renderTurn(await shownOf(desk, turn), desk.publicUrl)
  return [texts.passed, ...pages.slice(0, 1)].join('\n\n')
}
