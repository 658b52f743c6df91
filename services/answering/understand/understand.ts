import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Hit, SearchQuery } from '../../../knowledge/searching/hit.ts'
import type { ResolvedProgramme } from '../../eligibility/resolve-programmes.ts'
import type { Memory } from '../answer.ts'
import type { Said } from '../../../knowledge/statements/statement.ts'
import { completed, inContext, inherited, withoutOpening } from './follow-up.ts'
import { backTo } from './going-back.ts'
import type { Question, Scope } from './question.ts'
import { languageOf } from './language-of.ts'
import { readQuestion } from './read-question.ts'
import { readWording } from './read-wording.ts'
import type { Spelling } from './repair-spelling.ts'

/** What nearness in meaning is worth in the ranking, in nats: learned for one embedder (`training/learn-nearness.ts`). */
export type NearnessWeights = { nearness: number; nearnessRank: number }

/** What answering needs: the notices, the spelling of their words, and the index. */
export type Knowledge = {
  catalogue: Catalogue
  spelling: Spelling
  search(query: SearchQuery): Promise<Hit[]>
  /** Those whose criteria judge figures that people give. */
  programmes?: readonly ResolvedProgramme[]
  /** Statements that may be said in other words than the notice's; none where left out. */
  said?: Said
  /** What nearness in meaning is worth, where the search knows it; nothing where left out. */
  nearness?: NearnessWeights | undefined
}

/**
 * Understands a message as a question, completed from the conversation.
 *
 * @param today YYYY-MM-DD, from which 去年 is counted.
 */
export function understand({ catalogue, spelling }: Knowledge, asked: string, now: Memory, today: string): Question {
  const opening = withoutOpening(asked)
  const readIn = (scope: Scope | undefined, text: string, english?: boolean): Question =>
    readQuestion(catalogue, readWording(spelling, text, today, english), scope)
  const back = now.scope && backTo(readIn, opening.text, now)
  const memory: Memory = back ? { ...now, scope: back.scope, content: undefined } : now
  const opened = back ? { ...opening, text: back.text } : opening
  const read = (text: string, english?: boolean): Question => readIn(memory.scope, text, english)
  // A follow-up of few words is in the language of the conversation: and in 2022?
  const question = read(opened.text, languageOf(asked, memory.english) === 'en')
  const whole = completed(question, memory, opened)
  const complete = whole ? read(whole) : inContext(catalogue, inherited(question, memory), memory)
  return { ...complete, asked, english: question.english }
}
