import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import { type Catalogue, fold } from '../../../knowledge/finding/catalogue.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Scope } from '../scope-fit.ts'
import { contentUnits, quotedUnits } from '../content-units.ts'
import type { Question, Unit } from '../question.ts'
import { readAspects } from '../read-aspects.ts'
import { datedYears, writtenYear } from '../read-scope.ts'
import { segmentsOf } from '../segment.ts'
import { valueAsked } from '../value-asked.ts'
import { kinOf, programmesNamed } from './named-parts.ts'
import { type ScopeEvidence, scopeEvidence } from './scope-evidence.ts'

/** A word of a question, with what the ranking needs to know of it. */
export type Term = Unit & {
  /** Whether it stands beside the word that asks: 多少, 谁, 吗. */
  near: boolean
}

/** A question as the ranking reads it: all its words, and what they point to among the loaded notices. */
export type Asked = {
  text: string
  terms: Term[]
  aspects: ReadonlySet<Aspect>
  value: { kind: ValueKind; unit: string }
  /** Years named that say which notice is meant. */
  years: number[]
  /** Figures other than years, as digits. */
  figures: string[]
  evidence: ScopeEvidence
  /** The notices whose titles hold most of what tells the loaded ones apart. */
  notices: Notice[]
  /** What was spoken of before, where the question names no notice itself. */
  leansOn: Scope | undefined
  english: boolean
}

/** A provision asked for by its number, which is no word of what is asked. */
const ordinal = /第\s*(?:\d+|[一二三四五六七八九十百]+)\s*(?:条|项|款|点|步|部分|个)/gu
const interrogative =
  /多少|什么|哪|谁|几|怎么|如何|怎样|啥|咋|吗|呢|是否|[？?]|是不是|能不能|有没有|要不要|行不行|多[久长大高]/gu
/** Characters before the word that asks, and half as many after it, within which words say what is asked for. */
const nearness = 9
/** Words that are looked at: more only cost time. */
const mostTerms = 60
/** Evidence in nats from which a title counts as spoken of, and by how much less another may have and still be meant. */
const leastEvidence = 0.6
const alike = 0.1

/**
 * Reads a question for the ranking.
 *
 * @param question As understood so far: translated, its spelling repaired, its value kind read.
 * @param scope What was spoken of before.
 */
export function readAsked(catalogue: Catalogue, question: Question, scope: Scope | undefined, today: string): Asked {
  const text = fold(datedYears(question.text, Number(today.slice(0, 4))))
  const years = question.spokenYears
  const undated = years.reduce(
    (rest, year) => rest.replace(new RegExp(`${writtenYear(year)}年?度?`, 'gu'), '·'),
    text.replace(ordinal, '·'),
  )
  const { aspects, units, rest } = readAspects(undated)
  const terms = heaviest([
    ...units,
    ...quotedUnits(question.asked),
    ...crossed(contentUnits(catalogue, rest), rest),
  ]).map((unit) => ({ ...unit, near: isNear(text, unit) }))
  const evidence = scopeEvidence(catalogue, terms, undated)
  const notices = pointedTo(catalogue, evidence, years)
  const leansOn = scope && scopeLeantOn(catalogue, scope, { notices, years, text })
  return {
    text,
    terms,
    aspects,
    value: valueAsked(question),
    years,
    figures: [...undated.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => digits),
    evidence: leansOn ? leaning(evidence, leansOn) : evidence,
    notices: leansOn ? catalogue.notices.filter(({ id }) => id === leansOn.notice) : notices,
    leansOn,
    english: question.english,
  }
}

const heaviest = (units: Unit[]): Unit[] =>
  units.length <= mostTerms ? units : [...units].sort((a, b) => b.weight - a.weight).slice(0, mostTerms)

function isNear(text: string, { words }: Unit): boolean {
  const at = text.indexOf(words[0] ?? '')
  if (at < 0) return false
  return [...text.matchAll(interrogative)].some(({ index }) =>
    at <= index ? index - at <= nearness : at - index <= nearness / 2,
  )
}

/** What a pair of characters counts that belong to two words, each of two characters or more. */
const crossing = 0.25

/** Lowers the weight of pairs that span two words: they say little, and no clause may hold them. */
function crossed(units: Unit[], text: string): Unit[] {
  const spanning = new Set<string>()
  const words = segmentsOf(text)
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? ''
    const [last = ''] = [...word].slice(-1)
    const [first = ''] = [...next]
    if ([...word].length > 1 && [...next].length > 1) spanning.add(`${last}${first}`)
  }
  return units.map((unit) =>
    unit.words.length === 1 && spanning.has(unit.words[0]!) ? { ...unit, weight: unit.weight * crossing } : unit,
  )
}

/** Those whose titles hold most of what tells the loaded notices apart; of the years named, where there are such. */
function pointedTo(catalogue: Catalogue, { title }: ScopeEvidence, years: number[]): Notice[] {
  const evidenceOf = ({ id }: Notice): number => title.get(id) ?? 0
  const best = (notices: Notice[]): Notice[] => {
    const most = Math.max(0, ...notices.map(evidenceOf))
    return most >= leastEvidence ? notices.filter((notice) => evidenceOf(notice) >= most - alike) : []
  }
  const inYear = best(catalogue.notices.filter(({ year }) => years.includes(year)))
  const everywhere = best(catalogue.notices)
  const [first] = everywhere
  return inYear.length > 0 && first && evidenceOf(inYear[0]!) >= evidenceOf(first) / 2 ? inYear : everywhere
}

/** What a question is about that names no notice of its own: what was spoken of, its programme or year changed where it names another. */
function scopeLeantOn(
  catalogue: Catalogue,
  scope: Scope,
  { notices, years, text }: Pick<Asked, 'notices' | 'years' | 'text'>,
): Scope | undefined {
  const last = catalogue.notices.find(({ id }) => id === scope.notice)
  const isOpen = notices.length === 0 || (notices.length > 1 && notices.some(({ id }) => id === scope.notice))
  if (!last || !isOpen) return undefined
  if (years.length === 0 || years.includes(last.year)) {
    const [named] = programmesNamed(last, text)
    return named ? { notice: scope.notice, programme: named } : scope
  }
  const kin = kinOf(
    last,
    catalogue.notices.filter(({ year }) => years.includes(year)),
  )
  return kin && { notice: kin.id }
}

/** What a question that leaves out its subject is taken to say of it, in nats. */
const leaningEvidence = 2.5

function leaning(evidence: ScopeEvidence, { notice }: Scope): ScopeEvidence {
  const bestTitle = evidence.bestTitle + leaningEvidence
  return { ...evidence, title: new Map([...evidence.title, [notice, bestTitle]]), bestTitle }
}
