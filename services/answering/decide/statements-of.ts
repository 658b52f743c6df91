import { keptFor } from '../../../knowledge/kept.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'

/** What a notice says, sure or not: to align and to find, never to be said. Parsed once for a notice. */
export const statementsOf = keptFor((notice: Notice): Statement[] => parseStatements(notice))
