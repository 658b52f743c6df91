import { measureTexts as words } from '../../../prompts/answer-texts.ts'
import type { DutiesFinding, ResponsibleFinding } from '../decide/finding.ts'
import { sourceLine } from './frame.ts'
import type { Language, Told } from './told.ts'

/** Who answers for a measure; first whether the unit asked about does. */
export function tellResponsible({ quoted, units, asked }: ResponsibleFinding, language: Language): Told {
  const verdict = asked && (asked.isAmong ? words.among : words.notAmong)[language](asked.unit)
  const lines = [verdict, sourceLine(quoted, language), quoted.excerpt, words.units[language](units)]
  return { text: lines.filter(Boolean).join('\n') }
}

const mostMeasures = 20

/** The measures that a unit answers for, a line each. */
export function tellDuties({ unit, notice, measures }: DutiesFinding, language: Language): Told {
  const lines = measures.slice(0, mostMeasures).map(({ entry, said }) => `${entry.clause.marker}${said}`)
  const isAll = lines.length === measures.length
  return { text: [words.duties[language](notice.shortTitle, unit, measures.length, isAll), ...lines].join('\n') }
}
