import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { fold } from '../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../knowledge/finding/values.ts'
import type { Question } from '../answering/understand/question.ts'
import type { Grounded } from '../grounding/ground-sentence.ts'

/**
 * Whether sentences that hold one by one also answer together: they rest on the clause found best, give the value asked
 * for where it has one, and leave out no alternative and no ban of what it says.
 *
 * @param plainly What the notices' own words answer, without a model.
 */
export function holdsTogether(
  question: Question,
  plainly: string,
  main: Entry,
  sentences: readonly Grounded[],
): boolean {
  const text = fold(sentences.map((one) => one.text).join(''))
  const { kind, unit } = question.value
  const givesValue = !holdsValue(fold(plainly), kind, unit) || holdsValue(text, kind, unit)
  const keeps = ['或者', '不得', '除外'].every((word) => !plainly.includes(word) || text.includes(word))
  return sentences.some(({ rests }) => rests.includes(main)) && givesValue && keeps
}
