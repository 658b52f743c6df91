import { measureTexts as words } from '../../../prompts/answer-texts.ts'
import type { DutiesFinding, ResponsibleFinding } from '../decide/finding.ts'
import { withEnglish } from './english-name.ts'
import { sourceLine, statement, wholeQuote } from './frame.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** Who answers for a measure; first whether the unit asked about does. */
export function tellResponsible({ quoted, units, asked }: ResponsibleFinding, language: Language): Told {
  const named = language === 'en' ? withEnglish : (unit: string) => unit
  const verdict = asked && (asked.isAmong ? words.among : words.notAmong)[language](named(asked.unit))
  const responsible = words.units[language](units.map(named))
  if (language === 'en') {
    const lead = verdict ?? responsible
    return { text: [...new Set([lead, responsible, statement(quoted, language)])].join('\n'), lead }
  }
  return { text: [verdict, sourceLine(quoted, language), wholeQuote(quoted), responsible].filter(Boolean).join('\n') }
}

const mostMeasures = 20

/** The measures that a unit answers for, a line each. */
export function tellDuties({ unit, notice, measures }: DutiesFinding, language: Language): Told {
  const lines = measures.slice(0, mostMeasures).map(({ entry, said }) => `${entry.clause.marker}${said}`)
  const isAll = lines.length === measures.length
  const name = language === 'en' ? labelOf(notice, undefined, language) : notice.shortTitle
  const who = language === 'en' ? withEnglish(unit) : unit
  return { text: [words.duties[language](name, who, measures.length, isAll), ...lines].join('\n') }
}
