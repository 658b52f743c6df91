import { z } from 'zod'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import { readAnswer } from '../interview/answers/read-answer.ts'
import { askJson } from './ask-json.ts'
import type { Ask } from './endpoint.ts'
import { redact } from './redact.ts'

const schema = {
  name: 'words',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['words'],
    properties: { words: { type: 'string' } },
  },
  read: z.object({ words: z.string().max(200) }),
}

/**
 * Asks a model which of a person's words answer a question of an interview. Only words that stand there count, and only
 * where they can be read without it; they are put to the person, and recorded by nobody else.
 *
 * @param takes What the fact takes, in words.
 * @param limits The figures that the fact is held against, in its unit.
 * @returns The words, undefined where none answer.
 * @throws {ModelFailure}
 */
export async function proposeAnswer(
  ask: Ask,
  { fact, takes, limits, said }: { fact: Fact; takes: string; limits: readonly number[]; said: string },
  catalogue: Catalogue,
  limitMs: number,
): Promise<string | undefined> {
  const prompt = renderPrompt('read-interview-answer', { prompt: fact.prompt, takes, said: redact(said, catalogue) })
  const { words } = await askJson(ask, { prompt, schema, maxTokens: 100, limitMs })
  const own = ownWords(said, words.trim())
  return own !== undefined && readAnswer(fact, own, limits).kind === 'value' ? own : undefined
}

/** What turns or bounds the words behind it: cut off, they would say something else. */
const turning =
  /(?:[不没未无非近约]|没有|不[到足]|不?超过|少于|多于|低于|高于|大于|小于|除了?|[\d.,，〇零一二两三四五六七八九十百千万亿])$/u
/** What goes on with a figure, or bounds or asks it. */
const continuing = /^(?:[\d.,，]*\d|[〇零一二两三四五六七八九十百千万亿余多]|不到|以[上下内]|左右|上下|吗)/u

/** Where these words stand in what was said, and not as a part of something that says otherwise: the person's own characters. */
function ownWords(said: string, words: string): string | undefined {
  const at = words === '' || words === said.trim() ? -1 : said.indexOf(words)
  if (at < 0 || turning.test(said.slice(0, at)) || continuing.test(said.slice(at + words.length))) return undefined
  const own = said.slice(at, at + words.length)
  return own.isWellFormed() ? own : undefined
}
