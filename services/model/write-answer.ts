import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { cutTo } from '../../knowledge/language/characters.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import { bodyOf } from '../../knowledge/finding/sentences.ts'
import { type Grounded, groundSentence } from '../grounding/ground-sentence.ts'
import type { Ask } from './endpoint.ts'
import { type Draft, draftsJsonSchema, readDrafts } from './sentences.ts'
import { type TimeLimits, until } from './time-limit.ts'

const mostTokens = 600
const mostClauseCharacters = 1200

const schema = { name: 'answer', schema: draftsJsonSchema }

/** The clauses as the model gets them, each under its number: where it stands, and its words without their own number. */
const numbered = (entries: readonly Entry[]): string =>
  entries
    .map((entry, at) => {
      const { path } = entry.clause
      return `[${at + 1}] ${path ? `「${path}」` : ''}${cutTo(bodyOf(entry), mostClauseCharacters)}`
    })
    .join('\n')

/** Asks the model for sentences on a question, as they are written. */
async function* drafts(
  ask: Ask,
  question: string,
  entries: readonly Entry[],
  signal: AbortSignal,
): AsyncGenerator<Draft> {
  const prompt = renderPrompt('write-answer', { question, clauses: numbered(entries) })
  const read = readDrafts()
  let soFar = ''
  for await (const piece of ask({ prompt, schema, maxTokens: mostTokens }, signal)) {
    soFar += piece
    yield* read(soFar)
  }
}

/** A sentence without the number and place of its clause. */
const tidy = (text: string): string =>
  text
    .replace(/\[\d+\]/gu, '')
    .replace(/^\s*「[^」]*」\s*[:：]?/u, '')
    .trim()

/**
 * Lets a model write an answer from clauses and gives, as they come, only the sentences that name a clause and hold, in the
 * words of their clauses.
 *
 * @throws {ModelFailure} When the first one is late, or the endpoint fails; what was given before stays true.
 */
export async function* writeAnswer(
  ask: Ask,
  question: string,
  entries: readonly Entry[],
  limits: TimeLimits,
): AsyncGenerator<Grounded> {
  const stop = new AbortController()
  const begun = performance.now()
  const said = new Set<string>()
  const deadline = () => begun + (said.size > 0 ? limits.answer : limits.firstWords)
  for await (const { text, clauses } of until(drafts(ask, question, entries, stop.signal), deadline, stop)) {
    const sentence = tidy(text)
    const named = clauses.flatMap((number) => entries[number - 1] ?? [])
    // It rests on the clauses that it names, or on others of those given where its words are theirs.
    const grounded =
      named.length === 0 ? undefined : (groundSentence(sentence, named) ?? groundSentence(sentence, entries))
    if (!grounded || said.has(grounded.text)) continue
    said.add(grounded.text)
    yield grounded
  }
}
