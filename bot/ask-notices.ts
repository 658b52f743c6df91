import { answerQuestion } from '../services/answering/answer-question.ts'
import type { Answer, Memory } from '../services/answering/answer.ts'
import { replyOf } from '../services/answering/compose/reply.ts'
import { unitsOffered, withUnits } from '../services/answering/offer/which-unit.ts'
import { whomToCall, withContact } from '../services/answering/offer/whom-to-call.ts'
import { languageOf } from '../services/answering/understand/language-of.ts'
import type { Found } from '../services/model/open-model.ts'
import type { Action, Reply } from '../services/reply.ts'
import type { Known } from './known.ts'

/**
 * With a model's pick where there is one; whatever becomes of it, there is an answer.
 *
 * @param deadline Until when a model may be asked, as `performance.now()` counts.
 */
export async function answerWith(
  known: Known,
  asked: string,
  memory: Memory,
  today: string,
  deadline?: number,
): Promise<Found> {
  try {
    const found = await known.model?.answer({ knowledge: known, asked, memory, today, deadline })
    if (found) return found
  } catch {
    // The answer without it follows.
  }
  return answerQuestion(known, asked, memory, today)
}

/**
 * The reply that an answer makes: with the person to call where nothing was found, and with the units to choose among where
 * a short name may mean several. `choices` are those.
 */
export function replyTo(
  known: Known,
  answer: Answer,
  memory: Memory,
  asked: string,
): { reply: Reply; choices: Action[] } {
  const language = languageOf(asked, memory.english)
  const plain = withContact(replyOf(answer), whomToCall(known.catalogue, answer, memory), language)
  const choices = unitsOffered(known, plain, asked)
  return { reply: withUnits(plain, choices, language), choices }
}
