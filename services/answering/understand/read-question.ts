import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { readAsked } from './asked.ts'
import { contentRuns } from './content-units.ts'
import type { Question, Scope, Unit, Wording } from './question.ts'
import { blank } from './read-aspects.ts'
import { withoutYears } from './years.ts'

/**
 * A question held against the loaded notices.
 *
 * @param scope What was spoken of before.
 */
export function readQuestion(catalogue: Catalogue, wording: Wording, scope: Scope | undefined): Question {
  const asked = readAsked(catalogue, wording, scope)
  const content = withoutNames(withoutYears(wording.text, asked.years), asked.terms)
  return {
    ...wording,
    ...asked,
    aspects: wording.aspects,
    runs: contentRuns(withoutNames(wording.rest, asked.terms)),
    content: content.replace(/·+/gu, ' ').trim(),
  }
}

/** Blanks the words that only say which notice is meant. */
const withoutNames = (text: string, terms: (Unit & { names?: boolean })[]): string =>
  terms.reduce((rest, term) => (term.names ? blank(rest, term.words[0]!) : rest), text)
