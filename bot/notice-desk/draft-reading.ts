import type { KnownNotice } from '../../knowledge/importing/prepare-notice.ts'
import { missingField, MissingFieldsError } from '../../knowledge/importing/missing-fields.ts'
import { type Prepared, prepareOffThread } from '../../knowledge/importing/prepare-off-thread.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { parseStatements } from '../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../knowledge/statements/statement.ts'
import { type Draft, importedOf } from '../../services/staff/notices/draft.ts'

/** A draft as it is read now, with the statements of its clauses. */
export type DraftReading = Prepared & { statements: Statement[] }

type Read = Pick<Draft, 'fileName' | 'source' | 'hints' | 'told'>

/** The statements of a draft, once they are asked for: reading them takes longer than the rest. */
const statementsOf = (prepared: Prepared): DraftReading => {
  let read = prepared.statements
  return {
    ...prepared,
    get statements() {
      return (read ??= parseStatements(prepared.notice))
    },
  }
}

/**
 * Reads a draft as it would be put in use. Where no year was read it stands under this one, and is missing.
 *
 * @param known Every notice in use.
 * @throws {ImportError} When it makes no notice.
 */
export async function readDraft(
  draft: Read,
  bundled: readonly Notice[],
  known: KnownNotice[],
  today: string,
): Promise<DraftReading> {
  const imported = importedOf(draft)
  try {
    return statementsOf(await prepareOffThread(imported, bundled, known))
  } catch (error) {
    if (!(error instanceof MissingFieldsError) || imported.given.year !== undefined) throw error
    const given = { ...imported.given, year: Number(today.slice(0, 4)) }
    const prepared = await prepareOffThread({ ...imported, given }, bundled, known)
    const { year: _, missing, ...readings } = prepared.readings
    return statementsOf({ ...prepared, readings: { ...readings, missing: [...missing, missingField('year', true)] } })
  }
}
