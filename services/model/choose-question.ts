import { z } from 'zod'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Memory } from '../answering/answer.ts'
import { askJson } from './ask-json.ts'
import type { Ask } from './endpoint.ts'
import { type KnownTo, nearestKnown } from './known-questions.ts'
import { redact } from './redact.ts'

const schema = {
  name: 'question',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['number'],
    properties: { number: { type: 'integer' } },
  },
  read: z.object({ number: z.int() }),
}

/**
 * Lets a model say which of the questions that we know is meant. It chooses a number: no word of it is shown or asked.
 *
 * @returns The question as we put it; undefined where the model finds none or gives a number that is none.
 * @throws {ModelFailure}
 */
export async function chooseQuestion(
  ask: Ask,
  asked: string,
  { content = '' }: Memory,
  known: KnownTo,
  limitMs: number,
): Promise<string | undefined> {
  const questions = nearestKnown(`${asked}${content}`, known)
  const prompt = renderPrompt('understand-question', {
    question: redact(asked, known.catalogue),
    conversation: content === '' ? '（无）' : redact(content, known.catalogue),
    questions: questions.map((question, at) => `[${at + 1}] ${question}`).join('\n'),
  })
  const { number } = await askJson(ask, { prompt, schema, maxTokens: 30, limitMs })
  return questions[number - 1]
}
