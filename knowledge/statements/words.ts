import words from '../lexicon/statement-words.json' with { type: 'json' }
import { anyOf } from '../language/unit.ts'
import type { Modality, Topic } from './statement.ts'

const guardsBehind: Record<string, string> = words.notBehind
const guardsBefore: Record<string, string> = words.notBefore

const modalOf = new Map(
  Object.entries(words.modals).flatMap(([modality, list]) => list.map((word) => [word, modality as Modality] as const)),
)
const guarded = [...modalOf.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => {
    const [behind = '', before = ''] = [guardsBehind[word], guardsBefore[word]]
    return `${behind && `(?<![${behind}])`}${word}${before && `(?![${before}])`}`
  })
const bounds = '不(?:得|应|能|可|宜)(?:少于|低于|小于|超过|高于|多于|大于|短于|早于|晚于)'
/** 各单位要…: 要 asks only behind somebody who is asked. */
const asking = `(?<=${anyOf(words.asked)})要(?![求素点件约义案])`
const modal = new RegExp(`(?!${bounds})(?:${guarded.join('|')}|${asking})`, 'gu')
/** What may stand before 支持 and 引导 where they encourage: 鼓励和支持, 上海市知识产权局将支持. */
const adverbs = new RegExp(`(?:^|${anyOf(words.encouragers)})$`, 'u')
/** 其他需要提交的材料: no duty but what the material is. */
const attributive = /(?:其他|其它|所|认为)$/u
/** 推进无需见面的审批方式: what stands behind a verb is what is handled, and its modal word part of the name. */
const handled = new RegExp(`(?:${anyOf([...words.handling, ...words.verbs])})$`, 'u')
const bracketed = /[（(《“「][^（()《“「]*[）)》”」]/gu

const blanked = (text: string): string => text.replace(bracketed, (whole) => '\0'.repeat(whole.length))

export type FoundModal = { word: string; modality: Modality; start: number; end: number }

/** The first modal word of a chunk, outside of brackets and titles. 专利许可, 申请, 相应 and 不得少于 hold none. */
export function findModal(chunk: string): FoundModal | undefined {
  for (const found of blanked(chunk).matchAll(modal)) {
    const [word] = found
    const modality = modalOf.get(word) ?? 'must'
    const [led, end] = [chunk.slice(0, found.index), found.index + word.length]
    const behind = chunk.slice(end)
    const isUse = modality === 'may' && led !== '' && /^\p{Script=Han}{1,8}的\p{Script=Han}{1,8}$/u.test(behind)
    const isName = handled.test(led) && /^[^，]{1,12}的\p{Script=Han}{2,10}$/u.test(behind)
    const isPart = isUse || isName || (attributive.test(led) && behind.includes('的'))
    if (!isPart && (modality !== 'encouraged' || adverbs.test(led))) return { word, modality, start: found.index, end }
  }
  return undefined
}

const opening = (list: string[]): RegExp => new RegExp(`^(?:${anyOf(list)})`, 'u')
const hedge = new RegExp(`(?:${anyOf(words.hedges)})`, 'u')
export const linkOpening = opening(words.links)
const adverb = '(?:累计|实际|共|合计|新|总共|拟|将)?'
export const verbOpening = new RegExp(
  `^${adverb}(?!(?:${anyOf(words.nounVerbs)})(?:${anyOf(words.notVerbsBefore)}))(?:${anyOf(words.verbs)})(?!${anyOf(words.nounEndings)})`,
  'u',
)
export const verbEnding = new RegExp(`${adverb}(?:${anyOf(words.verbs)})$`, 'u')
export const conditionOpening = opening(words.conditionOpenings)
export const exceptionOpening = opening(words.exceptionOpenings)
export const consequenceOpening = opening(words.consequenceOpenings)
const conditionEnding = new RegExp(`(?:${anyOf(words.conditionEndings)})$`, 'u')

export const hedgeOf = (chunk: string): string | undefined => hedge.exec(blanked(chunk))?.[0]
export const opensCondition = (chunk: string): boolean => conditionOpening.test(chunk) || conditionEnding.test(chunk)

/** Words that point to something outside of the sentence. */
const pointing =
  /^(?:其(?!中|他|它|余)|该|此(?!前)|上述|前述|同上)|前[一二两三四]?款|前条|前项|上款|上述|前述|本款|本项(?!目)|上列|前一类/u
export const pointsElsewhere = (text: string): boolean => pointing.test(text)
/** Words by which a chunk leans on what stands before it in its sentence. */
export const leansBack = (chunk: string): boolean => /^(?:其|该|此|并|且|也|均|还|再|同时|或)|上述|前述/u.test(chunk)

/** 逾期不改正的, 情节严重的: a case of what was said before, which it doesn't name. */
const further = opening(words.furtherCases)
export const furthersCase = (text: string): boolean => further.test(text)

/** 可以延长十五日, 放宽至40周岁: words that change what another rule says. */
export const widening = new RegExp(anyOf(words.widenings), 'u')

/** What lasts for a time rather than is done within it: 暂停, 不再. */
export const lasting = opening(words.spans)
/** A figure behind these says by how much something changes, not what it is: 放宽2周岁, 加10分. */
export const changing = new RegExp(`(?:${anyOf(words.changes)})[至到了]?$`, 'u')
/** 停车费首小时10元: a metric with these holds for a part only. */
export const firstOnes = new RegExp(anyOf(words.firsts), 'u')
/** The last word of a lead-in to a list of things: 提交下列材料. */
export const listsThings = new RegExp(`(?:${anyOf(words.handedIn)})[：:]?$`, 'u')

const topicWords = (Object.entries(words.topics) as [Topic, string[]][])
  .flatMap(([topic, list]) => list.map((word) => ({ topic, word })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** The topic that a heading names, by the longest word of it that names one. 条件保障 is support, no condition. */
export function topicOf(heading: string): Topic | undefined {
  if (words.notTopics.some((word) => heading.includes(word))) return undefined
  return topicWords.find(({ word }) => heading.includes(word))?.topic
}
