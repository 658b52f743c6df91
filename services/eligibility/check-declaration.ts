import type { Notice } from '../../knowledge/parsing/notice.ts'
import { facts } from './facts.ts'
import { lastDaysIn } from './last-days.ts'
import type { Criterion, Preference, Programme } from './programme.ts'
import { comparisonsOf } from './rule.ts'
import { isDate } from './window.ts'

/**
 * Checks what a programme declares apart from its quotes: days, ids, and that each limit suits its fact.
 *
 * @throws {Error} An author's mistake: file, place and value.
 */
export function checkDeclaration(programme: Programme, notice: Notice): void {
  checkWindow(programme, notice)
  for (const list of ['criteria', 'preferences', 'commitments', 'preparation'] as const) {
    checkIds(programme, programme[list], list)
  }
  for (const condition of [...programme.criteria, ...programme.preferences]) checkFacts(programme, condition)
}

function fail(programme: Programme, place: string, problem: string): never {
  throw new Error(`${programme.id}.rules.ts, ${place}: ${problem}`)
}

/** The quote of the window must name the day it closes, and a notice that bears a date opens it on that date. */
function checkWindow(programme: Programme, { issued }: Notice): void {
  const { opens, closes, quote } = programme.window
  for (const day of [opens, closes]) {
    if (day !== undefined && !isDate(day)) fail(programme, 'window', `${day} is not a date`)
  }
  if (!lastDaysIn(quote).includes(closes)) fail(programme, 'window', `the quote does not name ${closes}`)
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
