import { loadNotices } from '../../../knowledge/load-notices.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { leadOf, wordStatement } from '../../../knowledge/statements/word-statement.ts'

/** A statement with its wording, its short form and its English, as people read them in review. */
function entry(statement: Statement): string {
  const [lead, words, english] = [
    leadOf(statement, 'zh'),
    wordStatement(statement, 'zh'),
    wordStatement(statement, 'en'),
  ]
  const short = lead === undefined ? '–' : lead === words ? '=' : lead
  return [`- \`${statement.id}\` ${statement.kind}`, `  ${words}`, `  ${short}`, `  ${english}`].join('\n')
}

/**
 * All that may be said of the notices that come with the assistant. Rows that list names alone are worded alike: the first
 * three of each table stand for all.
 */
export function bundledWordings(): string {
  const parts = loadNotices().map((notice) => {
    const seen = new Map<string, number>()
    const shown = parseStatements(notice).filter((statement) => {
      if (!statement.sure) return false
      const table = statement.cells?.table
      if (statement.kind !== 'row' || table === undefined) return true
      seen.set(table, (seen.get(table) ?? 0) + 1)
      return seen.get(table)! <= 3
    })
    return [`## ${notice.id}`, '', ...shown.map(entry), ''].join('\n')
  })
  return [
    '# What is said of the bundled notices',
    '',
    'Wording, short form (= the same, – none), English.',
    '',
    ...parts,
  ].join('\n')
}
