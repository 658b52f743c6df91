import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ConversationState } from '../conversations/conversation-store.ts'
import { stopAwaiting, withColleaguesOf } from './given.ts'
import { languageOfTurn } from './language-of-turn.ts'
import { kept, type Message } from './message.ts'
import { act, type InterviewContext, noteReply } from './reply-parts.ts'
import { stepIn, steps } from './spoken-moves.ts'
import { begin } from './begin-interview.ts'
import { goOn } from './go-on.ts'

/** For how long an interview that was left can be taken up again. */
const restorableMs = 24 * 60 * 60 * 1000

const leaves =
  /^(?:确定|确认|是|是的|对|对的|嗯+|好|好的|退出|确定退出|取消|确认退出|不查了|leave|yes|yep|yeah|sure|ok|okay|quit|exit|stop|(?:yes,? )?(?:please )?leave(?: it| now)?|yes,? please)[了吧的。.！!]*$/iu
const stays =
  /^(?:否|不|不了|不是|没有|算了|不退|不退了|不退出|先不退|no|nope|never ?mind|(?:no,? )?(?:stay|don['’]t(?: leave)?|not yet|keep (?:it|going)))[。.！!]*$/iu
const restores =
  /^(?:请|我要|帮我)?(?:恢复|撤销|撤回|找回)(?:一下)?(?:刚才的|上次的)?(?:自查)?[。.！!]*$|^(?:restore|undo|restore (?:it|this|that|the check)|bring it back)[.!]*$/iu
const goesOn =
  /^(?:继续|接着)(?:上次的|刚才的)?自查[。.！!]*$|^(?:go on|continue|carry on|resume)(?: with)? (?:the|my|our) (?:self-)?check[.!]*$/iu

/** Whether a message means that the person really leaves. */
export const meansLeaving = ({ text, command }: Message): boolean =>
  command ? command.name === 'cancel' : leaves.test(text.trim())

/** Whether somebody who was asked does not mean to leave after all. */
export const meansStaying = ({ text, command }: Message): boolean =>
  !command && (stays.test(text.trim()) || meansUndo(text))

const meansUndo = (text: string): boolean => stepIn(steps, text.trim().replace(/[。.！!]+$/u, '')) === 'undo'

/**
 * Begins the same self-check anew; the answers so far can be taken up again for a day. Colleagues who were asked go on, and what
 * they have said stays.
 */
export function startOver(message: Message, { programme, interview, known, today }: InterviewContext): Answered {
  const words = interviewTextsIn(interview.language)
  const { shared } = message.state
  const begun = begin(programme, message, interview.language)
  const { isLeaving: _, ...left } = interview
  // There is nothing to undo in the new one: 撤销 brings back what was left for it.
  const fresh = { ...withColleaguesOf(begun.state.interview!, interview), before: [] }
  const taken = goOn({ programme, interview: fresh, known, today }, fresh)
  const note = noteReply(words.startedOver, [act(words.restore, words.restore)])
  const state = {
    ...begun.state,
    interview: taken.interview ?? fresh,
    left: { interview: stopAwaiting(left), at: message.now ?? 0 },
    ...(shared && { shared }),
  }
  return { ...begun, state, replies: [note, begun.replies[0]!, ...taken.replies] }
}

/** Ends the interview; it can be taken up again for a day. */
export function leave({ state, now }: Message, { interview }: InterviewContext): Answered {
  const words = interviewTextsIn(interview.language)
  const replies = [noteReply(words.cancelled, [act(words.restore, words.restore), act(words.others, '/check')])]
  return kept(setAside({ ...state, interview }, now), { status: 'interview-cancelled', replies })
}

/** A conversation without its interview, which can be taken up again for a day. @param now Milliseconds since 1970. */
export function setAside({ interview, ...rest }: ConversationState, now = 0): ConversationState {
  if (!interview) return rest
  const { isLeaving: _, ...left } = interview
  return { ...rest, left: { interview: stopAwaiting(left), at: now } }
}

/** Takes up again what was left; undefined for other messages. */
export function restore(message: Message): Answered | undefined {
  const { text, command, known, state, today, now = 0 } = message
  const isAsked = command ? command.name === 'restore' : restores.test(text.trim())
  const { left } = state
  const programme = known.programmes.find(({ id }) => id === left?.interview.programme)
  const isKept = left !== undefined && programme !== undefined && now - left.at < restorableMs
  if (!isAsked && !(isKept && !state.interview && goesOn.test(text.trim()))) return undefined
  // 撤销 means the last answer while there is one to take back.
  const hasChanges = (state.interview?.before?.length ?? 0) > 0
  if (state.interview && !command && meansUndo(text) && (hasChanges || !isKept)) return undefined
  const language = !command && /[a-z]{3}/iu.test(text) ? 'en' : languageOfTurn(message)
  if (!isKept)
    return state.interview && !state.interview.isConfirmed
      ? undefined
      : kept(state, {
          status: 'no-interview',
          replies: [
            noteReply(interviewTextsIn(language).noneToRestore, [act(interviewTextsIn(language).others, '/check')]),
          ],
        })
  const { interview } = left
  const current = state.shared && state.interview?.programme === interview.programme ? state.interview : {}
  const whole = withColleaguesOf(interview, current)
  const taken = goOn({ programme, interview: whole, known, today }, { ...whole, isConfirmed: false })
  const back = noteReply(interviewTextsIn(interview.language).restored)
  return kept(withoutLeft(state), { ...taken, replies: [back, ...taken.replies] })
}

const withoutLeft = ({ left: _, ...rest }: ConversationState): ConversationState => rest
