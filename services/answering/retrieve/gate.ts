import type { ValueKind } from '../../../knowledge/finding/values.ts'
import { probabilityOf } from '../../../knowledge/learning/linear-models.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import { asksAnything } from '../understand/cues.ts'
import { gateFeatures, gateNames, namedElsewhere } from './gate-features.ts'
import type { Ranked } from './features.ts'
import type { Reading } from './reading.ts'
import { learned } from './weights.ts'
import { weightOfPairs, weightOfWords, wordMarks } from './word-marks.ts'

/** Least probability at which the best clause is given as the answer where no other way has found one. */
export const leastProbability = 0.45

/** Values that belong to their notice alone: the telephone of one call is no answer for another. */
const ownValues = new Set<ValueKind>(['phone', 'email', 'address'])

/** Share of words that no clause holds from which a telephone, an address or a name asked for is somebody else's. */
const mostlyUnknown = 0.5

/** The probability that the best clause answers the question. */
export function answerability(reading: Reading, ranked: Ranked[]): number {
  const [best] = ranked
  if (!best) return 0
  const { value, aspects, cues, years, programmes, leansOn } = reading.asked
  const asksForOwn = ownValues.has(value.kind) || aspects.has('contact')
  if (asksForOwn && best.best.features.titleGap <= -namedElsewhere) return 0
  if (saysNothing(reading)) return 0
  const features = gateFeatures(reading, ranked)
  const namesPlainly = years.length > 0 || programmes.size > 0 || leansOn !== undefined
  if (asksForOwn && !namesPlainly && features.unknown >= mostlyUnknown) return 0
  const asks = cues.reduce((sum, cue) => sum + learned.cues[cue], 0)
  const marks = wordMarks(reading, best)
  const beside = asks + weightOfWords(marks, learned.words) + weightOfPairs(cues, marks, best.best.slots, learned)
  return probabilityOf(gateNames.reduce((sum, name) => sum + learned.gate[name] * features[name], beside))
}

/** Values that are always of some thing: 利率多少 asks of a rate, and 从哪年算 of what was spoken of. */
const quantities: ReadonlySet<ValueKind> = new Set(['money', 'percent', 'count', 'number'])

/**
 * Whether no word of a message is one that the notices hold, and it asks nothing, or of a thing that none of them names
 * (利率多少): what wasn't understood gets no answer.
 */
const saysNothing = ({ asked: { cues, ordinal, aspects, leansOn, value }, words }: Reading): boolean =>
  ordinal === undefined &&
  words.every(({ unknown }) => unknown === true) &&
  (!asksAnything(cues) ||
    (words.some(({ words: [word = ''] }) => !isSingle(word)) &&
      aspects.size === 0 &&
      (leansOn === undefined || quantities.has(value.kind))))
