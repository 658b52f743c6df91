import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import { type MarkerStyle, readMarker } from '../../knowledge/parsing/markers.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { PlaceStep } from './amendment.ts'

const isUnder = ({ id }: Clause, above: Clause): boolean => id.startsWith(`${above.id}.`)
const depthOf = ({ id }: Clause): number => id.split('.').length

const arabic: readonly MarkerStyle[] = ['arabic-dot', 'arabic-comma', 'arabic-paren', 'arabic-half', 'circled']
/** How what a step names may be numbered, the likeliest first; any number where nothing is said. */
const styles: Readonly<Record<string, readonly (readonly MarkerStyle[])[]>> = {
  条: [['article'], ['cjk-comma'], ['cjk-paren', ...arabic]],
  章: [['chapter']],
  节: [['section']],
  编: [['part']],
  部分: [['part'], ['cjk-comma']],
  '（）': [['cjk-paren', 'arabic-paren']],
  '、': [['cjk-comma']],
  '.': [arabic],
  点: [arabic, ['cjk-paren']],
  项: [['cjk-paren', ...arabic]],
  目: [arabic, ['cjk-paren']],
}

/** The clauses of a step among those that may be meant: the highest of them. */
function taking(step: PlaceStep, within: readonly Clause[], above: readonly Clause[]): Clause[] {
  if ('words' in step)
    return highest(within.filter(({ heading, text }) => squeeze(heading || text).includes(step.words)))
  if (step.unit === '款') return paragraphs(step.number, within, above)
  for (const some of styles[step.unit] ?? []) {
    const found = within.filter(({ marker = '' }) => {
      const read = readMarker(marker)
      return read !== undefined && some.includes(read.style) && read.number === step.number
    })
    if (found.length > 0) return highest(found)
  }
  return []
}

function highest(clauses: readonly Clause[]): Clause[] {
  const least = Math.min(...clauses.map(depthOf))
  return clauses.filter((clause) => depthOf(clause) === least)
}

/** 款 are the paragraphs of an article: its own words, then those under it without a number. */
function paragraphs(number: number, within: readonly Clause[], above: readonly Clause[]): Clause[] {
  return above.flatMap((article) => {
    const own = within.filter(({ parent, marker }) => parent === article.id && marker === undefined)
    return [article, ...own][number - 1] ?? []
  })
}

/**
 * The clauses of a notice that a place means, with all that stand under them.
 *
 * @returns Undefined where there is no such place, or none is named.
 */
export function findPlace({ clauses }: Notice, place: readonly PlaceStep[]): Clause[] | undefined {
  if (place.length === 0) return undefined
  const own = clauses.filter(({ kind }) => kind !== 'front' && kind !== 'closing' && kind !== 'furniture')
  let above: Clause[] = []
  for (const step of place) {
    const within = above.length === 0 ? own : own.filter((one) => above.some((clause) => isUnder(one, clause)))
    const found = taking(step, within, above)
    if (found.length === 0) return undefined
    above = found
  }
  return own.filter((one) => above.some((clause) => clause === one || isUnder(one, clause)))
}
