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
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { proposeAnswer, type Unclear } from './propose-answer.ts'
import { type Proposed, proposeSpoken } from './propose-spoken.ts'
import { modelLimitMs } from './time-limit.ts'
import { tokenBudget } from './token-budget.ts'

/** An answer with what a follow-up leans on, and what a model chose of it where one was asked. */
export type Found = Told & { chosen?: Chosen }

/**
 * What a model is for: people are shown what it picks among what is laid before it, and no word of it. Neither has it a say
 * in a verdict, nor does either way fail: without help they do as they would without it. What it proposes is for staff.
 */
export type Model = {
  /** How long all that it is asked for one message may take, in milliseconds. */
  limitMs: number
  /** Answers a question. @param passage `deadline` as `performance.now()` counts; `limitMs` from now where it is left out. */
  answer(passage: Asked): Promise<Found>
  /** The words of what was said that answer a question of an interview, to be put to the person; undefined for none. */
  propose(said: Unclear, catalogue: Catalogue, deadline?: number): Promise<string | undefined>
  /**
   * How people may speak of a notice, for staff to take or to refuse.
   *
   * @param inUse The notices in use.
   * @throws {ModelFailure}
   */
  proposeSpoken(notice: Notice, inUse: readonly Notice[]): Promise<Proposed>
}

type Asked = { knowledge: Knowledge; asked: string; memory: Memory; today: string; deadline?: number | undefined }

/** Opens the model behind an endpoint, within its bounds. @param today The day that tokens are counted by. */
export function openModel(db: Database, config: EndpointConfig, today: () => string): Model {
  const { limitMs = modelLimitMs } = config
  const ask = bounded(openEndpoint(config), { circuit: createCircuit(), budget: tokenBudget(db, today) })
  const path = answeringPath({ ask, model: config.model, cache: databaseCache(db) })
  const deadlineNow = (): number => performance.now() + limitMs
  return {
    limitMs,
    async answer({ deadline = deadlineNow(), ...passage }) {
      const { found, chosen } = await path.invoke({ ...passage, deadline })
      return { ...found!, ...(chosen && { chosen }) }
    },
    propose: (said, catalogue, deadline = deadlineNow()) =>
      proposeAnswer(ask, said, catalogue, deadline).catch(() => undefined),
    proposeSpoken: (notice, inUse) => proposeSpoken(ask, config.model, notice, inUse),
  }
}
