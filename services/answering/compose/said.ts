import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Said } from '../../../knowledge/statements/statement.ts'

/**
 * The statements of notices whose wordings a person has read.
 *
 * @param approved The bundled notices: their wordings are reviewed with the code.
 */
export const saidOf = (approved: readonly Notice[]): Said =>
  Map.groupBy(
    approved.flatMap((notice) => parseStatements(notice)).filter(({ sure }) => sure),
    ({ notice, clause }) => `${notice}#${clause}`,
  )
