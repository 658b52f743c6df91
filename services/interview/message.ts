import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ConversationState } from '../conversations/conversation-store.ts'
import type { Interview } from '../conversations/interview.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { SuspendedProgramme } from '../eligibility/warning.ts'
import type { Reply } from '../reply.ts'

/** A command as it was given: `/check medical-center-2025` or words that mean one. `name` is 'help', 'check' … or unknown. */
export type Command = { name: string; argument: string; isEnglish: boolean }

/** What interviews are held on: the programmes, and the notices to cite. */
export type InterviewKnowledge = {
  catalogue: Catalogue
  programmes: readonly ResolvedProgramme[]
  /** Programmes that can't be checked for now, since their notice is gone or says something else. */
  suspended?: readonly SuspendedProgramme[]
}

/** Words that may hold the answer to a fact. `takes` is what it takes, in words; `limits` are in its unit. */
export type UnclearAnswer = { fact: Fact; takes: string; limits: readonly number[]; said: string }

/** A message with all that may decide how it is taken. `today` is YYYY-MM-DD. */
export type Message = {
  text: string
  command: Command | undefined
  known: InterviewKnowledge
  state: ConversationState
  today: string
  /** Whether the person has a page with buttons for each step; else the commands are named once. Default true. */
  hasButtons?: boolean
  /** The moment it came, in milliseconds since 1970. */
  now?: number
  /**
   * Answers the message from the notices, or what is to be asked instead of it, as if there were no interview; the
   * interview of `state` is carried on.
   */
  answerFromNotices(state: ConversationState, instead?: string): Promise<Answered>
  /** Answers a command that is none of the interview's. */
  answerCommand(command: Command, state: ConversationState): Answered
  /** Finds the words that are the answer, where a model is at hand. */
  proposeAnswer?(unclear: UnclearAnswer): Promise<string | undefined>
}

/** What a step led to; without an interview it is over. */
export type Taken = { status: string; replies: Reply[]; interview?: Interview }

/** The turn of an interview as it is logged and kept. */
export function kept({ interview: _, ...rest }: ConversationState, { status, replies, interview }: Taken): Answered {
  return { status, replies, state: { ...rest, ...(interview && { interview }) }, used: [], rejected: [] }
}
