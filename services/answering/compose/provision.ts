import { bodyOf } from '../../../knowledge/finding/sentences.ts'
import { measureTexts as words } from '../../../prompts/answer-texts.ts'
import type { NoProvisionFinding, ProvisionFinding } from '../decide/finding.ts'
import { sourceLine } from './frame.ts'
import type { Language, Told } from './told.ts'

/** A provision asked for by its number, with all it opens. */
export function tellProvision({ source, below }: ProvisionFinding, language: Language): Told {
  const { entry } = source
  const parts = below.length > 0 ? [entry.clause.text, ...below.map(({ clause }) => clause.text)] : [bodyOf(entry)]
  return { text: [sourceLine(source, language), ...parts].join('\n') }
}

/** That there are not so many. */
export const tellNoProvision = ({ notice, count, number }: NoProvisionFinding, language: Language): Told => ({
  text: words.beyond[language](notice.shortTitle, count, number),
})
