import { inChinese, inEnglish } from '../../knowledge/language/write-day.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import { englishFrames as frames } from '../../prompts/english-frames.ts'
import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import { type Approximate, writeApproximate } from './approximate.ts'
import type { EnglishFact, Fact } from './document-facts.ts'
import { grouped, writeFigure } from './figure.ts'
import type { Answer } from './rule.ts'

/** A fact as it is put to people in their language. */
export function factTexts(fact: Fact, language: Language = 'zh'): EnglishFact & { spokenAs: readonly string[] } {
  const { english } = fact
  const spokenAs = english?.spokenAs ?? []
  if (language === 'en') return { ...(english ?? framedInEnglish(fact)), spokenAs: [...spokenAs] }
  const { label, prompt, help, why } = fact
  const own = fact.type === 'bool' ? { need: fact.need, yes: fact.yes, no: fact.no } : {}
  const unit = 'unit' in fact ? { unit: fact.unit } : {}
  return { label, prompt, help, why, ...own, ...unit, ...optionsOf(fact), spokenAs: fact.spokenAs ?? [] }
}

const optionsOf = (fact: Fact): Pick<EnglishFact, 'options'> =>
  fact.type === 'choice' ? { options: Object.fromEntries(fact.options.map((one) => [one.value, one.label])) } : {}

/** A fact that nobody has put into English yet: what is what in English, the words themselves in Chinese. */
export function framedInEnglish(fact: Fact): EnglishFact {
  const { label, prompt, help, why } = fact
  const name = frames.label(label)
  const own =
    fact.type === 'bool'
      ? { need: frames.label(fact.need), yes: frames.label(fact.yes), no: frames.label(fact.no) }
      : {}
  return {
    label: name,
    prompt: frames.question(prompt),
    help: frames.explanation(help),
    why: frames.reason(why),
    ...own,
    ...('unit' in fact && { unit: fact.unit === '%' ? '%' : frames.unit(fact.unit) }),
    ...(fact.type === 'choice' && {
      options: Object.fromEntries(fact.options.map((one) => [one.value, frames.label(one.label)])),
    }),
  }
}

/** Every English word of a fact, as people repeat them in an answer. */
export function englishWordsOf({ english }: Fact): string {
  if (!english) return ''
  const { label, prompt, help, yes = '', no = '', unit = '' } = english
  return [label, prompt, help, yes, no, unit].join(' ')
}

/** A figure of a fact in the unit of a language: 500 万元 are 5,000,000 yuan. */
export const inUnitOf = (language: Language, { english }: Fact, value: number): number =>
  language === 'en' ? Number((value * (english?.perUnit ?? 1)).toFixed(6)) : value

/** A figure with its unit: 1 patent, 1,200 patents, 95%. */
export const countedInEnglish = (figure: string, unit: string): string =>
  unit === '%' ? `${figure}%` : `${figure} ${figure === '1' ? unit.replace(/s$/u, '') : unit}`

/** An answer as short as it can be said: 120件, 约120件, 是, 三级, 不清楚; 120 patents, yes, tertiary, not known. */
export function writeAnswerIn(language: Language, fact: Fact, answer: Answer | undefined, said?: Approximate): string {
  const words = interviewTextsIn(language)
  const { unit = '', options = {} } = factTexts(fact, language)
  if (answer === undefined || answer === null) return words.leftUnknown
  if (typeof answer === 'boolean') return answer ? words.yes : words.no
  if (fact.type === 'date') return language === 'en' ? inEnglish(String(answer)) : inChinese(String(answer))
  if (typeof answer === 'string') return options[answer] ?? answer
  const inUnit = (value: number): number => inUnitOf(language, fact, value)
  if (said) {
    const upTo = said.upTo === undefined ? {} : { upTo: inUnit(said.upTo) }
    return writeApproximate({ ...said, value: inUnit(said.value), ...upTo }, unit, language)
  }
  if (language === 'zh') return `${writeFigure(answer)}${unit}`
  return countedInEnglish(grouped(writeFigure(inUnit(answer))), unit)
}

/** What an answer to a fact must look like, for one that could not be read. */
export function expectationIn(language: Language, fact: Fact): string {
  const { takes } = interviewTextsIn(language)
  const { unit = '', options = {} } = factTexts(fact, language)
  const { type } = fact
  if (type === 'int') return takes.int(unit)
  if (type === 'number' && fact.unit !== '万元') return takes.measure(unit)
  if (type !== 'choice') return takes[type]
  const labels = Object.values(options).map((label) => `“${label}”`)
  return takes.choice(labels.join(language === 'en' ? ', ' : ''))
}
