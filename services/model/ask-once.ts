import type { Chosen } from '../conversations/turn-log.ts'
import type { ChoiceCache } from './choice-cache.ts'
import { choiceKey } from './choice-cache.ts'
import type { Ask } from './ask.ts'
import { type Choice, choose } from './structured.ts'
import { before } from './time-limit.ts'

/** A model, and what it chose before. */
export type AskParts = { ask: Ask; model: string; cache: ChoiceCache }

/** A question, and until when a model may be asked about it, as `performance.now()` counts. */
type Asking = { asked: string; deadline: number }

/**
 * What a model chooses, in our own names; from the cache where the same was laid before it.
 *
 * @param nameOf What its numbers stand for; only that is kept.
 * @throws {ModelFailure}
 */
export async function askOnce<Result>(
  { ask, model, cache }: AskParts,
  { asked, deadline }: Asking,
  choice: Choice<Result>,
  nameOf: (numbers: Result) => string[],
): Promise<{ chosen: string[]; log: Chosen }> {
  const key = choiceKey(asked, choice, model)
  const kept = await before(deadline, () => cache.find(key)).catch(() => undefined)
  const chosen = kept ?? nameOf(await choose(ask, choice, deadline))
  if (!kept) await before(deadline, () => cache.keep(key, chosen)).catch(() => undefined)
  const { name: prompt, hash: promptHash } = choice.prompt
  return { chosen, log: { model, prompt, promptHash, picked: chosen, fromCache: kept !== undefined } }
}
