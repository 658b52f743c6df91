import type { Database } from '../../knowledge/database/schema.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ConversationState } from '../conversations/conversation-store.ts'
import type { Interview } from '../conversations/interview.ts'
import { codeLivesDays, findShared, newCode, readCode, type Shared } from '../conversations/shared-interviews.ts'
import { waitsFor } from './asked-last.ts'
import { newsOf, withShown, wordOnSuspension } from './follow-changes.ts'
import { openReply, statusReply } from './interview-replies.ts'
import { languageOfTurn } from './language-of-turn.ts'
import type { Command, Message } from './message.ts'
import { noteReply } from './reply-parts.ts'
import { reminderOffers } from './verdict-replies.ts'

const asksForCode =
  /^(?:续答码|我的续答码|给我?续答码|换(?:一?[个台])?(?:设备|手机|电脑)继续(?:自查)?)[。！!？?]*$|^(?:(?:please )?(?:give me |get |show )?(?:the |a |my )?code|(?:go on|continue)(?: this)? on another (?:device|phone|computer))[.!?]*$/iu
const saysResume = /^(?:续答码?|继续自查)[:：\s]*(?=\S)/u
/** A code alone; with its hyphen, so that no word is taken for one. */
const codeAlone = /^[a-z0-9]{4}[-－—][a-z0-9]{4}$/iu

const ended = (status: string, state: ConversationState, replies: Answered['replies']): Answered => ({
  status,
  replies,
  state,
  used: [],
  rejected: [],
})

/** The code that a message asks to go on with, '' where it gives none that could be one; undefined for other messages. */
export function resumedCode(text: string, command: Command | undefined): string | undefined {
  if (command?.name === 'resume') return readCode(command.argument) ?? ''
  if (command) return undefined
  return readCode(codeAlone.test(text) ? text : saysResume.test(text) ? text.replace(saysResume, '') : '')
}

/** Gives the interview a code under which another channel goes on with it, or goes on with one; undefined otherwise. */
export async function shareInterview(db: Database, message: Message): Promise<Answered | undefined> {
  const { text, command, state } = message
  const code = resumedCode(text, command)
  if (code !== undefined) return resume(code === '' ? undefined : await findShared(db, code), message)
  const isAsked = command ? command.name === 'code' : asksForCode.test(text)
  return isAsked && state.interview ? giveCode(message, state.interview) : undefined
}

function giveCode({ state, known, today }: Message, interview: Interview): Answered {
  const { shared = { code: newCode(), interview, version: 0 } } = state
  const { code, goOnHere } = interviewTextsIn(interview.language)
  const programme = known.programmes.find(({ id }) => id === interview.programme)
  const offers = programme ? reminderOffers({ programme, interview, known, today }) : []
  const reply = noteReply(code(shared.code, codeLivesDays), [{ label: goOnHere, send: '/status' }, ...offers])
  const asked = programme && { asked: waitsFor(programme, interview) }
  return ended('interview-code', { ...state, shared, ...asked }, [reply])
}

function resume(shared: Shared | undefined, message: Message): Answered {
  const { known, state, today } = message
  const interview = shared?.interview
  const suspended = known.suspended?.find(({ id }) => id === interview?.programme)
  if (interview && suspended) {
    const reply = noteReply(wordOnSuspension(suspended, interview))
    return ended('interview-suspended', { ...state, shared, interview }, [reply])
  }
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  if (!interview || !programme) {
    const { noSuchCode } = interviewTextsIn(languageOfTurn(message))
    return ended('interview-code-unknown', state, [noteReply(noSuchCode)])
  }
  const { reply: news } = newsOf({ programme, interview, known, today })
  const { rulesVersion: rules } = programme
  const context = { programme, interview: { ...interview, rules, isConfirmed: false }, known, today }
  const { proposed: _, ...rest } = state
  const memory = { ...state.memory, scope: { notice: programme.notice, programme: programme.id } }
  const replies = [...(news ? [news] : []), statusReply(context), openReply(context)]
  return withShown(
    ended('interview-resumed', { ...rest, memory, shared, interview: context.interview }, replies),
    message,
  )
}
