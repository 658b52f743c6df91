import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { factTexts } from '../../eligibility/fact-texts.ts'
import { type Fact, factAt, type FactKey, type Facts } from '../../eligibility/document-facts.ts'
import { readAnswer, type Reading } from './read-answer.ts'

type Value = Extract<Reading, { kind: 'value' }>

/** What a message says of facts, each by its own name; `rest` is what names none. */
export type FactsSaid = { said: Map<FactKey, Reading>; rest: string[] }

/** Of which facts a message may speak, and against which figures each is held. */
export type FactsAsked = { facts: Facts; keys: readonly FactKey[]; limitsOf(key: FactKey): readonly number[] }

const ends = /[，；;。！!、\n]|,(?!\d{3}(?!\d))|(?<=[?？])|\band\b|\bwith\b/u

/** The names of a fact as people use them, in both languages, longest first. */
const namesOf = (fact: Fact): string[] =>
  (['zh', 'en'] as const)
    .flatMap((language) => [factTexts(fact, language).label, ...factTexts(fact, language).spokenAs])
    .map((name) => name.toLowerCase())

type Mention = { keys: FactKey[]; start: number; end: number }

/** Where facts are named in a clause: of names that overlap the longest; one name may be that of several facts. */
function mentionsIn(clause: string, { facts, keys }: FactsAsked): Mention[] {
  const named = new Map<string, FactKey[]>()
  for (const key of keys)
    for (const name of namesOf(factAt(facts, key))) named.set(name, [...new Set([...(named.get(name) ?? []), key])])
  const found: Mention[] = []
  for (const [name, of] of [...named].sort(([a], [b]) => b.length - a.length)) {
    for (let start = clause.indexOf(name); start >= 0; start = clause.indexOf(name, start + 1)) {
      const end = start + name.length
      if (found.every((other) => end <= other.start || start >= other.end)) found.push({ keys: of, start, end })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** One part for each fact that a clause names, so that 盘点率100%产业化率12% are two. */
function partsOf(clause: string, asked: FactsAsked): { part: string; key: FactKey | undefined }[] {
  const mentions = mentionsIn(clause, asked)
  const [first] = mentions
  if (!first) return [{ part: clause, key: undefined }]
  const isOne = mentions.every((one) => one.keys.join() === first.keys.join())
  const cuts = isOne ? [] : mentions.slice(1).map(({ start }) => start)
  return [0, ...cuts].map((from, at) => ({
    part: clause.slice(from, cuts[at] ?? clause.length),
    key: mentions[at]!.keys.length === 1 ? mentions[at]!.keys[0] : undefined,
  }))
}

function readPart(fact: Fact, part: string, limits: readonly number[]): Reading {
  const isEarlier = [...part.matchAll(/((?:19|20)\d\d)年/gu)].some(([, year]) => Number(year) < (fact.since ?? 0))
  if (isEarlier) return { kind: 'unreadable' }
  const whole = readAnswer(fact, part, limits)
  if (whole.kind !== 'unreadable') return whole
  const name = namesOf(fact).find((one) => part.includes(one)) ?? ''
  return readAnswer(fact, part.replace(name, ''), limits)
}

/** Facts that say who may apply, and grades: told by what people call themselves rather than by a name. */
function readApplicant(text: string, { facts, keys }: FactsAsked): [FactKey, Value][] {
  return keys.flatMap((key): [FactKey, Value][] => {
    const fact = factAt(facts, key)
    if (fact.type === 'bool' && fact.places) {
      const reading = readAnswer(fact, text, [])
      return reading.kind === 'value' && fact.places.some((place) => text.includes(place)) ? [[key, reading]] : []
    }
    const grade = fact.type === 'choice' && !/不|没|未|非|以上|以下/u.test(text) ? gradeIn.exec(text)?.[0] : undefined
    const reading = grade === undefined ? undefined : readAnswer(fact, grade, [])
    return reading?.kind === 'value' ? [[key, reading]] : []
  })
}
const gradeIn = /[一二三123](?:级[特甲乙丙]?等?|[特甲乙丙]等?)/u

/** Reads each fact that a message names together with what it says of it: 有效发明120件，盘点率100%，去年到账六百万. */
export function readFacts(text: string, asked: FactsAsked): FactsSaid {
  const said = new Map<FactKey, Reading>()
  const rest: string[] = []
  const plain = foldShapes(text)
    .toLowerCase()
    .replace(/(?<=\d)[,，](?=\d{3}(?!\d))/gu, '')
  for (const clause of plain.split(ends).filter((one) => one.trim() !== '')) {
    for (const { part, key } of partsOf(clause.trim(), asked)) {
      const reading = key && readPart(factAt(asked.facts, key), part, asked.limitsOf(key))
      if (key && reading && reading.kind !== 'unreadable') said.set(key, reading)
      else {
        const applicants = readApplicant(part, asked)
        for (const [own, value] of applicants) said.set(own, value)
        if (applicants.length === 0) rest.push(part)
      }
    }
  }
  return { said, rest }
}
