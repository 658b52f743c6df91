import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import { type Fact, factAt, type FactKey } from '../eligibility/document-facts.ts'
import { expectationIn, factTexts } from '../eligibility/fact-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answer } from '../eligibility/rule.ts'
import { readAnswer } from '../interview/answers/read-answer.ts'
import { limitsOf } from '../interview/standing.ts'

/** What was read, or what the question takes where nothing could be. */
export type ReadSaid = { answer: Answer; said?: Approximate } | { fault: string }

/** Reads what a colleague typed or pressed, as an interview reads it; a figure without its unit is in that of the question. */
export function readSaid(programme: ResolvedProgramme, key: FactKey, typed: string, language: Language): ReadSaid {
  const fact = factAt(programme.facts, key)
  if (fact.type === 'choice' && fact.options.some(({ value }) => value === typed)) return { answer: typed }
  const reading = readAnswer(fact, inUnit(fact, typed, language), limitsOf(programme, key))
  if (reading.kind === 'unknown') return { answer: null }
  if (reading.kind === 'value') return { answer: reading.value, ...(reading.said && { said: reading.said }) }
  if (reading.kind === 'vague') return { fault: interviewTextsIn(language).vague[reading.why] }
  return { fault: expectationIn(language, fact) }
}

/** Where the question is put in another unit than the fact's own, a bare figure gets it: 5,200,000 are yuan, not 万元. */
function inUnit(fact: Fact, typed: string, language: Language): string {
  const { unit } = factTexts(fact, language)
  const isOther = language === 'en' && fact.english?.perUnit !== undefined && unit !== undefined
  return isOther && /^[\d\s,.]+$/u.test(typed) ? `${typed.trim()} ${unit}` : typed
}
