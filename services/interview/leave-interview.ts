import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ConversationState } from '../conversations/conversation-store.ts'
import { kept, type Message } from './message.ts'
import { act, type InterviewContext, noteReply } from './reply-parts.ts'
import { goOn } from './take-move.ts'

/** For how long an interview that was left can be taken up again. */
const restorableMs = 24 * 60 * 60 * 1000

const leaves =
  /^(?:确定|确认|是|是的|对|对的|嗯+|好|好的|退出|确定退出|取消|确认退出|不查了|leave|yes|yep|sure|ok|quit|exit)[了吧的。.！!]*$/iu
const restores =
  /^(?:请|我要|帮我)?(?:恢复|撤销|撤回|找回)(?:一下)?(?:刚才的|上次的)?(?:自查)?[。.！!]*$|^(?:restore|undo|restore (?:it|the check))$/iu
const goesOn = /^(?:继续|接着)(?:上次的|刚才的)?自查[。.！!]*$/u

/** Whether a message means that the person really leaves. */
export const meansLeaving = ({ text, command }: Message): boolean =>
  command ? command.name === 'cancel' : leaves.test(text.trim())

/** Ends the interview; it can be taken up again for a day. */
export function leave({ state, now = 0 }: Message, { interview }: InterviewContext): Answered {
  const words = interviewTextsIn(interview.language)
  const { isLeaving: _, ...left } = interview
  const replies = [noteReply(words.cancelled, [act(words.restore, words.restore), act(words.others, '/check')])]
  return kept({ ...state, left: { interview: left, at: now } }, { status: 'interview-cancelled', replies })
}

/** Takes up again what was left; undefined for other messages. */
export function restore(message: Message): Answered | undefined {
  const { text, command, known, state, today, now = 0 } = message
  const isAsked = command ? command.name === 'restore' : restores.test(text.trim())
  const { left } = state
  const programme = known.programmes.find(({ id }) => id === left?.interview.programme)
  const isKept = left !== undefined && programme !== undefined && now - left.at < restorableMs
  if (!isAsked && !(isKept && !state.interview && goesOn.test(text.trim()))) return undefined
  const language = /[a-z]{3}/iu.test(text) && !command ? 'en' : undefined
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
  const taken = goOn({ programme, interview, known, today }, { ...interview, isConfirmed: false })
  const back = noteReply(interviewTextsIn(interview.language).restored)
  return kept(withoutLeft(state), { ...taken, replies: [back, ...taken.replies] })
}

const withoutLeft = ({ left: _, ...rest }: ConversationState): ConversationState => rest
