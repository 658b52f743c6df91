import type { Database } from '../../knowledge/database/schema.ts'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Told } from '../answering/answer-question.ts'
import type { Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import type { Chosen } from '../conversations/turn-log.ts'
import { answeringPath } from './answering-path.ts'
import { bounded } from './bounded.ts'
import { databaseCache } from './choice-cache.ts'
import { createCircuit } from './circuit.ts'
import { type EndpointConfig, openEndpoint } from './endpoint.ts'
import { proposeAnswer, type Unclear } from './propose-answer.ts'
import { modelLimitMs } from './time-limit.ts'
import { tokenBudget } from './token-budget.ts'

/** An answer with what a follow-up leans on, and what a model chose of it where one was asked. */
export type Found = Told & { chosen?: Chosen }

/**
 * What a model is for: it picks among what is laid before it, and no word of it is shown. Neither way has a say in a
 * verdict, and neither fails: without help they do as they would without it.
 */
export type Model = {
  /** Answers a question. */
  answer(passage: { knowledge: Knowledge; asked: string; memory: Memory; today: string }): Promise<Found>
  /** The words of what was said that answer a question of an interview, to be put to the person; undefined for none. */
  propose(said: Unclear, catalogue: Catalogue): Promise<string | undefined>
}

/** Opens the model behind an endpoint, within its bounds. @param today The day that tokens are counted by. */
export function openModel(db: Database, config: EndpointConfig, today: () => string): Model {
  const { limitMs = modelLimitMs } = config
  const ask = bounded(openEndpoint(config), { circuit: createCircuit(), budget: tokenBudget(db, today) })
  const path = answeringPath({ ask, model: config.model, cache: databaseCache(db) })
  return {
    async answer(passage) {
      const { found, chosen } = await path.invoke({ ...passage, deadline: performance.now() + limitMs })
      return { ...found!, ...(chosen && { chosen }) }
    },
    propose: (said, catalogue) => proposeAnswer(ask, said, catalogue, limitMs).catch(() => undefined),
  }
}
