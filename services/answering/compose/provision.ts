import { bodyOf } from '../../../knowledge/finding/sentences.ts'
import { measureTexts as words } from '../../../prompts/answer-texts.ts'
import type { NoProvisionFinding, ProvisionFinding, SeriesFinding } from '../decide/finding.ts'
import { withEnglish } from './english-name.ts'
import { sourceLine } from './frame.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** A provision asked for by its number, with all it opens. */
export function tellProvision({ source, below, units }: ProvisionFinding, language: Language): Told {
  const { entry } = source
  const parts = below.length > 0 ? [entry.clause.text, ...below.map(({ clause }) => clause.text)] : [bodyOf(entry)]
  if (language === 'en') {
    const lead = units.length > 0 ? words.units[language](units.map(withEnglish)) : words.says[language]
    return { text: [lead, `“${parts.join('\n')}”`, `— ${sourceLine(source, language)}`].join('\n'), lead }
  }
  return { text: [sourceLine(source, language), ...parts].join('\n') }
}

/** How many there are. */
export function tellSeries({ notice, count }: SeriesFinding, language: Language): Told {
  const lead = words.count[language](labelOf(notice, undefined, language), count)
  return { text: lead, lead }
}

/** That there are not so many. */
export const tellNoProvision = ({ notice, count, number }: NoProvisionFinding, language: Language): Told => ({
  text: words.beyond[language](labelOf(notice, undefined, language), count, number),
})
