import { type Catalogue, fold } from '../../knowledge/finding/catalogue.ts'
import equivalents from '../../knowledge/lexicon/question-equivalents.json' with { type: 'json' }
import { contentUnits } from '../answering/understand/content-units.ts'
import type { Question } from '../answering/understand/question.ts'

/** A word stands under the first of those that may replace it without changing what is asked. */
const same = equivalents
  .flatMap(([first = '', ...others]) => others.map((word): [string, string] => [fold(word), fold(first)]))
  .sort(([a], [b]) => b.length - a.length)

const aspectWeight = 3
/** What a word weighs beyond which it outweighs the rest of a question. */
const mostWeight = 6

/** What is asked for is told by the kind of value: 几个人 and 多少人 are one. */
const asksForValue = /几|多少|什么|哪/u

/**
 * The words of a question that tell it from others, each under one name for all that mean the same, with its weight.
 *
 * @param content Of the question, without figures, words that deny and forms of choice, which are compared for themselves.
 */
export function termsOf(catalogue: Catalogue, aspects: Question['aspects'], content: string): Record<string, number> {
  const terms: Record<string, number> = {}
  for (const aspect of aspects) terms[`@${aspect}`] = aspectWeight
  const text = same.reduce((rest, [word, name]) => rest.replaceAll(word, ` ${name} `), content)
  for (const { words, weight } of contentUnits(catalogue, text)) {
    const name = words[0]!
    if (asksForValue.test(name)) continue
    terms[name] = Math.min(mostWeight, Math.max(terms[name] ?? 0, weight))
  }
  return terms
}
