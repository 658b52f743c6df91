import type { Notice } from '../parsing/notice.ts'
import { contextsOf } from './clause-context.ts'
import { grade } from './grade.ts'
import { parseClause } from './parse-clause.ts'
import { listsOf } from './read-list.ts'
import type { Statement } from './statement.ts'

const unseen = /\p{Cf}/u

/**
 * Parses what a notice says into statements, in the order of its clauses. Pure: the same notice gives the same statements.
 *
 * @returns Those with `sure` may be worded and said (see grade.ts); all others help to find, and their sentence is quoted.
 */
export function parseStatements(notice: Notice): Statement[] {
  const contexts = contextsOf(notice)
  const lists = listsOf(notice, contexts)
  return notice.clauses.flatMap((clause) => {
    const context = contexts.get(clause.id)!
    const statements = parseClause(notice, clause, context, lists.get(clause.id))
    const { leadIn: _leadIn, ...above } = context
    // Signs that can't be seen part words: what such a clause says may be read in halves.
    if (unseen.test(clause.text)) return statements
    return statements.map((statement) => grade(notice, statement, statement.kind === 'any-of' ? above : context))
  })
}
