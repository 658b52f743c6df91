import { z } from 'zod'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../knowledge/language/characters.ts'
import questionWords from '../../knowledge/lexicon/question-words.json' with { type: 'json' }
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Memory } from '../answering/answer.ts'
import { coverageOf } from '../grounding/coverage.ts'
import { figuresOf } from '../grounding/figures.ts'
import { plainText } from '../grounding/plain-text.ts'
import { saidValues } from '../likeness/said-values.ts'
import { segmentsOf } from '../answering/segment.ts'
import { askJson } from './ask-json.ts'
import type { Ask } from './endpoint.ts'
import { redact } from './redact.ts'

const schema = {
  name: 'question',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['question'],
    properties: { question: { type: 'string' } },
  },
  read: z.object({ question: z.string().max(200) }),
}

/**
 * Asks a model for a question in the notices' words that stands by itself.
 *
 * @returns '' where the model finds that it is about something else.
 * @throws {ModelFailure}
 */
export async function rewriteQuestion(
  ask: Ask,
  asked: string,
  { content = '' }: Memory,
  catalogue: Catalogue,
  limitMs: number,
): Promise<string> {
  const topics = catalogue.notices.flatMap(({ shortTitle, programmes }) => [
    shortTitle,
    ...programmes.map(({ title }) => title),
  ])
  const prompt = renderPrompt('understand-question', {
    question: redact(asked, catalogue),
    conversation: content === '' ? '（无）' : redact(content, catalogue),
    topics: [...new Set(topics)].join('\n'),
  })
  const { question } = await askJson(ask, { prompt, schema, maxTokens: 200, limitMs })
  return question.trim()
}

/** Whether nothing that decides an answer was dropped from what was asked, or comes from neither it nor the conversation. */
function saysTheSame(rewritten: string, asked: string, content: string): boolean {
  const [now, then, before] = [rewritten, asked, content].map(saidValues) as [Set<string>, Set<string>, Set<string>]
  return then.isSubsetOf(now) && now.isSubsetOf(then.union(before))
}

/** How a rewritten question may be used: as the question itself, as one to offer, or not at all. */
export type Use = 'question' | 'offer' | 'none'

/**
 * Judges a rewritten question. It takes the place of what was asked only where it says the same in the person's own words:
 * nothing added, no word of theirs left out. In the notices' words it may be offered. A figure that nobody typed is neither.
 */
export function useOf(rewritten: string, asked: string, { content = '' }: Memory, catalogue: Catalogue): Use {
  const [text, own] = [plainText(rewritten), plainText(`${asked} | ${content}`)]
  const figures = figuresOf(text)
  if (text === '' || text === plainText(asked)) return 'none'
  const known = new Set([
    ...figuresOf(own).map(({ key }) => key),
    ...catalogue.notices.map(({ year }) => `year ${year}`),
  ])
  if (!figures.every(({ key }) => known.has(key))) return 'none'
  const said = questionWords.reduce((rest, word) => rest.replaceAll(word, '|'), text)
  const leftOut = segmentsOf(asked).filter(
    (word) => !isSingle(word) && /\p{Script=Han}/u.test(word) && !text.includes(plainText(word)),
  )
  if (
    leftOut.length === 0 &&
    saysTheSame(rewritten, asked, content) &&
    coverageOf(said, own, figuresOf(said)).foreignRun < 2
  )
    return 'question'
  const vocabulary = plainText(catalogue.entries.map(({ own: words }) => words).join('|'))
  return coverageOf(said, `${vocabulary}|${own}`, figuresOf(said)).foreignRun < 2 ? 'offer' : 'none'
}
