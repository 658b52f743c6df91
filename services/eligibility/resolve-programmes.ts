import { createHash } from 'node:crypto'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import type { PreparationItem } from '../preparation/preparation.ts'
import type { Assessment, Source } from './assessment.ts'
import { declarationFaults } from './check-declaration.ts'
import { factsOfAmount } from './conditions-of.ts'
import type { Commitment, Criterion, Preference, ProgrammeDocument, Quoted } from './document.ts'
import type { FactKey, Facts } from './document-facts.ts'
import type { DocumentFault } from './document-shapes.ts'
import { locateAmong } from './find-source.ts'
import { endOf, type NoticeEnd } from './notice-end.ts'
import { requirement } from './requirement.ts'
import { factsRead } from './rule.ts'
import { shippedProgrammes } from './shipped-programmes.ts'

type Sourced<T> = T & { source: Source }

/** A part of a programme that rests on words which its notice no longer has, or on a clause that the rules don't know. */
export type ProgrammeChange = {
  part: 'criterion' | 'preference' | 'commitment' | 'support' | 'preparation' | 'window' | 'added'
  id: string
  /** How it is named to people. */
  title: string
}

type Amounts = NonNullable<ProgrammeDocument['support']['amounts']>

/** A programme whose every quote has its clause. */
export type ResolvedProgramme = Pick<
  ProgrammeDocument,
  'id' | 'title' | 'year' | 'notice' | 'english' | 'relations'
> & {
  /** What it asks, by key. */
  facts: Facts
  /** `issuer` is who may be asked about it. */
  window: Sourced<{ opens?: string | undefined; closes: string; issuer: string; end?: NoticeEnd }>
  criteria: readonly (Sourced<Criterion> & { required: string })[]
  preferences: readonly Sourced<Preference>[]
  commitments: readonly Sourced<Commitment>[]
  support: Assessment['support']
  /** What a unit would get by its answers. */
  amounts: readonly Sourced<Amounts[number]>[]
  /** Money and places in English. */
  supportInEnglish?: ProgrammeDocument['support']['english']
  preparation: Assessment['preparation']
  /** What there is to prepare, by its id. */
  preparationInEnglish: Readonly<Record<string, string>>
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
 * @param declared What to resolve; the programmes that ship unless told otherwise.
 * @returns The programmes in the order declared, frozen.
 * @throws {Error} An author's mistake: which document, and each place with what is wrong there.
 */
export function resolveProgrammes(
  notices: readonly Notice[],
  declared: readonly ProgrammeDocument[] = shippedProgrammes(),
): ResolvedProgramme[] {
  return declared.map((document) => {
    const resolved = resolveProgramme(notices, document)
    if ('programme' in resolved) return resolved.programme
    const lines = resolved.faults.map(({ path, message }) => `${path}: ${message}`)
    throw new Error(`${document.id}.json\n${lines.join('\n')}`)
  })
}

/** The same for one document, its faults as a value. */
export function resolveProgramme(
  notices: readonly Notice[],
  document: ProgrammeDocument,
): { programme: ResolvedProgramme } | { faults: DocumentFault[] } {
  const notice = notices.find((one) => one.id === document.notice)
  if (!notice) return { faults: [{ path: 'notice', message: texts.noSuchNotice(document.notice) }] }
  const faults = declarationFaults(document, notice)
  const locate = (quoted: Quoted, path: string): Source => {
    const found = locateAmong(notices, document, quoted)
    if ('source' in found) return found.source
    faults.push({ path: `${path}.quote`, message: found.problem })
    return { notice: notice.id, clause: '', quote: quoted.quote }
  }
  if (document.window.opening) locate(document.window.opening, 'window.opening')
  const located = locateAll(document, notice, notices, locate)
  if (faults.length > 0) return { faults }
  const resolved = {
    ...located,
    criteria: located.criteria.map((one) => ({
      ...one,
      required: one.words?.required ?? requirement(one.condition, document.facts),
    })),
    factKeys: factKeysOf(document),
  }
  return { programme: freeze({ ...resolved, rulesVersion: versionOf(resolved) }) }
}

type Locate = (quoted: Quoted, path: string) => Source

function locateAll(
  document: ProgrammeDocument,
  { issuer, ...own }: Notice,
  notices: readonly Notice[],
  locate: Locate,
) {
  const end = endOf(own, notices)
  const { id, title, year, notice, english, relations, facts, window, support } = document
  const sourced = <T extends Quoted>(list: readonly T[], name: string): Sourced<T>[] =>
    list.map((item, at) => ({ ...item, source: locate(item, `${name}.${at}`) }))
  return {
    id,
    title,
    year,
    notice,
    ...(english && { english }),
    facts,
    ...(relations && { relations }),
    window: {
      ...(window.opens !== undefined && { opens: window.opens }),
      closes: window.closes,
      issuer,
      ...(end && { end }),
      source: locate(window, 'window'),
    },
    criteria: sourced(document.criteria, 'criteria'),
    preferences: sourced(document.preferences, 'preferences'),
    commitments: sourced(document.commitments, 'commitments'),
    support: resolveSupport(document, locate),
    amounts: sourced(support.amounts ?? [], 'support.amounts'),
    ...(support.english && { supportInEnglish: support.english }),
    preparation: document.preparation.map((item, at) => resolvePreparation(item, `preparation.${at}`, locate)),
    preparationInEnglish: Object.fromEntries(
      document.preparation.flatMap(({ id: item, english: told }) => (told ? [[item, told.text]] : [])),
    ),
  }
}

/** What is asked for the conditions, then for the preferences, then for the amounts. */
function factKeysOf(document: ProgrammeDocument): FactKey[] {
  const rules = [...document.criteria, ...document.preferences]
  return [
    ...new Set([
      ...rules.flatMap(({ condition }) => factsRead(condition)),
      ...(document.support.amounts ?? []).flatMap(({ amount }) => factsOfAmount(amount)),
    ]),
  ]
}

/** Who knows a fact has no part in what the rules say. */
const versionOf = (rules: object): string =>
  createHash('sha256')
    .update(JSON.stringify(rules, (key, value: unknown) => (key === 'knownBy' ? undefined : value)))
    .digest('hex')
    .slice(0, 12)

function resolveSupport({ support, window }: ProgrammeDocument, locate: Locate): Assessment['support'] {
  const { amountWan, amountText, places, placesText, money, placesQuote, restrictions } = support
  // Where the notice has no word on money there is only the call itself.
  const source = money ? locate(money, 'support.money') : locate(window, 'window')
  const placesSource = placesQuote && locate(placesQuote, 'support.placesQuote')
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
      ...restrictions.map((restriction, at) => locate(restriction, `support.restrictions.${at}`)),
    ],
  }
}

function resolvePreparation(
  { quote, section, notice, review: _, english: __, ...rest }: PreparationItem,
  path: string,
  locate: Locate,
): ResolvedProgramme['preparation'][number] {
  if (quote === undefined) return rest
  return { ...rest, source: locate({ quote, section, notice }, path) }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
