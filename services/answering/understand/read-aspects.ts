import { type Aspect, askingPatterns, askingWords } from '../../../knowledge/finding/aspects.ts'
import { fold } from '../../../knowledge/finding/catalogue.ts'
import terms from '../../../knowledge/lexicon/terms.json' with { type: 'json' }
import type { Unit } from './question.ts'

const aspectWeight = 3
const shieldedTerms = terms.map(fold)
const asked = askingWords.map(([word, aspect]): [string, Aspect] => [fold(word), aspect])

export const blank = (text: string, word: string): string => text.split(word).join('·')

/** The aspects asked for. Terms that merely contain such a word (任务书, 绩效奖补) stand for themselves. */
export function readAspects(text: string): { aspects: Set<Aspect>; units: Unit[]; rest: string } {
  const aspects = new Set<Aspect>()
  const units: Unit[] = []
  const kept = new Map<string, string>()
  let rest = shieldedTerms.reduce((shielded, term, at) => {
    if (!shielded.includes(term)) return shielded
    const shield = String.fromCharCode(0xe000 + at)
    kept.set(shield, term)
    return shielded.split(term).join(shield)
  }, text)
  for (const [asking, aspect] of asked) {
    if (!rest.includes(asking)) continue
    if (!aspects.has(aspect))
      units.push({ words: [asking], weight: aspect === 'definition' ? 1 : aspectWeight, aspect })
    else reinforce(units, aspect, asking)
    aspects.add(aspect)
    rest = blank(rest, asking)
  }
  for (const [pattern, aspect] of askingPatterns) {
    const asking = aspects.has(aspect) ? undefined : pattern.exec(text)?.[0]
    if (asking === undefined) continue
    aspects.add(aspect)
    units.push({ words: [asking], weight: aspectWeight, aspect })
  }
  for (const [shield, term] of kept) rest = rest.split(shield).join(term)
  return { aspects, units, rest }
}

/** A second word for an aspect makes it weigh more. */
function reinforce(units: Unit[], aspect: Aspect, word: string): void {
  const unit = units.find((candidate) => candidate.aspect === aspect)
  if (!unit) return
  unit.words.push(word)
  unit.weight += aspectWeight / 3
}
