import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { amountsOf, conditionsOf, type Placed } from './conditions-of.ts'
import type { ProgrammeDocument } from './document.ts'
import type { Comparison, Condition } from './document-conditions.ts'
import type { Fact } from './document-facts.ts'
import type { DocumentFault } from './document-shapes.ts'
import { daysIn } from './last-days.ts'
import { comparisonsOf, factsRead, isOnDays, isOnFigures } from './rule.ts'

/** What is wrong with a document apart from its quotes: days, ids, and whether each limit suits its fact. */
export function declarationFaults(document: ProgrammeDocument, notice: Notice): DocumentFault[] {
  return [
    ...windowFaults(document, notice),
    ...idFaults(document),
    ...conditionsOf(document).flatMap(({ path, part }) => limitFaults(document, part, path)),
    ...amountsOf(document).flatMap((one) => amountFaults(document, one)),
  ]
}

/** The quote of the window must name the day it closes; it opens on a day that is named, or on the date of the notice. */
function windowFaults({ window }: ProgrammeDocument, { issued, year }: Notice): DocumentFault[] {
  const { opens, closes, quote, opening } = window
  const named = daysIn(quote, year)
  const first = opening ? [...named, ...daysIn(opening.quote, year)] : named
  return [
    ...(named.includes(closes) ? [] : [{ path: 'window.closes', message: texts.dayNotNamed(closes) }]),
    ...(opens === issued || (opens !== undefined && first.includes(opens) && opens <= closes)
      ? []
      : [{ path: 'window.opens', message: texts.opensOtherwise(opens, issued) }]),
  ]
}

function idFaults(document: ProgrammeDocument): DocumentFault[] {
  const rules = [...document.criteria, ...document.preferences]
  const twiceIn = (list: readonly { id: string }[], name: string): DocumentFault[] =>
    list.flatMap(({ id }, at) =>
      list.findIndex((other) => other.id === id) === at
        ? []
        : [{ path: `${name}.${at}.id`, message: texts.idTwice(id) }],
    )
  return [
    ...twiceIn(document.criteria, 'criteria'),
    ...twiceIn(document.preferences, 'preferences'),
    ...twiceIn(document.commitments, 'commitments'),
    ...twiceIn(document.preparation, 'preparation'),
    ...twiceIn(document.relations ?? [], 'relations'),
    ...document.preparation.flatMap(({ proves }, at) =>
      proves === undefined || rules.some(({ id }) => id === proves)
        ? []
        : [{ path: `preparation.${at}.proves`, message: texts.provesNothing(proves) }],
    ),
  ]
}

/** A comparison must suit the type of its fact, and a limit must be one that the fact can reach. */
function limitFaults({ facts }: ProgrammeDocument, condition: Condition, path: string): DocumentFault[] {
  return comparisonsOf(condition).flatMap((comparison) => {
    const fact = facts[comparison.fact]
    if (!fact) return [{ path, message: texts.noSuchFact(comparison.fact) }]
    if (suits(comparison, fact)) return []
    return [{ path, message: texts.limitUnsuited(JSON.stringify(comparison), comparison.fact, fact.type) }]
  })
}

function suits(comparison: Comparison, fact: Fact): boolean {
  if ('is' in comparison) return fact.type === 'bool'
  if ('oneOf' in comparison)
    return fact.type === 'choice' && comparison.oneOf.every((one) => fact.options.some(({ value }) => value === one))
  if (isOnDays(comparison)) {
    const { notBefore = '', notAfter = '9999-12-31' } = comparison
    return fact.type === 'date' && notBefore <= notAfter
  }
  if (!isOnFigures(comparison) || !('unit' in fact)) return false
  const { atLeast, moreThan, atMost, lessThan } = comparison
  const lower = atLeast ?? moreThan ?? 0
  const upper = atMost ?? lessThan ?? Infinity
  const most = fact.type === 'percent' ? 100 : Infinity
  const isReached = (atLeast === undefined || atLeast > 0) && (lessThan === undefined || lessThan > 0)
  const isWithin = moreThan === undefined ? lower <= most : lower < most
  const hasRoom = atLeast !== undefined && atMost !== undefined ? lower <= upper : lower < upper
  return isReached && isWithin && hasRoom && (fact.type !== 'percent' || (atMost ?? 0) < 100)
}

function amountFaults({ facts }: ProgrammeDocument, { path, part }: Placed<ProgrammeAmount>): DocumentFault[] {
  const key = 'of' in part ? part.of : 'per' in part ? part.per : undefined
  if (key === undefined) return []
  const fact = facts[key]
  if (!fact) return [{ path, message: texts.noSuchFact(key) }]
  if ('of' in part && !('unit' in fact && fact.unit === '万元')) return [{ path, message: texts.percentOfWan(key) }]
  return 'unit' in fact ? [] : [{ path, message: texts.perFigure(key) }]
}

type ProgrammeAmount = ReturnType<typeof amountsOf>[number]['part']

/** A fact that nothing reads is never asked. */
export function unreadFaults(document: ProgrammeDocument): DocumentFault[] {
  const read = new Set([
    ...conditionsOf(document).flatMap(({ part }) => factsRead(part)),
    ...amountsOf(document).flatMap(({ part }) => ('of' in part ? [part.of] : 'per' in part ? [part.per] : [])),
  ])
  return Object.keys(document.facts)
    .filter((key) => !read.has(key))
    .map((key) => ({ path: `facts.${key}`, message: texts.factUnread }))
}
