import type { Action } from '../../reply.ts'
import { type Answer, type Memory, type Offers, statuses } from '../answer.ts'
import { languageOf } from '../understand/language-of.ts'
import type { Knowledge } from '../understand/understand.ts'
import { nextQuestions, type Offering } from './next-questions.ts'
import { whomToCall } from './whom-to-call.ts'

/**
 * What is offered to go on with after an answer: questions that its notice answers and that were not just asked. Whatever
 * fails here takes nothing from the answer.
 *
 * @param memory What is remembered after the answer.
 * @param asked The message as typed, for its language.
 * @param today YYYY-MM-DD.
 */
export async function offersAfter(
  knowledge: Knowledge,
  answer: Answer,
  memory: Memory,
  asked: string,
  today: string,
): Promise<Action[]> {
  const language = languageOf(asked, memory.english)
  const { scope, unit, heard, aspects } = memory
  const shown = answer.rests.map(({ notice, clause }) => `${notice.id}#${clause.id}`)
  try {
    if (answer.offers) {
      const isSame = answer.offers.of.notice === scope?.notice
      const before = isSame ? { unit, heard } : {}
      const isTold = whomToCall(knowledge.catalogue, answer, memory) !== undefined
      return await ofOffers(knowledge, answer.offers, isTold, { ...before, language, today })
    }
    const goesOn = statuses[answer.status] === 'answer' || statuses[answer.status] === 'roster'
    return goesOn ? await nextQuestions(knowledge, { scope, unit, now: aspects, heard, shown, language, today }) : []
  } catch {
    return []
  }
}

/** Those of a refusal or of small talk. Whom to call is said by a refusal itself, and not offered again. */
async function ofOffers(
  knowledge: Knowledge,
  { of, near = [], only }: Offers,
  isTold: boolean,
  more: Pick<Offering, 'unit' | 'heard' | 'language' | 'today'>,
): Promise<Action[]> {
  const offering: Offering = { scope: of, near, ...more }
  if (isTold) return nextQuestions(knowledge, { ...offering, now: ['contact'] })
  return nextQuestions(knowledge, { ...offering, ...(only && { only }) })
}
