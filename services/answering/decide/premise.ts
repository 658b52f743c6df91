import { isSingle } from '../../../knowledge/language/characters.ts'
import { sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue, type ValueKind } from '../../../knowledge/finding/values.ts'
import details from '../../../knowledge/lexicon/details.json' with { type: 'json' }
import { segmentsOf } from '../understand/segment.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import type { Inquiry } from '../answer.ts'
import type { CueName } from '../understand/cues.ts'
import { includes, isOfSameUnit } from '../retrieve/figure-features.ts'
import { type Question, subjectUnits, type Term, totalWeight } from '../understand/question.ts'
import type { Lead } from './finding.ts'

/** Things of a contact that a notice gives or not, whatever else it gives. */
const particulars = ['传真', '邮箱', '电话', '地址', '网址']

/** The words of what is left of a question, of two characters or more. */
const wordsOf = (question: Question): string[] => [
  ...particulars.filter((word) => question.text.includes(word)),
  ...question.runs.flatMap((run) => segmentsOf(run).filter((word) => !isSingle(word))),
]

/** Values that a notice gives or leaves open. */
const values: ValueKind[] = ['money', 'date', 'year', 'phone', 'email', 'url', 'address', 'person']

/** Cues of a question that waits for a sum. */
const asksForSum: ReadonlySet<CueName> = new Set(['howMuchMoney', 'count', 'cap', 'floor', 'fine', 'sum'])

/** Said first when the clauses answer in words and give no value of the kind asked for; a yes or a list is no value. */
export function withoutValue({ value: { kind, unit }, intents, cues }: Question, entries: Entry[]): Lead | undefined {
  if (intents.has('confirmation') || intents.has('list')) return undefined
  // 钱花得慢怎么写 speaks of money and asks for no sum.
  if (kind === 'money' && !cues.some((cue) => asksForSum.has(cue))) return undefined
  const holds = entries.some((entry) => holdsValue(entry.own, kind, unit))
  return values.includes(kind) && !holds ? { by: 'no-value', of: kind } : undefined
}

/** What the question asks whether the notice has, and no clause of it speaks of: said first, before what it does say. */
export function silentOn({ question, catalogue }: Inquiry, entry: Entry): Lead | undefined {
  const detail = details.find((word) => question.text.includes(word))
  if (detail && !catalogue.entries.some((other) => other.notice === entry.notice && other.own.includes(detail)))
    return { by: 'silence', on: detail }
  const isMeant = question.named.includes(entry.notice) || question.leansOn?.notice === entry.notice.id
  if (!question.intents.has('confirmation') || !isMeant) return undefined
  const own = catalogue.entries.filter((other) => other.notice === entry.notice)
  const asksForOne = /有(?:没有)?[^，。]{0,6}(?:吗|么|没有|没)|没有[^，。]{0,6}(?:吗|么)/u.test(question.text)
  const groups = (asksForOne ? question.terms.filter(({ names }) => !names) : subjectUnits(question))
    .filter(({ words }) => words.length > 1 || (asksForOne && !isSingle(words[0]!)))
    .map((unit) => unit.words)
  const nouns = asksForOne ? wordsOf(question).map((word) => [word]) : []
  const absent = [...groups, ...nouns].find(
    (words) =>
      words.some((word) => catalogue.entries.some((other) => other.own.includes(word))) &&
      !own.some((other) => words.some((word) => other.own.includes(word))),
  )
  return absent?.[0] ? { by: 'silence', on: absent[0] } : undefined
}

const confirms =
  /对吧|对不对|没错吧|是吧|对吗|是吗|没问题吧|没记错|行吧|可以吧|吧[？?。!！]*$|就行|也可以|直接写|没关系|允许|能不能|可不可以|可以.{0,20}吗|能.{0,20}吗/u

/** A figure of the person's own supposes nothing of a notice: 我们医院有80件专利，能报吗. */
const tellsOwn = /(?:我们|我院|我校|我单位|本院|本校|本单位|咱们)[^，,。?？]{0,8}?(?:有|是|达到?|做了|完成了?)/u

/** Share of what is asked about, what its sentence says beside it apart, that a ban must name to forbid it. */
const leastSpoken = 0.5

/** Words that ask whether something is allowed, and not whether it is so. */
const asksLeave =
  /可以|可不|可否|(?<![智功职效节性])能(?![力源效量])|允许|准许|[准让]不[准让]|行不行|行[吗吧么]|就行|直接|没关系|没问题/u

/** What to say first when the question supposes something that the clause says otherwise: a figure, or that it is allowed. */
export function premiseLead(question: Question, entries: Entry[]): Lead | undefined {
  if (!confirms.test(question.text)) return undefined
  const said = fold(entries.map((entry) => entry.clause.text).join(''))
  const stated = readFigures(said)
  const supposed = tellsOwn.test(question.text) ? [] : readFigures(question.text)
  // Whether 80件 may apply is asked of a figure of their own; 是80件对吧 of the notice's.
  const isOfOwn = asksLeave.test(question.text)
  const held = supposed.flatMap((given) => {
    const others = stated.filter((other) => isOfSameUnit(given, other))
    return others.length === 0
      ? []
      : [others.some((one) => one.value === given.value || (isOfOwn && includes(one, given.value)))]
  })
  if (held.includes(false)) return { by: 'premise', says: 'otherwise' }
  if (!isOfOwn) return undefined
  return isForbidden(question, entries) ? { by: 'premise', says: 'not-allowed' } : undefined
}

const banning = /^(?:不得|禁止)$/u
/** A ban as far as it goes: what 但 or 除外 says of it is no part of it. */
const ban = /(?:不得|禁止)(?:(?!但|除外)[^])*/u

/**
 * Whether the notice of the first clause forbids what is asked about; a ban of an older one is only quoted. What its
 * sentences say beside the ban, such as 经费, is what both speak of.
 */
function isForbidden({ terms }: Question, entries: Entry[]): boolean {
  const of = entries.filter(({ notice }) => notice === entries[0]!.notice)
  const sentences = of.flatMap((entry) => sentencesOf(entry.clause.text)).map(fold)
  const asked = terms.filter(({ words: [word = ''] }) => !isSingle(word) && !of[0]!.notice.title.includes(word))
  // 经费 is an aspect that both speak of; 挪作 is one that is forbidden.
  const acts = asked.filter(({ aspect }) => aspect === 'restriction')
  // 能不能 asks whether there is a ban, and names nothing that one forbids.
  const things = asked.filter(({ aspect, words }) => !aspect && !words.some((word) => banning.test(word)))
  return sentences.some((sentence) => {
    const forbidden = ban.exec(sentence)?.[0] ?? ''
    if (acts.some(({ words: [typed = ''] }) => forbidden.includes(typed))) return true
    const heldIn = (text: string): Term[] => things.filter(({ words }) => words.some((word) => text.includes(word)))
    const named = totalWeight(heldIn(forbidden))
    const missing = totalWeight(things) - totalWeight(heldIn(sentence))
    return named > 0 && named >= leastSpoken * (named + missing)
  })
}
