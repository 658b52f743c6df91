import { lengthOf } from '../../knowledge/language/characters.ts'
import { areSame, sharedClauses } from './comparable.ts'
import { openContrasts } from './contrasts.ts'
import { formsAgree, isValue } from './question-form.ts'
import { matterFeatures, matterNames } from './matters/matter-features.ts'
import type { QuestionSense } from './sense.ts'

/** What two questions have in common and what not, as the learned weights look at it; the same in both directions. */
export const pairFeatureNames = [
  'bias',
  // The share of weight of the words of one that the other holds: the smaller and the larger of the two.
  'leastWords',
  'mostWords',
  // The heaviest word that the other lacks: the lighter and the heavier of the two.
  'leastMissing',
  'mostMissing',
  // The same but for words that the clause both lead to holds: another way of saying what it says.
  'leastOwn',
  'mostOwn',
  // What both lead to, as it is and where both are answered by it; what they are answered by that differs.
  // Of each a word that the other lacks and the clause both lead to holds: they ask of different parts of it.
  'leastPart',
  'mostPart',
  'sharedClauses',
  'sharedAnswer',
  'otherAnswer',
  'sharedFirst',
  'unanswered',
  // Where no clause answers, words are all there is.
  'unansweredWords',
  'unansweredMissing',
  'sameAspects',
  'withinAspects',
  'otherAspects',
  'sameValue',
  'openValue',
  'otherValue',
  'sharedAsks',
  'otherAsks',
  'yesOrNo',
  'sameScope',
  'openScope',
  'openYear',
  'openFigure',
  'openWho',
  'openKind',
  'oneCompares',
  'bothBare',
  // What both lead to, where they wait for the same kind of value or speak of the same matter.
  'sharedValue',
  'sharedMatter',
  // What both lead to and are told, though each names what the other lacks.
  'fullBothSaid',
  // What both lead to, though they wait for other values.
  'slotApartShared',
  'otherForm',
  'otherFormShared',
  'ownValue',
  // What the assistant says to both: the same, or to each something else.
  'sameSaid',
  'sameSaidOwn',
  'otherSaid',
  'otherSaidShared',
  // How many words of one have none like them in the other: the fewer and the more of the two.
  'leastCount',
  'mostCount',
  ...matterNames,
] as const

export type PairFeatureName = (typeof pairFeatureNames)[number]
export type PairFeatures = Record<PairFeatureName, number>

/** What one of two questions asks for and the other doesn't, and what both do, for weights of their own. */
export type AskMarks = { shared: string[]; differing: string[] }

export const askMarks = ({ asks: one }: QuestionSense, { asks: other }: QuestionSense): AskMarks => ({
  shared: one.filter((name) => other.includes(name)),
  differing: [...new Set([...one, ...other])].filter((name) => !one.includes(name) || !other.includes(name)),
})

/** Weight of a missing word that counts in full. */
const fullWeight = 6
const fullCount = 4
/** Turns of phrase that wait for yes or no. */
const yesOrNo = new Set(['can', 'need', 'whether'])

/** Features of a pair that nothing tells apart outright (see `areComparable`). */
export function pairFeatures(one: QuestionSense, other: QuestionSense): PairFeatures {
  const [there, back] = [compare(one.terms, other.terms), compare(other.terms, one.terms)]
  const shared = sharedClauses(one, other)
  const isFirstShared = firstOf(one) !== undefined && firstOf(one) === firstOf(other)
  const own = [one, other].map(({ held }, at) => {
    const missing = at === 0 ? there.words : back.words
    return Math.max(
      0,
      ...missing.filter(({ term }) => !isFirstShared || !held.includes(term)).map(({ weight }) => weight),
    )
  })
  const parts = [one, other].map(({ held }, at) => {
    const missing = at === 0 ? there.words : back.words
    return Math.max(
      0,
      ...missing.filter(({ term }) => isFirstShared && held.includes(term)).map(({ weight }) => weight),
    )
  })
  const isSaid = one.said !== '' && one.said === other.said
  const matters = matterFeatures(one.matters, other.matters)
  const sameValue = one.value === other.value
  const answered = Math.min(one.answered, other.answered)
  const otherForm = Number(!formsAgree(one.value, other.value))
  const led = shared * answered
  const open = openContrasts(one.contrasts, other.contrasts)
  const asks = sharedOf(one.asks, other.asks)
  return {
    ...matters,
    bias: 1,
    leastWords: Math.min(there.share, back.share),
    mostWords: Math.max(there.share, back.share),
    leastMissing: Math.min(there.missing, back.missing, fullWeight) / fullWeight,
    mostMissing: Math.min(Math.max(there.missing, back.missing), fullWeight) / fullWeight,
    leastOwn: Math.min(...own, fullWeight) / fullWeight,
    mostOwn: Math.min(Math.max(...own), fullWeight) / fullWeight,
    leastPart: Math.min(...parts, fullWeight) / fullWeight,
    mostPart: Math.min(Math.max(...parts), fullWeight) / fullWeight,
    sharedClauses: shared,
    sharedAnswer: shared * answered,
    otherAnswer: (1 - shared) * answered,
    sharedFirst: Number(isFirstShared),
    unanswered: 1 - answered,
    unansweredWords: (1 - answered) * Math.min(there.share, back.share),
    unansweredMissing: (1 - answered) * (Math.min(there.missing, back.missing, fullWeight) / fullWeight),
    sameAspects: Number(areSame(one.aspects, other.aspects)),
    withinAspects: Number(isWithin(one.aspects, other.aspects) || isWithin(other.aspects, one.aspects)),
    otherAspects: Number(
      one.aspects.length > 0 &&
        other.aspects.length > 0 &&
        !one.aspects.some((aspect) => other.aspects.includes(aspect)),
    ),
    sameValue: Number(sameValue),
    openValue: Number(isValue(one.value) !== isValue(other.value)),
    otherValue: Number(one.value !== '' && other.value !== '' && one.value !== other.value),
    sharedAsks: asks,
    otherAsks: Number(one.asks.length > 0 && other.asks.length > 0 && asks === 0),
    yesOrNo: Number(one.asks.some((name) => yesOrNo.has(name)) !== other.asks.some((name) => yesOrNo.has(name))),
    sameScope: Number(one.scope !== undefined && one.scope === other.scope),
    openScope: Number((one.scope === undefined) !== (other.scope === undefined)),
    openYear: Number(one.years.length > 0 !== other.years.length > 0),
    openFigure: Number(one.figures.length > 0 !== other.figures.length > 0),
    openWho: open.who,
    openKind: open.kind,
    oneCompares: Number(one.compares !== other.compares),
    bothBare: Number(isBare(one) && isBare(other)),
    sharedValue: sameValue && isValue(one.value) ? shared : 0,
    slotApartShared: (matters.slotOpen + matters.slotOther) * led,
    otherForm,
    otherFormShared: otherForm * led,
    fullBothSaid: isSaid && matters.fullBoth > 0 ? shared : 0,
    sharedMatter: areSame(one.aspects, other.aspects) && one.aspects.length > 0 ? shared : 0,
    sameSaid: Number(isSaid),
    sameSaidOwn: isSaid ? Math.min(...own, fullWeight) / fullWeight : 0,
    otherSaid: Number(one.said !== '' && other.said !== '' && !isSaid),
    otherSaidShared: one.said !== '' && other.said !== '' && !isSaid ? shared : 0,
    leastCount: Math.min(there.words.length, back.words.length, fullCount) / fullCount,
    mostCount: Math.min(Math.max(there.words.length, back.words.length), fullCount) / fullCount,
    ownValue: sameValue && isValue(one.value) ? 0 : (Math.min(...own, fullWeight) / fullWeight) * shared,
  }
}

/** What a word weighs that names another thing when it stands in the place of another word. */
const tellingWeight = 2

/** Whether each of two questions has a word of its own that tells it from the other, 食堂 here, 停车 there, and no clause answers both. */
export function nameOtherThings(one: QuestionSense, other: QuestionSense): boolean {
  const [there, back] = [compare(one.terms, other.terms), compare(other.terms, one.terms)]
  if (there.missing < tellingWeight || back.missing < tellingWeight) return false
  return firstOf(one) !== firstOf(other) || Math.min(one.answered, other.answered) < answeredEnough
}

/** How probably the first clause must answer both questions for their words to be two ways of asking. */
const answeredEnough = 0.5

/** Whether nothing is left of a question but its kind and what is compared for itself: 「什么时候」, 「50件够吗」. */
const isBare = ({ terms }: QuestionSense): boolean => Object.keys(terms).length === 0

const firstOf = ({ clauses }: QuestionSense): string | undefined => Object.keys(clauses)[0]

const isWithin = <T>(some: readonly T[], all: readonly T[]): boolean => some.every((value) => all.includes(value))

/** What share of two lists stands in both. */
function sharedOf(one: readonly string[], other: readonly string[]): number {
  const all = new Set([...one, ...other]).size
  return all === 0 ? 1 : one.filter((name) => other.includes(name)).length / all
}

/** The share of weight of some terms that others hold, and the weight of the heaviest that they don't. */
function compare(terms: Record<string, number>, others: Record<string, number>) {
  // A word that both have stands for no other: 在职 is not 职工.
  const open = Object.keys(others).filter((name) => !(name in terms))
  let total = 0
  let found = 0
  const words: { term: string; weight: number }[] = []
  for (const [term, weight] of Object.entries(terms)) {
    const held = term in others ? 1 : nearest(term, open)
    total += weight
    found += weight * held
    if (held < 0.4) words.push({ term, weight })
  }
  const missing = Math.max(0, ...words.map(({ weight }) => weight))
  return { share: total === 0 ? 0 : found / total, missing, words }
}

/** How far a term shares its characters with others: 换 and 更换. */
function nearest(term: string, names: string[]): number {
  if (term.startsWith('@') || /^[a-z\d.]+$/u.test(term)) return 0
  const shared = [...term].filter((sign) => names.some((name) => !name.startsWith('@') && name.includes(sign)))
  return (0.8 * shared.length) / lengthOf(term)
}
