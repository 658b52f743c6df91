import kinds from '../../knowledge/lexicon/unit-kinds.json' with { type: 'json' }

/** What the columns of a roster hold, by their names. */
export type Columns = {
  /** The units themselves. */
  unit: string
  /** Running numbers 1, 2, 3 … */
  number: string | undefined
  /** Every other column in words, from the left: project, batch, district, what a unit leads. */
  labels: string[]
  /** Those of them whose values return, by which the rows are grouped. */
  groups: string[]
  /** Columns of figures: seats, sums. */
  figures: string[]
  /** All that a row says beside its number and its unit, from the left. */
  shown: string[]
}

type Cells = Record<string, string>

const heads =
  /单位|名称|机构|企业|公司|学校|院校|高校|医院|基地|园区|姓名|申报人|申请人|获奖|学生|人选|承担|依托|主体|牵头|^(?:区县?|县|市（?州?）?)$/u
const isList = /名单|清单|名录|名册|一览/u
const figure = /^[\d.,%％—－-]+\s*\p{Script=Han}{0,2}$|\d{6,}|^\d[\dXx]+-/u
const isNumber = (cell: string): boolean => /^\d+$/u.test(cell)

/** Rows from which on a table lists something, and share of its cells that must look like names without a header that says so. */
const fewestRows = 3
const mostlyNames = 0.6
/** Share of the rows that a column's different values may number and still group them. */
const groupedBelow = 0.7

const suffixes = [...new Set(Object.values(kinds).flat())].sort((a, b) => b.length - a.length)
const place = /^\p{Script=Han}{2,8}(?:省|市|州|区|县|旗|镇|乡|街道)$/u

/** Whether a text reads as the name of an organisation or a place. */
export function looksLikeUnit(text: string): boolean {
  const plain = text.replace(/[（(][^（）()]*[）)]/gu, '')
  const suffix = suffixes.find((one) => plain.endsWith(one))
  return (suffix !== undefined && [...plain].length >= suffix.length + 2) || place.test(plain)
}

/**
 * Reads what the columns of a table are.
 *
 * @param rows Column name to cell.
 * @param title What the table is called, '' where it has no name.
 * @returns Undefined where the table lists no units: its cells are values, or no column names anybody.
 */
export function readColumns(rows: Cells[], title: string): Columns | undefined {
  const names = Object.keys(rows[0] ?? {})
  if (rows.length < fewestRows || names.length < 2) return undefined
  const column = (name: string) => rows.map((row) => row[name] ?? '').filter((cell) => cell !== '')
  const number = names.findLast((name) => isRunning(column(name)))
  const isNumeric = (name: string) => column(name).filter((cell) => figure.test(cell)).length > rows.length / 2
  const worded = names.filter((name) => !isNumeric(name))
  const unit = unitColumn(worded, column, rows.length)
  const measures = names.filter((name) => isNumeric(name) && !column(name).every(isNumber))
  const counts = names.filter((name) => name !== number && column(name).every(isNumber) && !isGroupNumber(column(name)))
  if (unit === undefined || (!isList.test(title) && measures.length + counts.length > 0)) return undefined
  const labels = worded.filter((name) => name !== unit)
  const isGroup = (name: string) => new Set(column(name)).size < rows.length * groupedBelow
  const figures = [...measures, ...counts]
  const shown = names.filter((name) => labels.includes(name) || figures.includes(name))
  return { unit, number, labels, groups: labels.filter(isGroup), figures, shown }
}

/** The column that names most different units: by its header or by its cells. */
function unitColumn(names: string[], column: (name: string) => string[], size: number): string | undefined {
  const rated = names.map((name) => {
    const cells = column(name)
    const share = cells.filter(looksLikeUnit).length / Math.max(1, size)
    const headed = heads.test(name) && (share >= 0.3 || /姓名|人$|人选|学生/u.test(name))
    return { name, fits: headed || share >= mostlyNames, headed, different: new Set(cells).size }
  })
  const fitting = rated.filter(({ fits }) => fits)
  const most = Math.max(...fitting.map(({ different }) => different))
  const best = fitting.filter(({ different }) => different >= most * 0.9)
  const chosen = (best.find(({ headed }) => headed) ?? best[0])?.name
  if (chosen === undefined) return undefined
  // Where those listed have names of their own, however they look, who runs them and their districts only say more of them.
  const isPlaces = column(chosen).every((cell) => place.test(cell))
  const others = new Set(column(chosen)).size
  const named = rated.find(
    ({ name, different }) => ownName.test(name) && different >= size * mostlyOwn && (isPlaces || different > others),
  )
  return named?.name ?? chosen
}

const ownName = /(?<!项目|方向|任务)名称$/u
/** Share of the rows that a column's different values number at least where each row has its own. */
const mostlyOwn = 0.9

/** Numbers that rise by one from row to row, as running numbers do. */
const isRunning = (cells: string[]): boolean =>
  cells.length >= fewestRows && cells.every((cell, at) => isNumber(cell) && Number(cell) - at === Number(cells[0]))

/** The number of a group, which stays or rises by one. */
const isGroupNumber = (cells: string[]): boolean =>
  cells.every((cell, at) => at === 0 || [0, 1].includes(Number(cell) - Number(cells[at - 1])))
