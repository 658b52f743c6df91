import { featureNames, type FeatureName } from '../retrieve/features.ts'
import { figureNames } from '../retrieve/figure-features.ts'
import { placeNames } from '../retrieve/place-features.ts'
import { recallNames } from '../retrieve/recall-features.ts'
import { scopeNames } from '../retrieve/scope-features.ts'
import { valueNames } from '../retrieve/value-features.ts'
import { wordNames } from '../retrieve/word-features.ts'
import type { Recalled } from '../retrieve/asked-before.ts'
import type { Example } from './examples.ts'
import { figuresOf, judgeBy } from './judge-weights.ts'
import { learnWeights } from './learn-weights.ts'
import { percent } from './operating-points.ts'

/** Groups of features that are left out in turn: of the ranking, and of the gate as far as it looks at them. */
const groups: Record<string, readonly FeatureName[]> = {
  'what the search found': placeNames,
  'which words are held': wordNames,
  'aspect and kind of value': valueNames,
  'figures given': figureNames,
  'notice, year, programme': scopeNames,
  'questions known before': recallNames,
}

/**
 * What each group of features adds, and what more examples add, as lines of the report: weights learned from every second
 * set, judged on the others.
 */
export function studyOf(examples: Example[]): string[] {
  const names = [...new Set(examples.map(({ set }) => set))]
  const [learnedFrom, judgedOn] = [names.filter((_, at) => at % 2 === 0), names.filter((_, at) => at % 2 === 1)]
  if (judgedOn.length === 0) return []
  const own = examples.filter(({ set }) => learnedFrom.includes(set))
  const others = examples.filter(({ set }) => judgedOn.includes(set))
  const row = (
    name: string,
    from: Example[],
    on: Example[],
    gate: { hasWords?: boolean; hasPairs?: boolean } = {},
  ): string => {
    const { ranks, decisions } = judgeBy(learnWeights(from, gate), name, on)
    const { first, three, area } = figuresOf(ranks, decisions)
    return `| ${[name, ...[first, three, area].map(percent)].join(' | ')} |`
  }
  const sizes = [1, 2, 4, 8, 16].filter((size) => size < learnedFrom.length)
  return [
    'What each part adds, and what more examples add: learned from every second set, judged on the others.',
    '',
    '| learned | right clause first | among three | area under the gate’s curve |',
    '|---|---|---|---|',
    row('all', own, others),
    ...Object.entries(groups).map(([name, some]) => row(`without: ${name}`, without(own, some), without(others, some))),
    row('without: what is asked × what a passage holds', withoutSlots(own), withoutSlots(others)),
    row('without: words of the question in the gate', own, others, { hasWords: false }),
    row('without: cues and words × what the clause holds in the gate', own, others, { hasPairs: false }),
    ...sizes.map((size) => {
      const few = new Set(learnedFrom.slice(0, size))
      return row(
        `from ${size} of ${learnedFrom.length} sets`,
        own.filter(({ set }) => few.has(set)),
        others,
      )
    }),
    '',
  ]
}

function without(examples: Example[], names: readonly FeatureName[]): Example[] {
  const zero = Object.fromEntries(featureNames.filter((name) => names.includes(name)).map((name) => [name, 0]))
  const isRecall = names.includes('recalled')
  return examples.map((example) => ({
    ...example,
    reading: isRecall ? { ...example.reading, recalled: nothingRecalled } : example.reading,
    candidates: example.candidates.map((one) => ({ ...one, features: { ...one.features, ...zero } })),
  }))
}

const nothingRecalled: Recalled = { ofClause: new Map(), answered: new Map(), refused: new Map() }

const withoutSlots = (examples: Example[]): Example[] =>
  examples.map((example) => ({
    ...example,
    candidates: example.candidates.map((one) => ({ ...one, slots: new Set() })),
  }))
