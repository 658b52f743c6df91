import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { coverageOf } from './coverage.ts'
import { type Figure, figuresOf, states } from './figures.ts'
import { plainText } from './plain-text.ts'
import { agrees } from './polarity.ts'

/** A clause cut into the statements that it makes, with the words and figures that stand for all of it. */
type Source = { entry: Entry; statements: string[]; around: string; aroundFigures: Figure[] }

/** Foreign characters that a part of a sentence may have, one in so many; never two in a row. */
const oneForeignIn = 12
/** Characters of the clause that a sentence must hold to say anything of it. */
const leastSubstance = 4

/** What may be said of a clause: its own statements, where it stands, and of which notice. */
function sourceOf(entry: Entry): Source {
  const { notice, clause, programme } = entry
  const whole = [entry, ...entry.children].map((one) => one.clause.text).join('\n')
  const statements = whole
    .split(/[。；;\n]/u)
    .map(plainText)
    .filter((text) => text !== '')
  const known = [clause.path, programme?.title, notice.documentNumber, notice.issuer, notice.issued, `${notice.year}年`]
  const around = plainText(known.filter((text) => text !== undefined).join(' | '))
  return { entry, statements, around, aroundFigures: figuresOf(around) }
}

/** A sentence cut where it may turn to another statement; what is too short to stand alone stays with what precedes it. */
function partsOf(sentence: string): string[] {
  const parts: string[] = []
  for (const part of sentence.split(/[，,；;。！!？?\n]+/u)) {
    if (part === '') continue
    const figures = figuresOf(part)
    const isFigure = (at: number) => figures.some(({ start, end }) => at >= start && at < end)
    const words = [...part.matchAll(/\p{Script=Han}/gu)].filter(({ index }) => !isFigure(index)).length
    const counts = figures.some(({ key }) => /^[\d.]+\D?$|^percent/u.test(key))
    if (counts && words < leastSubstance && parts.length > 0) parts[parts.length - 1] += `,${part}`
    else parts.push(part)
  }
  return parts
}

/** How many characters a part of a sentence takes from a statement; nothing where it says anything else. */
function held(part: string, statement: string, { around, aroundFigures }: Source): number | undefined {
  const figures = figuresOf(part)
  const own = figuresOf(statement)
  if (!figures.every((figure) => states(own, figure) || states(aroundFigures, figure))) return undefined
  if (!agrees(part, statement)) return undefined
  const { shared, foreign, foreignRun } = coverageOf(part, `${statement} | ${around}`, figures)
  const length = [...part].length
  return foreignRun < 2 && foreign <= length / oneForeignIn
    ? coverageOf(part, statement, figures).shared || Math.min(shared, 1)
    : undefined
}

/**
 * Holds a sentence against clauses: each part of it must be made of one statement of one clause, in its words and words
 * that only join, with no figure, date, name, address or number that the statement lacks, and denying what it denies.
 *
 * @param sentence As a model wrote it.
 * @param entries The clauses that it may rest on.
 * @returns The clauses that it does rest on, in their order; none where any part of it rests on nothing.
 */
export function groundSentence(sentence: string, entries: readonly Entry[]): Entry[] {
  const sources = entries.map(sourceOf)
  const rests = new Set<Entry>()
  let substance = 0
  for (const part of partsOf(plainText(sentence))) {
    const best = sources
      .flatMap((source) => source.statements.map((statement) => ({ source, shared: held(part, statement, source) })))
      .filter(({ shared }) => shared !== undefined)
      .sort((a, b) => b.shared! - a.shared!)[0]
    if (!best) return []
    if (best.shared! >= leastShared || figuresOf(part).length > 0) rests.add(best.source.entry)
    substance += best.shared! + leastShared * figuresOf(part).length
  }
  return substance >= leastSubstance ? entries.filter((entry) => rests.has(entry)) : []
}

const leastShared = 2
