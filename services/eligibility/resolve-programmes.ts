import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { PreparationItem } from '../preparation/preparation.ts'
import type { Assessment, Source } from './assessment.ts'
import { type FactKey, facts } from './facts.ts'
import { findSource } from './find-source.ts'
import type { Commitment, Criterion, Preference, Programme, Quoted } from './programme.ts'
import { medicalCenter2022 } from './programmes/medical-center-2022.rules.ts'
import { medicalCenter2025 } from './programmes/medical-center-2025.rules.ts'
import { medicalPromotion2025 } from './programmes/medical-promotion-2025.rules.ts'
import { universityCenter2022 } from './programmes/university-center-2022.rules.ts'
import { comparisonsOf, factsRead } from './rule.ts'
import { isDate } from './window.ts'

type Sourced<T> = T & { source: Source }

/** A programme whose every quote has its clause. */
export type ResolvedProgramme = {
  id: string
  title: string
  year: number
  notice: string
  window: Sourced<{ opens?: string; closes: string }>
  criteria: readonly Sourced<Criterion>[]
  preferences: readonly Sourced<Preference>[]
  commitments: readonly Sourced<Commitment>[]
  support: Assessment['support']
  preparation: Assessment['preparation']
  /** Every answer it asks for, criteria first, in the notice's order. */
  factKeys: readonly FactKey[]
}

/** The programmes, newest first, those of one notice in its order. */
export const programmes: readonly Programme[] = [
  medicalCenter2025,
  medicalPromotion2025,
  medicalCenter2022,
  universityCenter2022,
]

/**
 * Finds the clause of every quote and checks what can be checked without a person.
 *
 * @param notices All notices, parsed (see `loadNotices`).
 * @param declared What to resolve; the four programmes unless told otherwise.
 * @returns The programmes in the order declared, frozen.
 * @throws {Error} An author's mistake: file, place and value.
 */
export function resolveProgrammes(
  notices: readonly Notice[],
  declared: readonly Programme[] = programmes,
): ResolvedProgramme[] {
  return declared.map((programme) => freeze(resolve(notices, programme)))
}

function resolve(notices: readonly Notice[], programme: Programme): ResolvedProgramme {
  const { id, title, year, notice, window, criteria, preferences, commitments, preparation } = programme
  checkWindow(programme, notices)
  const locate = (quoted: Quoted, place: string) => findSource(notices, programme, quoted, place)
  const sourced = <T extends Quoted & { id: string }>(list: readonly T[], name: string): Sourced<T>[] => {
    checkIds(programme, list, name)
    return list.map((item) => ({ ...item, source: locate(item, `${name} ${item.id}`) }))
  }
  for (const condition of [...criteria, ...preferences]) checkFacts(programme, condition)
  checkIds(programme, preparation, 'preparation')
  return {
    id,
    title,
    year,
    notice,
    window: {
      ...(window.opens !== undefined && { opens: window.opens }),
      closes: window.closes,
      source: locate(window, 'window'),
    },
    criteria: sourced(criteria, 'criteria'),
    preferences: sourced(preferences, 'preferences'),
    commitments: sourced(commitments, 'commitments'),
    support: resolveSupport(programme, locate),
    preparation: preparation.map((item) => resolvePreparation(item, locate)),
    factKeys: [...new Set([...criteria, ...preferences].flatMap(factsRead))],
  }
}

type Locate = (quoted: Quoted, place: string) => Source

function resolveSupport({ support }: Programme, locate: Locate): Assessment['support'] {
  const { amountWan, amountText, places, placesText, money, placesQuote, restrictions } = support
  const source = locate(money, 'support')
  const placesSource = placesQuote && locate(placesQuote, 'places')
  return {
    ...(amountWan !== undefined && { amountWan }),
    amountText,
    ...(places !== undefined && { places }),
    placesText,
    restrictions: restrictions.map(({ text }) => text),
    source,
    sources: [
      ...(placesSource ? [placesSource] : []),
      source,
      ...restrictions.map((restriction) => locate(restriction, 'restrictions')),
    ],
  }
}

function resolvePreparation(item: PreparationItem, locate: Locate): Assessment['preparation'][number] {
  const { quote, section, ...rest } = item
  if (quote === undefined) return rest
  return { ...rest, source: locate({ quote, ...(section !== undefined && { section }) }, `preparation ${item.id}`) }
}

function fail(programme: Programme, place: string, problem: string): never {
  throw new Error(`${programme.id}.rules.ts, ${place}: ${problem}`)
}

/** The quote of the window must name the day it closes, and a notice that bears a date opens it on that date. */
function checkWindow(programme: Programme, notices: readonly Notice[]): void {
  const { opens, closes, quote } = programme.window
  for (const day of [opens, closes]) {
    if (day !== undefined && !isDate(day)) fail(programme, 'window', `${day} is not a date`)
  }
  const [year, month, day] = closes.split('-').map(Number)
  if (!quote.includes(`${year}年${month}月${day}日前`)) fail(programme, 'window', `the quote does not name ${closes}`)
  const issued = notices.find(({ id }) => id === programme.notice)?.issued
  if (issued !== opens) fail(programme, 'window', `opens on ${opens}, but the notice was issued on ${issued}`)
}

function checkIds(programme: Programme, list: readonly { id: string }[], name: string): void {
  const twice = list.find(({ id }, at) => list.findIndex((other) => other.id === id) !== at)
  if (twice) fail(programme, `${name} ${twice.id}`, 'the id stands twice')
}

/** A comparison must suit the type of its fact, and a limit must be one that the fact can reach. */
function checkFacts(programme: Programme, condition: Criterion | Preference): void {
  for (const comparison of comparisonsOf(condition)) {
    const fact = facts[comparison.fact]
    const suits =
      'atLeast' in comparison
        ? fact.type !== 'bool' && fact.type !== 'choice' && comparison.atLeast > 0
        : 'oneOf' in comparison
          ? fact.type === 'choice' && comparison.oneOf.every((one) => fact.options.some(({ value }) => value === one))
          : fact.type === 'bool'
    if (!suits) fail(programme, condition.id, `${JSON.stringify(comparison)} does not suit a fact of type ${fact.type}`)
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
