import type { figuresIn } from '../../knowledge/statements/facts.ts'
import type { Facts, Stretch } from './chunks.ts'
import type { Need } from './need.ts'
import { figureNeed, metricOf } from './read-figure.ts'
import { type Open, readWords } from './read-words.ts'
import { withoutSubject } from './words.ts'

/** 30艘次, 5万人时: the second part of a unit of two, and the units that carry one. */
export const second = /^(?:次|时|天|日)(?=$|[，；。]|及?以上|以下)/u
export const carried = /^(?:人|艘|架|辆|台|车)$/u

type Double = { figure: ReturnType<typeof figuresIn>[number]; before: string; double: string; after: string }

/** A figure in a unit of two. */
export function readDouble(facts: Facts, side: Stretch, open: Open, { figure, before, double, after }: Double): Need {
  const metric = metricOf(withoutSubject(before).rest, after.replace(/^及?以上/u, ''))
  if (metric === '' || /^以下/u.test(after)) return readWords(facts, side, open)
  open.metric = metric
  open.kind = figure.kind
  const need = figureNeed(figure, facts.text.slice(figure.from, figure.to), metric, open.measured)
  return { ...need, unit: `${figure.unit}${double}` }
}
