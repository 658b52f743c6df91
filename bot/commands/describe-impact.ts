import type { Impact } from '../../knowledge/importing/impact.ts'
import { shortened } from '../../knowledge/language/characters.ts'
import { noticeDeskTexts } from '../../prompts/notice-desk-texts.ts'

const { impact: words } = noticeDeskTexts
/** Answers that are shown one by one, and how much of each. */
const most = { answers: 10, characters: 80 }

const line = (text: string): string => shortened(text.replace(/\s+/gu, ' '), most.characters)

/** What would change, a line each, for a terminal. */
export function describeImpact({ answers, curated, programmes, savedChecks, asked, questions }: Impact): string[] {
  const isQuiet = answers.length + curated.length + programmes.length + savedChecks === 0
  return [
    ...(isQuiet ? [words.none] : []),
    ...(answers.length > 0 ? [words.answers(answers.length, asked)] : []),
    ...(asked < questions ? [words.untimely(asked, questions)] : []),
    ...answers
      .slice(0, most.answers)
      .flatMap(({ question, before, after }) => [
        `  ${line(question)}`,
        `    - ${line(before.text)}`,
        `    + ${line(after.text)}`,
      ]),
    ...(answers.length > most.answers ? [words.more(answers.length - most.answers)] : []),
    ...(curated.length > 0 ? [words.curated(curated.length)] : []),
    ...curated.map(({ question, because }) => `  ${line(question)}（${because}）`),
    ...(programmes.length > 0 ? [words.programmes(programmes.length)] : []),
    ...programmes.map(({ text }) => `  ${text}`),
    ...(savedChecks > 0 ? [words.saved(savedChecks)] : []),
  ]
}
