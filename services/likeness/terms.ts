import { type Catalogue, fold } from '../../knowledge/finding/catalogue.ts'
import synonyms from '../../knowledge/lexicon/synonyms.json' with { type: 'json' }
import everyday from '../../knowledge/lexicon/everyday-words.json' with { type: 'json' }
import { contentUnits } from '../answering/content-units.ts'
import type { Question } from '../answering/question.ts'

/** A word stands under the first of those that mean the same. */
const same = [...synonyms, ...everyday]
  .flatMap(([first = '', ...others]) => others.map((word): [string, string] => [fold(word), fold(first)]))
  .sort(([a], [b]) => b.length - a.length)

const aspectWeight = 3
/** What a word weighs beyond which it outweighs the rest of a question. */
const mostWeight = 6

/** The words of a question that tell it from others, each under one name for all that mean the same, with its weight. */
export function termsOf(catalogue: Catalogue, question: Question): Record<string, number> {
  const terms: Record<string, number> = {}
  for (const aspect of question.aspects) terms[`@${aspect}`] = aspectWeight
  const text = same.reduce((rest, [word, name]) => rest.replaceAll(word, ` ${name} `), question.content)
  for (const { words, weight } of contentUnits(catalogue, text)) {
    const name = words[0]!
    terms[name] = Math.min(mostWeight, Math.max(terms[name] ?? 0, weight))
  }
  return terms
}
