import { nothingSpoken, type Spoken } from '../../knowledge/parsing/spoken.ts'
import { spokenTexts as words } from '../../prompts/spoken-texts.ts'
import { mask } from '../../services/privacy/mask.ts'

/** Why something new in how people speak of a notice can't stand there: a name of figures alone, or what reaches a person. */
export function unfitIn(now: Spoken = nothingSpoken, before: Spoken = nothingSpoken): string | undefined {
  const had = new Set(textsOf(before))
  const name = now.names.find((one) => !had.has(one) && !/\p{L}/u.test(one))
  if (name !== undefined) return words.noLetters(name)
  return textsOf(now).some((text) => !had.has(text) && mask(text) !== text) ? words.personal : undefined
}

const textsOf = ({ names, equivalents, questions }: Spoken): string[] => [
  ...names,
  ...equivalents.map(({ said }) => said),
  ...questions.map(({ question }) => question),
]
