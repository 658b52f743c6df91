import { readFileSync } from 'node:fs'
import type { Reply } from '../../services/reply.ts'

/** One question of a sample file, with what a right reply must hold; see the README beside the samples. */
export type Expectation = {
  notices: string[]
  facts: string[]
  anyFacts: string[][]
  quotes: string[]
  mustNot: string[]
  expect: string
  alsoOk?: string[]
}
export type SampleQuestion = Expectation & { id: string; category: string; question: string }
export type SampleDialogue = { id: string; turns: (Expectation & { say: string })[] }

/** White space gone, full-width digits, letters, ％ and brackets half-width, lower case: how texts are compared. */
export const compared = (text: string): string =>
  text
    .replace(/\s+/gu, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ％（）［］｛｝]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .toLowerCase()

const holds = (text: string, part: string): boolean => text.includes(compared(part))

/** What is wrong with a reply, in a few words; nothing when it is right. */
export function faultsOf(expectation: Expectation, replies: Reply[]): string[] {
  const text = compared(replies.map((reply) => reply.text).join('\n'))
  const citations = replies.flatMap((reply) => reply.citations)
  const kinds = new Set(replies.map((reply) => reply.kind))
  const answers = kinds.has('answer') || kinds.has('roster') || kinds.has('assessment')
  const faults = expectation.mustNot.filter((part) => holds(text, part)).map((part) => `says ${part}`)
  const also = new Set(expectation.alsoOk ?? [])
  if (expectation.expect === 'smalltalk')
    return answers || kinds.has('not-found') ? [...faults, 'no small talk'] : faults
  if (!answers) {
    const clarifies = kinds.has('clarify') && (expectation.expect === 'clarify-or-answer' || also.has('clarify'))
    const refuses =
      kinds.has('not-found') && citations.length === 0 && (expectation.expect === 'not-found' || also.has('not-found'))
    const speaks = [...kinds].some((kind) => also.has(kind) || (kind === 'info' && also.has('smalltalk')))
    if (!clarifies && !refuses && !speaks) faults.push(`${[...kinds].join('+')} instead of ${expectation.expect}`)
    return faults
  }
  if (expectation.expect === 'not-found' && !also.has('answer')) faults.push('answers what is not there')
  for (const fact of expectation.facts) if (!holds(text, fact)) faults.push(`lacks ${fact}`)
  for (const group of expectation.anyFacts) {
    if (!group.some((fact) => holds(text, fact))) faults.push(`lacks one of ${group.slice(0, 3).join('/')}…`)
  }
  const cited = citations.map((citation) => compared(citation.quote))
  if (
    expectation.quotes.length > 0 &&
    !expectation.quotes.some((quote) => cited.some((c) => c.includes(compared(quote))))
  ) {
    faults.push('cites another clause')
  }
  return faults
}

export const readSamples = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T)
