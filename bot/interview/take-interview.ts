import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { titleOf } from '../../services/interview/describe-assessment.ts'
import { standingOf } from '../../services/interview/interview.ts'
import { type Answered, takeCommand } from '../answer-turn.ts'
import type { Command } from '../commands-in-chat.ts'
import { begin } from './begin-interview.ts'
import { type Desk, openReply } from './interview-replies.ts'
import { kept, type Message } from './message.ts'
import { readMove } from './read-move.ts'
import { takeMove } from './take-move.ts'
import { takeText } from './take-text.ts'

/** Takes a message as part of an interview; undefined where there is none under way and the message begins none. */
export async function takeInterview(message: Message): Promise<Answered | undefined> {
  const { command, known, state, today, text } = message
  const programmeOf = (id: string) => known.programmes.find((programme) => programme.id === id)
  const begun = command?.name === 'check' ? programmeOf(command.argument.toLowerCase()) : undefined
  if (begun) return begin(begun, message)
  const { interview } = state
  const programme = interview && programmeOf(interview.programme)
  if (!interview || !programme) return undefined
  const desk = { programme, interview, known, today }
  const standing = standingOf(programme, interview)
  const move = interview.isConfirmed && !command ? undefined : readMove(text, command, standing)
  if (move) return kept(state, takeMove(move, desk))
  if (interview.isConfirmed) return undefined
  if (command) return besides(takeCommand(command, known, state), desk, command)
  return takeText(message, desk, standing.open)
}

/** Another command is answered, and the open question comes back; /check only offers the way back. */
function besides(answered: Answered, desk: Desk, { name }: Command): Answered {
  const [first, ...rest] = answered.replies
  if (name !== 'check' || !first) return { ...answered, replies: [...answered.replies, openReply(desk)] }
  const goingOn = { label: words.goOn(titleOf(desk.programme)), send: '/status' }
  return { ...answered, replies: [{ ...first, actions: [goingOn, ...first.actions] }, ...rest] }
}
