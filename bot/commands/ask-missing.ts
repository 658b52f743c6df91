import { ImportError } from '../../knowledge/importing/import-error.ts'
import type { MissingField } from '../../knowledge/importing/missing-fields.ts'
import { noticeTexts } from '../../prompts/notice-texts.ts'
import { type Given, readField } from './notice-arguments.ts'

/** Asks somebody a question and resolves to what is typed; undefined where nobody can be asked any more. */
export type Ask = (question: string) => Promise<string | undefined>

/**
 * Asks for the fields that a notice's text doesn't tell, until each is answered or may be skipped.
 *
 * @param say Tells what is wrong with an answer.
 */
export async function askMissing(
  missing: readonly MissingField[],
  ask: Ask,
  say: (line: string) => void,
): Promise<Given> {
  let given: Given = {}
  for (const { field, label, isRequired } of missing) {
    for (;;) {
      const typed = await ask(noticeTexts.ask(label, isRequired))
      if (typed === undefined) return given
      if (typed.trim() === '' && !isRequired) break
      try {
        given = { ...given, ...readField(field, typed) }
        break
      } catch (error) {
        if (!(error instanceof ImportError)) throw error
        say(`  ${error.message}`)
      }
    }
  }
  return given
}
