import type { Language } from '../../prompts/approximate-texts.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { type Approximate, writeApproximate } from './approximate.ts'
import type { Fact } from './fact.ts'
import { type EnglishFact, englishFacts } from './facts/english.ts'
import { type FactKey, factKeys, facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import type { Answers } from './rule.ts'

/** A fact as it is put to people in their language. */
export function factTexts(key: FactKey, language: Language = 'zh'): EnglishFact & { spokenAs: readonly string[] } {
  const { spokenAs = [], ...english } = englishFacts[key]
  const fact = facts[key]
  if (language === 'en') return { ...english, spokenAs }
  const { label, prompt, help, why } = fact
  const own = fact.type === 'bool' ? { need: fact.need, yes: fact.yes, no: fact.no } : {}
  const options =
    fact.type === 'choice' ? Object.fromEntries(fact.options.map((one) => [one.value, one.label])) : undefined
  const unit = 'unit' in fact ? { unit: fact.unit } : {}
  return { label, prompt, help, why, ...own, ...unit, ...(options && { options }), spokenAs: fact.spokenAs ?? [] }
}

/** Every English word of a fact, as people repeat them in an answer. */
export function englishWordsOf(fact: Fact): string {
  const key = factKeys.find((one) => facts[one] === fact)
  if (key === undefined) return ''
  const { label, prompt, help, yes = '', no = '', unit = '' } = englishFacts[key]
  return [label, prompt, help, yes, no, unit].join(' ')
}

/** An answer as short as it can be said: 120件, 约120件, 是, 三级, 不清楚; 120 patents, yes, tertiary, not known. */
export function writeAnswerIn(language: Language, key: FactKey, answer: Answers[FactKey], said?: Approximate): string {
  const words = interviewTextsIn(language)
  const { unit = '', options = {} } = factTexts(key, language)
  if (answer === undefined || answer === null) return words.leftUnknown
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  if (typeof answer === 'string') return options[answer] ?? answer
  if (said) return writeApproximate(said, unit, language)
  const isApart = language === 'en' && unit !== '%'
  return `${writeFigure(answer)}${isApart ? ' ' : ''}${unit}`
}

/** What an answer to a fact must look like, for one that could not be read. */
export function expectationIn(language: Language, key: FactKey): string {
  const { takes } = interviewTextsIn(language)
  const { unit = '', options = {} } = factTexts(key, language)
  const { type } = facts[key]
  if (type === 'int') return takes.int(unit)
  if (type !== 'choice') return takes[type]
  const labels = Object.values(options).map((label) => `“${label}”`)
  return takes.choice(labels.join(language === 'en' ? ', ' : ''))
}
