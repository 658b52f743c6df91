import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { type FactKey, facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import type { Answers } from './rule.ts'

/** An answer as short as it can be said: 120件, 是, 三级, 不清楚. */
export function writeAnswer(key: FactKey, answer: Answers[FactKey]): string {
  const fact = facts[key]
  if (answer === undefined || answer === null) return words.leftUnknown
  if (fact.type === 'bool') return answer ? words.yes : words.no
  if (fact.type === 'choice') return fact.options.find(({ value }) => value === answer)?.label ?? String(answer)
  return `${writeFigure(Number(answer))}${fact.unit}`
}

/** What facts are called, one after the other. */
export const labelsOf = (keys: readonly FactKey[]): string => keys.map((key) => facts[key].label).join('、')

/** What an answer to a fact must look like, for one that could not be read. */
export function expectationOf(key: FactKey): string {
  const fact = facts[key]
  if (fact.type === 'int') return words.takes.int(fact.unit)
  if (fact.type === 'choice') return words.takes.choice(fact.options.map(({ label }) => `“${label}”`).join(''))
  return words.takes[fact.type]
}
