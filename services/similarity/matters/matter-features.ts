import { fullCount, type Matters, missingAround, missingIn } from './matters.ts'
import { meets, weightOf } from './matter-words.ts'
import { slotRelation } from './slots.ts'

/** What two questions have in common of what they are about, and what not; the same in both directions. */
export const matterNames = [
  // How what they wait for stands to each other.
  'slotSame',
  'slotNear',
  'slotYesNo',
  'slotOpen',
  'slotOther',
  // What is done, and with what: named by both, and by one alone.
  'actShared',
  'actOne',
  'thingShared',
  'thingOne',
  'matterShare',
  'matterNone',
  // How much that counts in full one names and the other lacks, also where it stands around what is asked.
  'fullOne',
  // How much each names that the other lacks; the same where they share something beside.
  'fullBoth',
  'fullOthers',
  'fullShared',
  'aroundOne',
  'aroundBoth',
  // Both wait for the same and name the same; the same but for what counts little; the same and one of them more.
  'sameMatter',
  'sameLight',
  'sameBare',
  'moreMatter',
  // Words that name nothing known: shared, of the one that has fewer of its own, and of the other.
  'restShared',
  'restLeast',
  'restMost',
] as const

const most = 2
const mostWords = 3

/** @returns Shares 0 … 1, or counts up to two. */
export function matterFeatures(one: Matters, other: Matters): Record<(typeof matterNames)[number], number> {
  const relation = slotRelation(one.slots, other.slots)
  const [own, its] = [missingIn(one, other), missingIn(other, one)]
  const shared = sharedOf(one, other)
  const [all, lost] = [weightIn(shared), weightIn(own) + weightIn(its)]
  const isFullShared = fullCount(shared) > 0
  const waits = relation === 'same' || relation === 'near'
  const [least, missing] = [Math.min(fullCount(own), fullCount(its)), Math.max(fullCount(own), fullCount(its))]
  const around = [fullCount(missingAround(one, other)), fullCount(missingAround(other, one))]
  return {
    slotSame: Number(relation === 'same'),
    slotNear: Number(relation === 'near'),
    slotYesNo: Number(relation === 'yesNo'),
    slotOpen: Number(relation === 'open'),
    slotOther: Number(relation === 'other'),
    actShared: Math.min(most, weightIn(shared, 'act:')),
    actOne: Math.min(most, Math.max(weightIn(own, 'act:'), weightIn(its, 'act:'))),
    thingShared: Math.min(most, weightIn(shared, 'thing:')),
    thingOne: Math.min(most, Math.max(weightIn(own, 'thing:'), weightIn(its, 'thing:'))),
    matterShare: all + lost === 0 ? 0 : all / (all + lost),
    matterNone: Number(all < 0.5),
    fullOne: Math.min(most, missing),
    fullBoth: Math.min(most, least),
    fullOthers: Number(isFullShared && least > 0),
    fullShared: Number(isFullShared),
    aroundOne: Math.min(most, Math.max(...around) - missing),
    aroundBoth: Number(Math.min(...around) > 0),
    sameMatter: Number(waits && missing === 0 && isFullShared),
    sameLight: Number(waits && lost === 0 && !isFullShared && shared.length > 1),
    sameBare: Number(waits && missing === 0 && !isFullShared),
    moreMatter: Number(waits && missing > 0 && isFullShared),
    ...wordFeatures(one.words, other.words),
  }
}

const weightIn = (names: readonly string[], kind = ''): number =>
  names.filter((name) => name.startsWith(kind)).reduce((sum, name) => sum + weightOf(name), 0)

/** What both name, one of them by what asks. */
const sharedOf = (one: Matters, other: Matters): string[] => [
  ...one.asked.filter((name) => meets(name, [...other.asked, ...other.around])),
  ...other.asked.filter((name) => meets(name, one.around) && !meets(name, one.asked)),
]

function wordFeatures(one: readonly string[], other: readonly string[]) {
  const [there, back] = [lack(one, other), lack(other, one)]
  return {
    restShared: Math.min(most, one.length - there) / most,
    restLeast: Math.min(there, back, mostWords) / mostWords,
    restMost: Math.min(mostWords, Math.max(there, back)) / mostWords,
  }
}

const lack = (words: readonly string[], others: readonly string[]): number =>
  words.filter((word) => !others.some((other) => isAlike(word, other))).length

/** Whether two runs share most of their characters: 保险理赔 and 理赔. */
export const isAlike = (one: string, other: string): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return [...short].filter((sign) => long.includes(sign)).length > short.length / 2
}
