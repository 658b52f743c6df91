import { z } from 'zod'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Fact } from '../eligibility/fact.ts'
import { readAnswer } from '../interview/read-answer.ts'
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
  const copied = words.trim()
  const isOwn = copied !== '' && copied !== said.trim() && said.includes(copied)
  return isOwn && readAnswer(fact, copied, limits).kind === 'value' ? copied : undefined
}
