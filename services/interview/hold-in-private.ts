import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import { languageOf } from '../answering/understand/language-of.ts'
import { languageOfTurn } from './language-of-turn.ts'
import type { Message } from './message.ts'
import { act, noteReply } from './reply-parts.ts'
import { resumedCode } from './share-interview.ts'
import { takeInterview } from './take-interview.ts'

/**
 * Takes a message of a conversation that several people hold: a self-check is one person's, and is begun in private. Undefined
 * for a message that has nothing to do with one.
 */
export async function holdInPrivate(message: Message): Promise<Answered | undefined> {
  const { interview: _, shared: _shared, left: _left, ...state } = message.state
  const alone: Message = { ...message, state }
  const code = resumedCode(message.text, message.command)
  if (code !== undefined) return moved(alone, `/resume ${code}`.trim())
  const answered = await takeInterview(alone)
  const begun = answered?.state.interview
  return begun ? moved(alone, `/check ${begun.programme}`) : answered
}

function moved(message: Message, send: string): Answered {
  const { command, text, state } = message
  const language = command ? languageOfTurn(message) : languageOf(text, state.memory.english)
  const { inPrivate, toPrivate } = interviewTextsIn(language)
  const replies = [noteReply(inPrivate, [act(toPrivate, send)])]
  return { status: 'interview-moved', replies, state, used: [], rejected: [] }
}
