import type { Condensed } from './condense.ts'

type Row = { start: number; end: number; value: number }

const opening = /\d{1,4}/uy

/** The numbers that stand first in a line, with white space or a mark behind them. */
function lineNumbers({ text, at, lines }: Condensed): Row[] {
  return lines.flatMap((start) => {
    opening.lastIndex = start
    const [digits] = opening.exec(text) ?? []
    const end = start + (digits?.length ?? 0)
    const isApart = text[end] === ' ' || at[end]! > at[end - 1]! + 1 || end === text.length
    return digits === undefined || !isApart ? [] : [{ start, end, value: Number(digits) }]
  })
}

/** Numbers that count the rows of a table or list: each opens a line and is one more than the number that opened a line before it. */
export function findRowNumbers(condensed: Condensed): { start: number; end: number }[] {
  const numbers = lineNumbers(condensed)
  return numbers.filter(({ value }, at) => {
    const [before, after] = [numbers[at - 1], numbers[at + 1]]
    return before?.value === value - 1 || after?.value === value + 1
  })
}
