import { inChinese } from '../../../knowledge/language/write-day.ts'
import { replies } from '../../../prompts/replies.ts'
import type { ClarifyFinding, ProgrammeChoice } from '../decide/finding.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** Asks back which programme is meant; each choice asks the same of one. */
export function tellClarify({ choices, newest, asked }: ClarifyFinding, language: Language): Told {
  const actions = askOf({ choices, asked }, language)
  const issued = newest.issued ? `（${inChinese(newest.issued)}发布）` : ''
  const head = language === 'en' ? replies.whichEnglish : replies.which(newest.shortTitle, issued)
  return { text: [head, ...actions.map(({ label }, at) => `${at + 1}. ${label}`)].join('\n'), actions }
}

/** The same asked of each programme, as quick replies. */
export const askOf = (
  { choices, asked }: Pick<ClarifyFinding, 'choices' | 'asked'>,
  language: Language,
): { label: string; send: string }[] =>
  choices.map((choice) => {
    const name = nameOfChoice(choice, language)
    return { label: name, send: language === 'en' ? `${name}: ${asked}` : `${name}，${asked}` }
  })

const nameOfChoice = ({ notice, programme }: ProgrammeChoice, language: Language): string => {
  const label = labelOf(notice, programme, language)
  return language === 'en' ? label : label.replace(/知识产权/u, '')
}
