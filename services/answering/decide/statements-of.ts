import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'

const known = new WeakMap<Notice, Statement[]>()

/** What a notice says, sure or not: to align and to find, never to be said. Parsed once for a notice. */
export function statementsOf(notice: Notice): Statement[] {
  const statements = known.get(notice) ?? parseStatements(notice)
  known.set(notice, statements)
  return statements
}
