import type { Database } from '../../knowledge/database/schema.ts'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Answer, Inquiry, Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import type { Written } from '../conversations/turn-log.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import { databaseCache } from './answer-cache.ts'
import { answeringPath } from './answering-path.ts'
import { bounded } from './bounded.ts'
import { createCircuit } from './circuit.ts'
import { type EndpointConfig, openEndpoint } from './endpoint.ts'
import { proposeAnswer } from './propose-answer.ts'
import { type TimeLimits, timeLimits } from './time-limit.ts'
import { tokenBudget } from './token-budget.ts'

/** An answer with what a follow-up leans on, and how it was put in words where a model did that. */
export type Found = { answer: Answer; memory: Memory; inquiry?: Inquiry; written?: Written }

/** What a model is for. Neither way has a say in a verdict, and neither fails: without help they do as they would without it. */
export type Model = {
  /** Answers a question; `onText` hears the answer as it grows, only what holds. */
  answer(passage: {
    knowledge: Knowledge
    asked: string
    memory: Memory
    today: string
    onText(text: string): void
  }): Promise<Found>
  /** The words of what was said that answer a question of an interview, to be put to the person; undefined for none. */
  propose(
    said: { fact: Fact; takes: string; limits: readonly number[]; said: string },
    catalogue: Catalogue,
  ): Promise<string | undefined>
}

/** Opens the model behind an endpoint, within its bounds. @param today The day that tokens are counted by. */
export function openModel(
  db: Database,
  config: EndpointConfig,
  today: () => string,
  limits: TimeLimits = timeLimits,
): Model {
  const ask = bounded(openEndpoint(config), { circuit: createCircuit(), budget: tokenBudget(db, today) })
  const path = answeringPath({ ask, model: config.model, limits, cache: databaseCache(db) })
  return {
    async answer(passage) {
      const { found, written } = await path.invoke(passage)
      return { ...found!, ...(written && { written }) }
    },
    propose: (said, catalogue) => proposeAnswer(ask, said, catalogue, limits.reading).catch(() => undefined),
  }
}
