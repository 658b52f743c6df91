import { createHash } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import { cutTo } from '../../../knowledge/language/characters.ts'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import { type ChatKey, findChat, rememberChat } from '../../../services/chats/chats.ts'
import { findReply } from '../../../services/conversations/conversation-store.ts'
import type { ChannelParts } from '../channel.ts'
import { isStillAsked } from '../still-asked.ts'
import { isOutage } from '../../outage.ts'
import { personText } from '../../validation.ts'
import type { Connection } from './connection.ts'
import { countFile } from './count-file.ts'
import type { WeComNote } from './post.ts'
import type { Incoming } from './read-frame.ts'
import { replyOfTask, settledCard } from './render-turn.ts'
import { sendFiles } from './send-files.ts'
import { type Speaker, speaker } from './speaker.ts'
import { noteWaiting, waitingOn } from './tell-waiting.ts'

export type Desk = Pick<ChannelParts, 'db' | 'services' | 'publicUrl' | 'today'> & {
  bot: string
  /** Whether files may come over an address that is not encrypted, as the connection does. */
  isPlain: boolean
  metrics: Pick<ChannelParts['metrics'], 'reply'>
  connection: Connection
  log(): Pick<FastifyBaseLogger, 'warn' | 'error'>
}

type Of<Kind> = Extract<Incoming, { kind: Kind }>

const messageSchema = personText(2000)
const longestComment = 500
/** What staff ask about the work of the day. */
const asksForWaiting =
  /^(?:今天|今日|现在)?(?:还)?有?(?:几条|多少条|多少|哪些)?(?:未答复|没答复|待处理|没有答复)(?:的)?(?:提问|问题)?(?:有?几条|有?多少)?[？?吗。]*$/u
/** Wanting a word when something waits, or none any more. */
const wantsWaiting =
  /^(?:请|以后)?(?:今后|以后)?有(?:了)?(?:新的?)?(?:未答复|没答复|待处理|没有答复)(?:的)?(?:提问|问题)?(?:了|时|的时候|的话)?(?:就|请)?(?:告诉|通知|提醒)(?:一下)?我(?:们)?[。！!]*$/u
const wantsNoWaiting =
  /^(?:请)?(?:不要|不用|别|停止)再?(?:告诉|通知|提醒)(?:我们?)?(?:有)?(?:未答复|没答复|待处理|没有答复)(?:的)?(?:提问|问题)?(?:了)?[。！!]*$/u

const keyOf = ({ bot }: Desk, { chat }: Incoming): ChatKey => ({ channel: 'wecom', account: bot, chat })

/** Handles what came in; a failure is said in words and logged without any. */
export async function takeIncoming(desk: Desk, incoming: Incoming): Promise<void> {
  const { kind } = incoming
  if (kind === 'rated') return rate(desk, incoming)
  const answers = kind !== 'pressed' && kind !== 'entered'
  const say = speaker(desk.connection, incoming, answers)
  try {
    if (kind === 'words') await takeWords(desk, incoming, incoming.text, say)
    else if (kind === 'file') await say.sayWords(await countFile(desk.services, incoming.file, desk.isPlain))
    else if (kind === 'unreadable') await say.sayWords(texts.unreadable[incoming.what])
    else if (kind === 'pressed') await takePress(desk, incoming, say)
    else await welcome(desk, incoming)
  } catch (error) {
    const isAway = isOutage(error)
    if (!isAway) desk.log().error({ err: error }, 'wecom message failed')
    await say.sayWords(isAway ? texts.away : texts.failed)
  }
}

async function takeWords(desk: Desk, incoming: Incoming, said: string, say: Speaker): Promise<void> {
  const { data: text, error } = messageSchema.safeParse(said)
  if (error) return say.sayWords(error.issues.map(({ message }) => message).join('\n'))
  const aboutWaiting = await answerOnWaiting(desk, incoming, text)
  if (aboutWaiting !== undefined) return say.sayWords(aboutWaiting)
  const { replies } = await takeTurn(desk, incoming, text)
  for (const { kind } of replies) desk.metrics.reply(kind)
  await say.say(replies, desk.publicUrl)
  const assessed = replies.find(({ kind }) => kind === 'assessment')
  if (assessed) await sendFiles(desk.connection, incoming, assessed, desk.services.downloads)
}

async function takeTurn(desk: Desk, incoming: Incoming, text: string) {
  const key = keyOf(desk, incoming)
  const { conversation, note } = await findChat<WeComNote>(desk.db, key)
  const id = `wecom-${createHash('sha256').update([desk.bot, incoming.id].join('\n')).digest('hex').slice(0, 32)}`
  const turn = { id, ...(conversation !== undefined && { conversation }), text, channel: 'wecom' as const }
  const outcome = await desk.services.conversation.take(turn)
  if (outcome.conversation !== conversation)
    await rememberChat<WeComNote>(desk.db, key, outcome.conversation, { ...note, isGroup: incoming.isGroup })
  return outcome
}

/** Answers what staff say of the work that waits; undefined for anything else. */
async function answerOnWaiting({ db, bot, today, publicUrl }: Desk, { chat, isGroup }: Incoming, text: string) {
  if (asksForWaiting.test(text)) return texts.waiting(await waitingOn(db, today()), publicUrl)
  if (wantsWaiting.test(text)) {
    const { open, disliked } = await waitingOn(db, today())
    await noteWaiting(db, bot, chat, { day: today(), told: open + disliked }, isGroup)
    return texts.waitingAgreed
  }
  if (!wantsNoWaiting.test(text)) return undefined
  await noteWaiting(db, bot, chat, undefined)
  return texts.waitingEnded
}

/** Turns the card into its choice, and takes the choice as words. The card can be changed once, within five seconds. */
async function takePress(desk: Desk, incoming: Of<'pressed'>, say: Speaker): Promise<void> {
  const reply = await findReply(desk.db, replyOfTask(incoming.task))
  const action = reply?.actions[Number(incoming.key)]
  const settle = (title: string, label: string) => {
    const body = { response_type: 'update_template_card', template_card: settledCard(title, label, incoming.task) }
    return desk.connection.send('aibot_respond_update_msg', body, incoming.request)
  }
  if (!reply || !action) return void (incoming.key !== 'settled' && (await settle(texts.stale, '…')))
  const { conversation } = await findChat(desk.db, keyOf(desk, incoming))
  if (reply.kind === 'question' && reply.asks && !(await isStillAsked(desk.db, conversation, reply.asks))) {
    await settle(texts.passed, '…')
    return
  }
  const settled = settle(texts.chosen(action.label), texts.chosen(action.label))
  await takeWords(desk, incoming, action.send, say)
  await settled
}

/** Greets who comes into the chat for the first time of a day. It begins no conversation. */
async function welcome(desk: Desk, incoming: Incoming): Promise<void> {
  await desk.connection.send(
    'aibot_respond_welcome_msg',
    { msgtype: 'text', text: { content: texts.welcome } },
    incoming.request,
  )
}

async function rate(desk: Desk, { reply, helpful, comment }: Of<'rated'>): Promise<void> {
  const note = comment === undefined ? {} : { comment: cutTo(comment, longestComment) }
  try {
    await desk.services.feedback.record({ reply, helpful, ...note })
  } catch (error) {
    desk.log().warn({ err: error }, 'wecom feedback failed')
  }
}
