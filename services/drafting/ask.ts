import { shortened } from '../../knowledge/language/characters.ts'
import { programmeEditorTexts as texts } from '../../prompts/programme-editor-texts.ts'
import type { Comparison, Condition } from '../eligibility/document-conditions.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import { type BoundName, EditFault } from './edit-condition.ts'
import { type Facts, openFactBook } from './fact-book.ts'
import { conditionOf } from './condition-of.ts'
import { allOf, type Need, type PlainNeed, plainNeedsOf, unreadIn } from './need.ts'
import { readProvisions } from './read-provision.ts'
import { factOf, labelOf } from './word-facts.ts'

/** The sides on which a day may be held. */
export type DayBound = 'notBefore' | 'notAfter'
/** 满几年, 近几年内. */
export type PeriodBound = 'atLeastAgo' | 'withinLast'

/** What a person wants applicants to be asked, and which answers are enough. */
export type Ask = { prompt?: string | undefined; help?: string | undefined } &
  /** As the words it rests on say, read as a draft reads them. */
  (
    | { kind: 'words' }
    | { kind: 'claim'; need: string }
    | { kind: 'int' | 'number'; label: string; unit: string; bound: BoundName; value: number }
    | { kind: 'percent'; label: string; bound: BoundName; value: number }
    /** `oneOf` are the answers that are enough, `others` those that are not. */
    | { kind: 'choice'; label: string; oneOf: string[]; others: string[] }
    | { kind: 'day'; label: string; bound: DayBound; day: string }
    | { kind: 'period'; label: string; bound: PeriodBound; years: number }
  )

type Choice = Extract<Ask, { kind: 'choice' }>
type Plain = Exclude<Ask, { kind: 'words' }>
/** The words that an ask rests on, and what it is called. */
export type Rests = { quote: string; title: string }

const needOf = (ask: Exclude<Plain, Choice>): PlainNeed => {
  if (ask.kind === 'claim') return { kind: 'claim', text: ask.need }
  if (ask.kind === 'day') return { kind: 'date', event: ask.label, limits: { [ask.bound]: ask.day } }
  if (ask.kind === 'period') return { kind: 'date', event: ask.label, limits: { [ask.bound]: { years: ask.years } } }
  const unit = ask.kind === 'percent' ? '%' : ask.unit
  return { kind: 'figure', metric: ask.label, unit, type: ask.kind, limits: { [ask.bound]: ask.value } }
}

/** Whether those who apply are people, as the questions address them. */
export const addressesPeople = ({ facts }: ProgrammeDocument): boolean =>
  Object.values(facts).some(({ prompt }) => prompt.includes('您'))

function choiceFact({ label, oneOf, others }: Choice, asked: Rests & { isPerson: boolean }): Fact {
  const claim = factOf({ kind: 'claim', text: label }, asked)
  const { why, pace, paceNote, help } = claim
  const options = [...oneOf, ...others].map((one) => ({ value: one, label: one }))
  const prompt = `${asked.isPerson ? '您' : '贵单位'}的${label}是哪一种？`
  return { type: 'choice', label, prompt, help, why, pace, paceNote, options }
}

/** What an ask is called where nobody names it. */
export function titleOfAsk(ask: Ask, quote: string): string {
  if (ask.kind === 'claim') return shortened(ask.need, 30)
  if (ask.kind !== 'words') return shortened(ask.label, 30)
  const need = readWords(quote)
  const [first] = need === undefined ? [] : plainNeedsOf(need)
  if (!first) return shortened(quote, 30)
  return labelOf(
    first.kind === 'claim'
      ? first.text
      : first.kind === 'figure'
        ? first.metric
        : first.kind === 'date'
          ? first.event
          : first.ladder,
  )
}

const readWords = (quote: string): Need | undefined => allOf(readProvisions(quote).map(({ need }) => need))

function factFor(ask: Plain, document: ProgrammeDocument, rests: Rests): Fact {
  const asked = { ...rests, isPerson: addressesPeople(document) }
  const { prompt, help } = ask
  return {
    ...(ask.kind === 'choice' ? choiceFact(ask, asked) : factOf(needOf(ask), asked)),
    ...(prompt !== undefined && { prompt }),
    ...(help !== undefined && { help }),
  }
}

function limitsOf(ask: Plain): Omit<Comparison, 'fact'> {
  if (ask.kind === 'claim') return { is: true }
  if (ask.kind === 'choice') return { oneOf: ask.oneOf }
  if (ask.kind === 'day') return { [ask.bound]: ask.day }
  if (ask.kind === 'period') return { [ask.bound]: { years: ask.years } }
  return { [ask.bound]: ask.value }
}

/**
 * Makes the question of an ask, and what its answer is held against.
 *
 * @param known Facts of other programmes in use: what they ask in the same words keeps its key, and no other fact takes it.
 * @throws {EditFault} Where an answer is both enough and not, or there is only one.
 */
export function askedPlainly(
  document: ProgrammeDocument,
  ask: Plain,
  rests: Rests,
  known: Readonly<Facts>,
): { facts: Facts; condition: Comparison } {
  if (ask.kind === 'choice') refuseTwice([...ask.oneOf, ...ask.others])
  const book = openFactBook({ ...known, ...document.facts })
  const fact = book.keyFor(factFor(ask, document, rests))
  return { facts: { ...document.facts, ...book.facts }, condition: { fact, ...limitsOf(ask) } }
}

function refuseTwice(answers: readonly string[]): void {
  if (new Set(answers).size < Math.max(2, answers.length)) throw new EditFault(texts.answersTwice)
}

/** The same, also where the words are to be read as a draft reads them. @throws {EditFault} Also where they can't be. */
export function askedIn(
  document: ProgrammeDocument,
  ask: Ask,
  rests: Rests,
  known: Readonly<Facts>,
): { facts: Facts; condition: Condition } {
  if (ask.kind !== 'words') return askedPlainly(document, ask, rests, known)
  const need = readWords(rests.quote)
  if (need === undefined || unreadIn(need).length > 0) throw new EditFault(texts.notRead)
  const book = openFactBook({ ...known, ...document.facts })
  const condition = conditionOf(need, { ...rests, isPerson: addressesPeople(document) }, book)
  return { facts: { ...document.facts, ...book.facts }, condition }
}
