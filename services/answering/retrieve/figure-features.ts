import { keptFor } from '../../../knowledge/kept.ts'
import { type Figure, readFigures } from '../../../knowledge/language/figure.ts'
import { isAlike } from '../../../knowledge/language/unit.ts'
import type { Passage } from './passages.ts'
import type { Reading } from './reading.ts'

/** How the figures that a person gives compare with those of a passage; each 0 or 1. */
export const figureNames = ['figureUnit', 'figureWithin', 'figureOutside', 'figureEqual'] as const
type Compared = Record<(typeof figureNames)[number], number>

/** Value from which a number without a unit can be a sum of money. */
const leastSum = 5000

/** The figures of a passage. Passages live as long as their catalogue, and are read once. */
const figuresIn = keptFor(({ text }: Passage) => readFigures(text))

export function figureFeatures({ figures }: Reading, passage: Passage): Compared {
  const compared = { figureUnit: 0, figureWithin: 0, figureOutside: 0, figureEqual: 0 }
  if (figures.length === 0) return compared
  for (const stated of figuresIn(passage))
    for (const given of figures) {
      if (!isOfSameUnit(given, stated)) continue
      compared.figureUnit = 1
      if (given.value === stated.value) compared.figureEqual = 1
      if (includes(stated, given.value)) compared.figureWithin = 1
      else if (isLimit(stated)) compared.figureOutside = 1
    }
  return compared.figureWithin === 1 ? { ...compared, figureOutside: 0 } : compared
}

/** A sum is often said without its unit, and stands without one in a cell of a table. */
export const isOfSameUnit = (given: Figure, stated: Figure): boolean =>
  (given.kind === stated.kind && isAlike(given.unit, stated.unit)) ||
  (given.kind === 'plain' && stated.kind === 'money' && given.value >= leastSum) ||
  (given.kind === 'money' && stated.kind === 'plain')

const isLimit = ({ upTo, bound }: Figure): boolean => upTo !== undefined || (bound !== 'exactly' && bound !== 'about')

/** Whether a value lies in a range or on the right side of a limit. */
export function includes({ value, upTo, bound }: Figure, given: number): boolean {
  if (upTo !== undefined) return given >= value && given <= upTo
  if (bound === 'atLeast' || bound === 'moreThan') return given >= value
  return (bound === 'atMost' || bound === 'lessThan') && given <= value
}
