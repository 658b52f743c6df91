import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf } from '../../../knowledge/finding/sentences.ts'
import type { Inquiry } from '../answer.ts'
import { subjectUnits, totalWeight, type Scope } from '../understand/question.ts'
import { type AlignedCell, type AlignedRow, alignedRows } from './aligned-rows.ts'
import type { ComparedSide } from './finding.ts'
import { similarityOf } from './similarity.ts'

/** Words that ask for the comparison itself, and name nothing within the sides. */
const comparing =
  /变化|变了|改了|改动|不同|不一样|区别|差别|差异|相比|对比|比较|比|跟上|上次|两[年次份]|前后|新旧|通知|细则|规定|办法|方案|哪里|chang|differ|compar|between|call/iu
/** Weight of other words up to which everything is compared. */
const fewWords = 4
/** Rows from which a comparison of everything stands on them alone. */
const leastRows = 2
const mostRows = 12
/** Likeness of two points of lists from which they stand beside each other. */
const alikePoints = 0.35

/** Whether a question asks for a comparison, and does not only leave a choice open: 寄还是送. */
export const asksToCompare = ({ question }: Inquiry): boolean => comparing.test(question.text)

/** Whether a question names nothing to compare but the sides themselves: 「2022和2025有什么变化」. */
export const comparesAll = ({ question }: Inquiry): boolean =>
  question.aspects.size === 0 &&
  question.value.kind === 'text' &&
  totalWeight(subjectUnits(question).filter(({ words }) => !words.some((word) => comparing.test(word)))) < fewWords

const filled = ({ cells }: AlignedRow): AlignedCell[] => cells.filter((cell) => cell !== undefined)
const isShared = (row: AlignedRow): boolean => filled(row).length >= 2

/** What is asked of applicants and given to them; aims differ from call to call. */
const isTelling = (row: AlignedRow): boolean =>
  filled(row).some(
    ({ statement }) => statement?.topic !== undefined && ['conditions', 'money', 'places'].includes(statement.topic),
  )

/** Of rows that quote the same sentences the first: several figures of one sentence are quoted at once. */
function withoutRepeats(rows: readonly AlignedRow[]): AlignedRow[] {
  const isQuoted = (row: AlignedRow): boolean => filled(row).every(({ isSaid }) => !isSaid)
  const keyOf = ({ cells }: AlignedRow): string => JSON.stringify(cells.map((cell) => cell?.sentence))
  return rows.filter((row, at) => !isQuoted(row) || rows.findIndex((other) => keyOf(other) === keyOf(row)) === at)
}

/** Days differ from call to call: they come last. */
const lastOf = ({ about }: AlignedRow): number => Number(about === 'deadline')

/** All that two sides state, what both do first. Undefined where they share too little. */
export function rowsOfAll(inquiry: Inquiry, sides: readonly Scope[]): AlignedRow[] | undefined {
  const rows = withoutRepeats(alignedRows(inquiry, sides))
  const shared = rows.filter(isShared).toSorted((one, other) => lastOf(one) - lastOf(other))
  if (shared.length < leastRows) return undefined
  return [...shared, ...rows.filter((row) => !isShared(row) && isTelling(row))].slice(0, mostRows)
}

/** The rows of what the sides were found to say: those within the clauses shown, then the other points of lists. */
export function rowsWithin(inquiry: Inquiry, compared: readonly ComparedSide[]): AlignedRow[] {
  const shown = compared.map(({ told }) => (Array.isArray(told) ? told.map(({ entry }) => entry) : told.points))
  const scopes = compared.map(({ scope }) => scope)
  const within = alignedRows(inquiry, scopes)
    .filter((row) => isOfAspect(inquiry, row))
    .map((row) => ({ ...row, cells: row.cells.map((cell, at) => (isShown(cell, shown[at]!) ? cell : undefined)) }))
  const areLists = compared.every(({ told }) => !Array.isArray(told))
  if (!areLists) return within.filter(isShared)
  const rows = within.filter((row) => filled(row).length > 0)
  return [...rows, ...otherPoints(rows, shown)]
}

const isShown = (cell: AlignedCell | undefined, entries: readonly Entry[]): boolean =>
  cell !== undefined && entries.includes(cell.entry)

/** Money and places often stand in one sentence, and are asked for one by one. */
function isOfAspect({ question: { aspects } }: Inquiry, { about, cells }: AlignedRow): boolean {
  if (aspects.has('money') === aspects.has('places')) return true
  const isMoney = cells.some((cell) => cell?.statement?.kind === 'money')
  return aspects.has('money') ? about !== 'places' : !isMoney
}

/** Points of lists that no row has, each beside the one most like it. */
function otherPoints(rows: readonly AlignedRow[], shown: readonly Entry[][]): AlignedRow[] {
  const taken = new Set(rows.flatMap(filled).map(({ entry }) => entry))
  const others: AlignedRow[] = []
  for (const [at, points] of shown.entries())
    for (const entry of points) {
      if (taken.has(entry)) continue
      const likeness = (row: AlignedRow): number =>
        row.cells[at] ? 0 : Math.max(...filled(row).map((cell) => similarityOf(cell.entry.own, entry.own)))
      const best = others.toSorted((one, other) => likeness(other) - likeness(one))[0]
      const cell = { entry, sentence: bodyOf(entry) }
      if (best && likeness(best) >= alikePoints) best.cells[at] = cell
      else
        others.push({
          about: 'clause',
          name: '',
          key: '',
          cells: shown.map((_, place) => (place === at ? cell : undefined)),
        })
    }
  return others
}
