import { colleagueTexts as texts } from '../../prompts/colleague-texts.ts'
import type { Answered } from '../conversations/answered.ts'
import { languageOfTurn } from '../interview/language-of-turn.ts'
import type { Command, Message } from '../interview/message.ts'
import { noteReply } from '../interview/reply-parts.ts'
import { readToken } from './link-token.ts'

/** A whole address, as it is forwarded. */
const address = /\/answer\/(?<token>[\w-]{28,40})(?![\w-])/u

/** The secret of a colleague's link that a message gives, alone, with its address or behind /answer; undefined for others. */
export function answerCode(text: string, command: Command | undefined): string | undefined {
  if (command) return command.name === 'answer' ? readToken(command.argument) : undefined
  return readToken(address.exec(text)?.groups?.['token'] ?? text)
}

/** Leads a colleague who sends what they were given to the page of their questions; undefined for any other message. */
export function codeInChat(message: Message): Answered | undefined {
  const { text, command, state } = message
  const token = answerCode(text, command)
  if (token === undefined && command?.name !== 'answer') return undefined
  const language = languageOfTurn(message)
  const words = token === undefined ? texts.noCode[language] : texts.yourQuestions[language]
  const answered = { replies: [noteReply(words)], state, used: [], rejected: [] }
  return { status: 'colleague-code', ...answered, ...(token !== undefined && { opens: { answer: token } }) }
}
