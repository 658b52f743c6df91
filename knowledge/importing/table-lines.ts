/** A cell of a table as it was drawn: its text and the columns it takes, `to` exclusive. */
export type TableCell = { text: string; from: number; to: number }

/**
 * Prints a table as lines of text, a row a line: a tab before each further column and `|` before each further cell, so
 * that a cell over two columns is followed by two tabs. A cell over several rows is repeated by the caller in each. A
 * first row that is one cell from side to side is a line of text.
 *
 * @param rows The cells of each row from the left, without gaps.
 */
export function tableLines(rows: TableCell[][]): string[] {
  const filled = rows.filter((row) => row.some(({ text }) => text !== ''))
  const columns = usedColumns(filled)
  return filled.map((row, at) => {
    const cells = cellsIn(row, columns)
    if (at === 0 && new Set(cells).size === 1) return cells[0]?.text ?? ''
    return cells
      .map((cell, column) => (column === 0 ? cell!.text : cell === cells[column - 1] ? '' : `|${cell!.text}`))
      .join('\t')
  })
}

type Column = { from: number; to: number }

/** The columns that the cells need: those drawn for the layout alone, which no row uses both of, are taken together. */
function usedColumns(rows: TableCell[][]): Column[] {
  const width = Math.max(0, ...rows.map((row) => row.at(-1)?.to ?? 0))
  const columns: Column[] = Array.from({ length: width }, (_, from) => ({ from, to: from + 1 }))
  for (let at = 0; at < columns.length - 1;) {
    const joined = columns.toSpliced(at, 2, { from: columns[at]!.from, to: columns[at + 1]!.to })
    if (rows.every((row) => new Set(cellsIn(row, joined)).size === row.length))
      columns.splice(0, columns.length, ...joined)
    else at++
  }
  return columns
}

/** The cell that stands in each column: the one that lies within it, else the one it begins in. */
const cellsIn = (row: TableCell[], columns: Column[]): (TableCell | undefined)[] =>
  columns.map(
    ({ from, to }) =>
      row.find((cell) => cell.from >= from && cell.to <= to) ??
      row.find((cell) => cell.from <= from && cell.to > from) ??
      row.at(-1),
  )
