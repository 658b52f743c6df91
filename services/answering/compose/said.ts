import { keptByText, keptFor } from '../../../knowledge/kept.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Said, Statement } from '../../../knowledge/statements/statement.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'

const sureOf = keptFor((notice: Notice): Statement[] => parseStatements(notice).filter(({ sure }) => sure))

/** A person has read the words: what is worded otherwise, or stands in another clause, waits for somebody to read it. */
const readAs = (statement: Statement): string => `${statement.clause} ${wordStatement(statement, 'zh')}`

/**
 * The statements of notices whose wordings a person has read. A notice is read for them when the first of it is asked for.
 *
 * @param approved The bundled notices: their wordings are reviewed with the code.
 * @param inUse The notices in use. Of another edition of an approved one, what it says in the very same words.
 * @param read Statements of other notices that staff have read one by one.
 */
export function saidOf(
  approved: readonly Notice[],
  inUse: readonly Notice[] = approved,
  read: readonly Statement[] = [],
): Said {
  const approvedOf = (notice: Notice): Statement[] => {
    const used = inUse.find(({ id }) => id === notice.id)
    if (!used || used === notice || isSameText(used, notice)) return sureOf(notice)
    const known = new Set(sureOf(notice).map(readAs))
    return sureOf(used).filter((statement) => known.has(readAs(statement)))
  }
  const saidBy = keptByText((id) => {
    const statements = approved.filter((notice) => notice.id === id).flatMap(approvedOf)
    const others = read.filter(({ notice }) => notice === id).filter(isOther(statements))
    return Map.groupBy([...statements, ...others], ({ notice, clause }) => `${notice}#${clause}`)
  })
  return { get: (key) => saidBy(key.slice(0, key.indexOf('#'))).get(key) }
}

const isOther = (statements: readonly Statement[]) => {
  const known = new Set(statements.map(({ notice, id }) => `${notice}#${id}`))
  return ({ notice, id }: Statement): boolean => !known.has(`${notice}#${id}`)
}

/** Whether two editions have the same clauses, so that what was read of one was read of the other. */
const isSameText = (one: Notice, other: Notice): boolean =>
  one.clauses.length === other.clauses.length &&
  one.clauses.every(({ id, text, parent }, at) => {
    const clause = other.clauses[at]!
    return clause.id === id && clause.text === text && clause.parent === parent
  })
