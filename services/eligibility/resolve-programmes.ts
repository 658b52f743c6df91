import { createHash } from 'node:crypto'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { PreparationItem } from '../preparation/preparation.ts'
import type { Assessment, Source } from './assessment.ts'
import { checkDeclaration } from './check-declaration.ts'
import type { FactKey } from './facts.ts'
import { findSource } from './find-source.ts'
import type { Commitment, Criterion, Preference, Programme, Quoted } from './programme.ts'
import { requirement } from './requirement.ts'
import { programmes } from './programmes.ts'
import { factsRead } from './rule.ts'

type Sourced<T> = T & { source: Source }

/** A part of a programme that rests on words which its notice no longer has, or on a clause that the rules don't know. */
export type ProgrammeChange = {
  part: 'criterion' | 'preference' | 'commitment' | 'support' | 'preparation' | 'window' | 'added'
  id: string
  /** How it is named to people. */
  title: string
}

/** A programme whose every quote has its clause. */
export type ResolvedProgramme = {
  id: string
  title: string
  year: number
  notice: string
  window: Sourced<{ opens?: string; closes: string }>
  criteria: readonly (Sourced<Criterion> & { required: string })[]
  preferences: readonly Sourced<Preference>[]
  commitments: readonly Sourced<Commitment>[]
  support: Assessment['support']
  preparation: Assessment['preparation']
  /** Twelve hexadecimal digits that change whenever anything else here does. */
  rulesVersion: string
  /** What of it the notice no longer says in the words that the rules quote; absent where there is nothing. */
  changes?: readonly ProgrammeChange[]
  /** Every answer it asks for, criteria first, in the notice's order. */
  factKeys: readonly FactKey[]
}

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
  const { id, title, year, window, criteria, preferences, commitments, preparation } = programme
  const notice = notices.find((one) => one.id === programme.notice)
  if (!notice) throw new Error(`${id}.rules.ts: there is no notice ${programme.notice}`)
  checkDeclaration(programme, notice)
  const locate = (quoted: Quoted, place: string) => findSource(notice, programme, quoted, place)
  const sourced = <T extends Quoted & { id: string }>(list: readonly T[], name: string): Sourced<T>[] => {
    return list.map((item) => ({ ...item, source: locate(item, `${name} ${item.id}`) }))
  }
  const resolved = {
    id,
    title,
    year,
    notice: notice.id,
    window: {
      ...(window.opens !== undefined && { opens: window.opens }),
      closes: window.closes,
      source: locate(window, 'window'),
    },
    criteria: sourced(criteria, 'criteria').map((criterion) => ({
      ...criterion,
      required: criterion.words?.required ?? requirement(criterion),
    })),
    preferences: sourced(preferences, 'preferences'),
    commitments: sourced(commitments, 'commitments'),
    support: resolveSupport(programme, locate),
    preparation: preparation.map((item) => resolvePreparation(item, locate)),
    factKeys: [...new Set([...criteria, ...preferences].flatMap(factsRead))],
  }
  return { ...resolved, rulesVersion: versionOf(resolved) }
}

const versionOf = (rules: object): string =>
  createHash('sha256').update(JSON.stringify(rules)).digest('hex').slice(0, 12)

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

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
