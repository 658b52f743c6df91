import { interviewTexts } from '../../prompts/interview-texts.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import { factAt, type FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answer } from '../eligibility/rule.ts'
import { readAnswer } from '../interview/answers/read-answer.ts'
import { limitsOf } from '../interview/standing.ts'

/** What was read, or what the question takes where nothing could be. */
export type ReadSaid = { answer: Answer; said?: Approximate } | { fault: string }

/** Reads what a colleague typed or pressed, as an interview reads it; a figure without its unit is in that of the question. */
export function readSaid(programme: ResolvedProgramme, key: FactKey, typed: string): ReadSaid {
  const fact = factAt(programme.facts, key)
  const { takes, vague } = interviewTexts
  if (fact.type === 'choice' && fact.options.some(({ value }) => value === typed)) return { answer: typed }
  const reading = readAnswer(fact, typed, limitsOf(programme, key))
  if (reading.kind === 'unknown') return { answer: null }
  if (reading.kind === 'value') return { answer: reading.value, ...(reading.said && { said: reading.said }) }
  if (reading.kind === 'vague') return { fault: vague[reading.why] }
  if (fact.type === 'int') return { fault: takes.int(fact.unit) }
  if (fact.type === 'number') return { fault: fact.unit === '万元' ? takes.number : takes.measure(fact.unit) }
  if (fact.type === 'choice') return { fault: takes.choice(fact.options.map(({ label }) => label).join('、')) }
  return { fault: takes[fact.type] }
}
