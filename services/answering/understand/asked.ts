import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { parseNumeral } from '../../../knowledge/language/numeral.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { contentUnits, quotedUnits } from './content-units.ts'
import { everydayIn } from './everyday.ts'
import type { Asked, Scope, ScopeEvidence, Term, Unit, Wording } from './question.ts'
import { segmentsOf } from './segment.ts'
import { cuesOf } from './cues.ts'
import { kinOf, programmesNamed } from './named-parts.ts'
import { newestOpening } from './scopes.ts'
import { heldBy, scopeEvidence, titleText } from './scope-evidence.ts'

const interrogative =
  /多少|什么|哪|谁|几|怎么|如何|怎样|啥|咋|吗|呢|是否|[？?]|是不是|能不能|有没有|要不要|行不行|多[久长大高]/gu
/** Characters before the word that asks, and half as many after it, within which words say what is asked for. */
const nearness = 9
/** Words that are looked at: more only cost time. */
const mostTerms = 60
/** Evidence in nats from which a title counts as spoken of, and by how much less another may have and still be meant. */
const leastEvidence = 0.5
const alike = 0.1
/** How much of a word a title must hold to be named by it. */
const naming = 0.35

/**
 * Reads a question for the ranking.
 *
 * @param wording As read so far: translated, its spelling repaired, its value kind known.
 * @param scope What was spoken of before.
 */
export function readAsked(catalogue: Catalogue, wording: Wording, scope: Scope | undefined): Asked {
  const { text, rest, aspects, value, english, spokenYears: years } = wording
  const words = heaviest([
    ...wording.aspectTerms,
    ...quotedUnits(wording.asked),
    ...crossed(contentUnits(catalogue, rest, everydayIn(rest, catalogue)), rest),
  ]).map((unit): Term => ({ ...unit, near: isNear(text, unit) }))
  const evidence = scopeEvidence(catalogue, words, rest.replace(/20\d\d年?/gu, '·'))
  const first =
    namesOtherYear(catalogue, years, scope) || leavesScope(evidence, scope) ? pointedTo(catalogue, evidence, years) : []
  const isCompared = wording.intents.has('comparison')
  const named = isCompared && first.length > 0 ? withOthers(catalogue, words, first, years) : first
  const terms = words.map((term) => (isName(term, named) ? { ...term, names: true } : term))
  const leansOn = scope && scopeLeantOn(catalogue, scope, { notices: named, years, text })
  return {
    text,
    segments: segmentsOf(text),
    terms,
    aspects,
    cues: cuesOf(text, value.kind, aspects),
    context: [],
    ordinal: ordinalIn(text),
    value,
    years,
    figures: [...rest.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => digits),
    evidence: leansOn ? leaning(evidence, leansOn) : evidence,
    named,
    notices: leansOn ? catalogue.notices.filter(({ id }) => id === leansOn.notice) : named,
    programmes: new Set(named.flatMap((notice) => programmesNamed(notice, text))),
    leansOn,
    presumed: scope || years.length > 0 ? undefined : newestOpening(named.length > 0 ? named : catalogue.notices)?.id,
    isCompared,
    english,
  }
}

/** Evidence in nats by which another notice must be named more than the one spoken of to move the conversation to it. */
const movingEvidence = 0.8

/** Whether a question names a notice, and clearly enough where one is spoken of already. */
function leavesScope({ title, bestTitle }: ScopeEvidence, scope: Scope | undefined): boolean {
  const here = scope ? (title.get(scope.notice) ?? 0) : 0
  return !scope || here >= bestTitle - alike || bestTitle - here >= movingEvidence
}

/** Whether a question is about a year other than that of the notice spoken of. */
const namesOtherYear = (catalogue: Catalogue, years: number[], scope: Scope | undefined): boolean =>
  years.length > 0 && !catalogue.notices.some(({ id, year }) => id === scope?.notice && years.includes(year))

const isName = (term: Unit, named: Notice[]): boolean =>
  !term.aspect && named.some((notice) => heldBy(titleText(notice), term) >= naming)

/** With the notices that the words point to which are in no title of the first ones: both sides of a comparison. */
function withOthers(catalogue: Catalogue, words: Unit[], first: Notice[], years: number[]): Notice[] {
  const others = words.filter((unit) => first.every((notice) => heldBy(titleText(notice), unit) < naming))
  const second = pointedTo(catalogue, scopeEvidence(catalogue, others, ''), years)
  return catalogue.notices.filter((notice) => first.includes(notice) || second.includes(notice))
}
function ordinalIn(text: string): number | undefined {
  const [, numeral = ''] = [...text.matchAll(/第\s*(\d+|[一二三四五六七八九十]+|[①-⑳])/gu)].at(-1) ?? []
  const value = parseNumeral(numeral.normalize('NFKC'))
  return value > 0 ? value : undefined
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
  const isOpen = notices.length === 0 || notices.some(({ id }) => id === scope.notice)
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
