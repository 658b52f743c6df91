import { isDeepStrictEqual } from 'node:util'
import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'
import type { Context } from './clause-context.ts'
import { parseClause } from './parse-clause.ts'
import type { Statement } from './statement.ts'
import { wordChinese } from './word-chinese.ts'

/** Everything a wording must give back. The words of the rule may be others, its slots not. */
function slotsOf(statement: Statement): unknown {
  const { kind, modality, hedge, subject, recipient, verb, metric, object, note, measured, leadIn, topic } = statement
  const { phrase: _phrase, ...figure } = statement.figure ?? { phrase: '' }
  const { phrase: _day, ...date } = statement.date ?? { phrase: '' }
  const parts = statement.parts.map(({ role, text }) => (role === 'rule' ? role : `${role} ${text}`))
  const alternatives = statement.group?.members
  return {
    kind,
    modality,
    hedge,
    subject,
    recipient,
    verb,
    metric,
    object,
    note,
    measured,
    leadIn,
    topic,
    figure,
    date,
    parts,
    alternatives,
  }
}

/** A clause of which a wording is the whole text. */
function asClause(statement: Statement): Clause {
  const text = wordChinese(statement)
  const kind = statement.kind === 'contact' ? 'contact' : 'paragraph'
  return { id: statement.clause, kind, heading: '', path: '', text, quote: text, spans: [] }
}

/** Whether reading the wording of a statement gives all of its slots again. */
export function roundTrips(notice: Notice, statement: Statement, context: Context): boolean {
  if (statement.cells) return true
  const { leadIn: _leadIn, measured: _measured, ...alone } = context
  const slots = slotsOf(statement)
  return parseClause(notice, asClause(statement), alone).some((other) => isDeepStrictEqual(slotsOf(other), slots))
}

/** Marks a statement that may be said: all of its sentence is accounted for, and its wording gives every slot back. */
export function grade(notice: Notice, statement: Statement, context: Context): Statement {
  const isSaid = statement.kind !== 'activity' && statement.unaccounted === ''
  return { ...statement, sure: isSaid && roundTrips(notice, statement, context) }
}
