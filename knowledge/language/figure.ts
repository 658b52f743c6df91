import { type Condensed, placeOf } from './condense.ts'
import { readBound } from './find-bounds.ts'
import { findNumbers } from './find-numbers.ts'
import { nounsOf, perOfChunk } from './find-per.ts'
import type { Figure } from './figure-shape.ts'
import { type BoundedNumber, mergeRanges } from './merge-ranges.ts'
import { prepareText } from './prepare-text.ts'

export type { Bound, Figure, FigureKind } from './figure-shape.ts'

/** The numbers of a masked text with what bounds them and what they are counted for. */
function boundedNumbers(text: string): BoundedNumber[] {
  const found: BoundedNumber[] = []
  let floor = 0
  for (const number of findNumbers(text)) {
    // 每两年 says for what something is counted.
    if (number.start < floor || text[number.start - 1] === '每') continue
    const { perText, ...bounded } = readBound(text, number.start, number.end, floor, {
      isDuration: number.kind === 'duration',
      isShare: number.kind === 'percent' || number.kind === 'ratio' || number.kind === 'multiple',
    })
    const besides = nounsOf(perText)
    const per = besides.length > 0 ? besides : perOfChunk(text, floor, number.start)
    const bound = number.isLoose && bounded.bound === 'exactly' ? 'about' : bounded.bound
    found.push({ ...number, ...bounded, bound, per })
    if (!number.isWeak || bounded.bound !== 'exactly') floor = Math.max(number.end, bounded.to)
  }
  return found
}

/** Whether a bare number is a cell of a table: in a text of several lines it stands apart from what is before and behind it. */
function isCell({ at, lines, text }: Condensed, { kind, start, end, bound }: BoundedNumber): boolean {
  const isApart = (from: number): boolean =>
    at[from]! > (at[from - 1] ?? -1) + 1 ||
    text[from] === ' ' ||
    text[from - 1] === ' ' ||
    from === 0 ||
    from === text.length
  return kind === 'plain' && bound === 'exactly' && lines.length > 1 && isApart(start) && isApart(end)
}

const states = ({ isWeak, bound, per }: BoundedNumber): boolean => !isWeak || bound !== 'exactly' || per.length > 0

function asFigure(source: string, condensed: Condensed, found: BoundedNumber): Figure {
  const { start, end } = placeOf(condensed, found.start, found.end)
  const { start: from, end: to } = placeOf(condensed, found.from, found.to)
  const printed = placeOf(condensed, found.start, found.printedTo)
  const { kind, value, upTo, unit, bound, includesLimit, includesUpTo, per } = found
  return {
    start,
    end,
    from,
    to,
    kind,
    value,
    ...(upTo !== undefined && { upTo }),
    unit,
    printed: source.slice(printed.start, printed.end),
    bound,
    ...(includesLimit !== undefined && { includesLimit }),
    ...(includesUpTo !== undefined && { includesUpTo }),
    per,
  }
}

/**
 * Reads the figures of a text in order; none overlap. White space, width and notation don't matter. What is no figure (see
 * mask.ts) and calendar dates are left out; a length of time is a figure, and a term of `readDates` too where it says when.
 */
export function readFigures(text: string): Figure[] {
  const { condensed, plain } = prepareText(text)
  return mergeRanges(plain, boundedNumbers(plain))
    .filter((found) => states(found) && !isCell(condensed, found))
    .map((found) => asFigure(text, condensed, found))
}
