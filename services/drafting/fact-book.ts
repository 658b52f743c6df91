import { isDeepStrictEqual } from 'node:util'
import { pinyin } from 'pinyin-pro'
import { cutTo } from '../../knowledge/language/characters.ts'
import { squeeze } from '../../knowledge/language/clean-text.ts'
import type { Fact } from '../eligibility/document-facts.ts'

export type Facts = Record<string, Fact>

/** The facts of a draft under their keys. A fact that a programme in use asks in the same words is that fact. */
export type FactBook = { facts: Facts; keyFor(fact: Fact): string }

/** Characters of a label that its key spells. */
const longestKey = 12

/** A label as a key: 有效发明专利 → youXiaoFaMingZhuanLi. */
function spelledKey(label: string): string {
  const syllables = pinyin(cutTo(label.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, ''), longestKey), {
    toneType: 'none',
    type: 'array',
    v: true,
  }).flatMap((syllable) => syllable.match(/[A-Za-z0-9]+/gu) ?? [])
  const [first = 'fact', ...rest] = syllables.map((syllable) => syllable.toLowerCase())
  const key = [first, ...rest.map((one) => `${one.slice(0, 1).toUpperCase()}${one.slice(1)}`)].join('')
  return /^[a-z].+/u.test(key) ? key : `fact${key}`
}

/** What must agree where two programmes ask the same. */
const kindOf = (fact: Fact) => [
  fact.type,
  'unit' in fact ? fact.unit : '',
  fact.type === 'choice' ? fact.options.map(({ value }) => value) : [],
]

const wordsOf = (fact: Fact): string => squeeze(fact.type === 'bool' ? fact.need : fact.label)

const isSame = (one: Fact, other: Fact): boolean =>
  wordsOf(one) === wordsOf(other) && isDeepStrictEqual(kindOf(one), kindOf(other))

/** @param known Facts of programmes in use, whose keys are used again where the same is asked. */
export function openFactBook(known: Readonly<Facts> = {}): FactBook {
  const facts: Facts = {}
  function keyFor(fact: Fact): string {
    const kept = Object.entries(facts).find(([, other]) => isSame(other, fact))
    if (kept) return kept[0]
    const used = Object.entries(known).find(([, other]) => isSame(other, fact))
    if (used) {
      facts[used[0]] = used[1]
      return used[0]
    }
    const wanted = spelledKey(fact.label)
    let key = wanted
    for (let number = 2; key in facts || key in known; number++) key = `${wanted}${number}`
    facts[key] = fact
    return key
  }
  return { facts, keyFor }
}
