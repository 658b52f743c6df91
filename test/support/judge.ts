import { readFileSync } from 'node:fs'
import type { Reply } from '../../services/reply.ts'

/** What a right reply must hold; see the README beside the samples. */
export type Expectation = {
  notices: string[]
  facts: string[]
  anyFacts: string[][]
  quotes: string[]
  mustNot: string[]
  expect: string
  alsoOk?: string[]
  category?: string | undefined
}
/** One question of a sample file, and one conversation. */
export type SampleQuestion = Expectation & { id: string; category: string; question: string }
export type SampleDialogue = { id: string; turns: (Expectation & { say: string })[] }

/** What is wrong with a reply, in a few words, and which part of the work it belongs to. */
export type Fault = { stage: 'gate' | 'text' | 'citation' | 'length'; what: string }

const answering = ['answer', 'roster', 'assessment']
const selfChecking = ['clarify', 'question', 'info', 'summary', 'assessment']

/** The longest text that is still an answer to a question of a category, in characters (README of the samples). */
const longest: Record<string, number> = {
  'single-fact': 300,
  deadline: 300,
  contact: 300,
  money: 300,
  condition: 450,
  target: 450,
}

/** White space gone, full-width digits, letters, ％ and brackets half-width, lower case: how texts are compared. */
export const compared = (text: string): string =>
  text
    .replace(/\s+/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ％（）［］｛｝]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .toLowerCase()

const holds = (text: string, part: string): boolean => compared(text).includes(compared(part))

/** A fact may be written in several ways, parted by `|`: 15日|十五日. */
const holdsFact = (text: string, fact: string): boolean =>
  fact.split('|').some((way) => way.trim() !== '' && holds(text, way))

/** Whether one of the texts holds one of the quotes. */
export const holdsQuote = (texts: string[], quotes: string[]): boolean =>
  texts.some((text) => quotes.some((quote) => holds(text, quote)))

export const answers = (replies: Reply[]): boolean => replies.some(({ kind }) => answering.includes(kind))

/** The longest right answer in characters; undefined where a category knows no limit. */
export const longestFor = ({ category = '' }: Expectation): number | undefined => longest[category]

/** What is wrong with the replies to a question; nothing when they are right. */
export function judge(expectation: Expectation, replies: Reply[]): Fault[] {
  const text = replies.map((reply) => reply.text).join('\n')
  const said = expectation.mustNot.filter((part) => holds(text, part))
  const faults: Fault[] = said.map((part) => ({ stage: 'text', what: `says ${part}` }))
  if (!isExpectedKind(expectation, replies)) {
    const kinds = [...new Set(replies.map(({ kind }) => kind))].join('+')
    faults.push({ stage: 'gate', what: `${kinds} instead of ${expectation.expect}` })
  }
  // Facts and quotes hold only for what answers.
  if (!answers(replies) || (expectation.expect === 'interview' && leadsToSelfCheck(replies))) return faults
  return [...faults, ...textFaults(expectation, text), ...citationFaults(expectation, replies)]
}

/** The same as `judge` in words alone. */
export const faultsOf = (expectation: Expectation, replies: Reply[]): string[] =>
  judge(expectation, replies).map(({ what }) => what)

function isExpectedKind({ expect, alsoOk = [] }: Expectation, replies: Reply[]): boolean {
  const has = (kind: string) => replies.some((reply) => reply.kind === kind)
  const isUncited = replies.every(({ citations }) => citations.length === 0)
  const refuses = !answers(replies) && isUncited
  const isAlsoOk = (kind: string) => {
    if (kind === 'answer') return answers(replies)
    if (kind === 'not-found') return has(kind) && refuses
    return has(kind === 'smalltalk' ? 'info' : kind)
  }
  const expected: Record<string, () => boolean> = {
    answer: () => answers(replies),
    'clarify-or-answer': () => answers(replies) || has('clarify'),
    'not-found': () => refuses,
    smalltalk: () => refuses && !has('not-found'),
    interview: () => leadsToSelfCheck(replies),
  }
  return (expected[expect]?.() ?? false) || alsoOk.some(isAlsoOk)
}

/** The self-check begins or asks what it is about, or the answer offers it. */
const leadsToSelfCheck = (replies: Reply[]): boolean =>
  replies.some(({ kind, actions }) =>
    kind === 'answer' ? actions.some(({ send }) => send.startsWith('/check')) : selfChecking.includes(kind),
  )

function textFaults(expectation: Expectation, text: string): Fault[] {
  const facts = expectation.facts.filter((fact) => !holdsFact(text, fact)).map((fact) => `lacks ${fact}`)
  const groups = expectation.anyFacts
    .filter((group) => !group.some((fact) => holdsFact(text, fact)))
    .map((group) => `lacks one of ${group.slice(0, 3).join('/')}…`)
  const faults: Fault[] = [...facts, ...groups].map((what) => ({ stage: 'text', what }))
  if (text.length > (longestFor(expectation) ?? Infinity)) {
    faults.push({ stage: 'length', what: `${text.length} characters long` })
  }
  return faults
}

function citationFaults({ quotes }: Expectation, replies: Reply[]): Fault[] {
  const cited = replies.flatMap(({ citations }) => citations.map(({ quote }) => quote))
  return quotes.length === 0 || holdsQuote(cited, quotes) ? [] : [{ stage: 'citation', what: 'cites another clause' }]
}

export const readSamples = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
