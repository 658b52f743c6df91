import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { unreadFaults } from './check-declaration.ts'
import { checkProgramme } from './check-programme.ts'
import type { ProgrammeDocument } from './document.ts'
import type { Condition } from './document-conditions.ts'
import type { Fact, Facts } from './document-facts.ts'
import type { DocumentFault } from './document-shapes.ts'
import { holdOn } from './hold-on.ts'
import { negate } from './negate.ts'
import { type ResolvedProgramme, resolveProgramme } from './resolve-programmes.ts'
import { type Answers, evaluate } from './rule.ts'
import { targetOf } from './target.ts'
import { waysToMeetAll } from './ways-to-meet.ts'

/** Against what a document is held: the notices, and the programmes beside which it would be in use. */
export type Beside = { notices: readonly Notice[]; others: readonly { id: string; facts: Facts }[] }

/**
 * All that keeps a document from being put in use, each fault with its place and what that takes: words that its notice doesn't
 * say, limits that don't suit, conditions that nobody can meet or miss, facts that others understand otherwise, and what a
 * draft left open. Nothing is left to be found out at a check.
 *
 * @returns The programme where there is none.
 */
export function validateProgramme(
  document: ProgrammeDocument,
  { notices, others }: Beside,
): { programme: ResolvedProgramme } | { faults: DocumentFault[] } {
  const resolved = resolveProgramme(notices, document)
  const faults = [
    ...('faults' in resolved ? resolved.faults : []),
    ...reviewFaults(document),
    ...unreadFaults(document),
    ...factFaults(document.facts, others),
    ...('programme' in resolved ? decisionFaults(resolved.programme) : []),
  ]
  if (faults.length > 0 || 'faults' in resolved) return { faults }
  checkProgramme(resolved.programme, {}, resolved.programme.window.closes)
  return resolved
}

/** Every `review` left in a document, wherever it stands. */
function reviewFaults(value: unknown, path: string[] = []): DocumentFault[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
    const isReview = key === 'review' && typeof one === 'string' && path[0] !== 'facts'
    const isOfFact = key === 'review' && path[0] === 'facts' && path.length === 2
    if (isReview || isOfFact) return [{ path: [...path, key].join('.'), message: texts.reviewLeft(String(one)) }]
    return reviewFaults(one, [...path, key])
  })
}

/** The same key is the same fact in every programme. */
function factFaults(facts: Facts, others: Beside['others']): DocumentFault[] {
  return Object.entries(facts).flatMap(([key, fact]) => {
    const other = others.find((one) => one.facts[key] && !isSame(fact, one.facts[key]))
    const options = fact.type === 'choice' ? fact.options.map(({ value }) => value) : []
    const twice = options.find((value, at) => options.indexOf(value) !== at)
    return [
      ...(other ? [{ path: `facts.${key}`, message: texts.factOtherwise(key, other.id) }] : []),
      ...(twice === undefined ? [] : [{ path: `facts.${key}.options`, message: texts.idTwice(twice) }]),
    ]
  })
}

function isSame(one: Fact, other: Fact): boolean {
  const kindOf = (fact: Fact) => [
    fact.type,
    'unit' in fact ? fact.unit : '',
    ...(fact.type === 'choice' ? fact.options.map(({ value }) => value).toSorted() : []),
  ]
  return kindOf(one).join() === kindOf(other).join()
}

/** Each condition must be able to come out either way, and stay open while nothing is known. */
function decisionFaults(programme: ResolvedProgramme): DocumentFault[] {
  const held = holdOn(programme, programme.window.closes)
  const faultsOf = (list: readonly { condition: Condition }[], name: string) =>
    list.flatMap(({ condition }, at): DocumentFault[] => {
      const never = neverOf(condition, held.facts)
      return never === undefined ? [] : [{ path: `${name}.${at}.condition`, message: never }]
    })
  return [...faultsOf(held.criteria, 'criteria'), ...faultsOf(held.preferences, 'preferences')]
}

/** What a condition can never be, in words; undefined where it can be anything. */
function neverOf(condition: Condition, facts: Facts): string | undefined {
  if (evaluate(condition, {}) !== 'unknown') return texts.neverOpen
  if (!outcomes(condition, facts).some((answers) => evaluate(condition, answers) === 'met')) return texts.neverMet
  const missed = outcomes(negate(condition, facts), facts)
  return missed.some((answers) => evaluate(condition, answers) === 'unmet') ? undefined : texts.neverUnmet
}

/** Answers that would meet a condition. */
function outcomes(condition: Condition, facts: Facts): Answers[] {
  const ways = waysToMeetAll([condition], {}, facts, (all) => all.toSorted((a, b) => a.length - b.length))
  return ways.map((way) => Object.fromEntries(way.map((one) => [one.fact, targetOf(one, facts)])))
}
