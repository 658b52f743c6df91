import { z } from 'zod'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { readFigures } from '../../knowledge/language/figure.ts'
import { renderPrompt } from '../../prompts/render-prompt.ts'
import type { Fact } from '../eligibility/document-facts.ts'
import { readAnswer } from '../interview/answers/read-answer.ts'
import type { Ask } from './ask.ts'
import { numbered } from './laid-out.ts'
import { redact } from './redact.ts'
import { choose, numberTo } from './structured.ts'

/** Words that may hold the answer to a fact. `takes` is what it takes, in words; `limits` are in its unit. */
export type Unclear = { fact: Fact; takes: string; limits: readonly number[]; said: string }

/** Stretches of a person's words that are laid before a model at most. */
const mostStretches = 20

/**
 * Asks a model which of a person's words answer a question of an interview. Only stretches that can be read without it are
 * laid before it; the one it picks is put to the person, and recorded by nobody else.
 *
 * @param deadline As `performance.now()` counts.
 * @returns The person's own words, undefined where none answer.
 * @throws {ModelFailure}
 */
export async function proposeAnswer(
  ask: Ask,
  unclear: Unclear,
  catalogue: Catalogue,
  deadline: number,
): Promise<string | undefined> {
  const { fact, takes, limits, said } = unclear
  const stretches = stretchesOf(said).filter((words) => readAnswer(fact, words, limits).kind === 'value')
  if (stretches.length === 0) return undefined
  const prompt = renderPrompt('read-interview-answer', {
    prompt: fact.prompt,
    takes,
    said: redact(said, catalogue),
    words: numbered(stretches.map((words) => redact(words, catalogue))),
  })
  const schema = z.object({ words: numberTo(stretches.length) })
  const { words } = await choose(ask, { name: 'words', prompt, schema, maxTokens: 30 }, deadline)
  return stretches[words - 1]
}

/** The figures and the parts of what was said, each as it stands there, but for what says otherwise without its neighbours. */
export function stretchesOf(said: string): string[] {
  const figures = readFigures(said).flatMap(({ start, end, from, to }) => [
    { start, end },
    { start: from, end: to },
  ])
  const parts = [...said.matchAll(/[^，,。；;！!？?\n]+/gu)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }))
  const own = [...figures, ...parts].flatMap(({ start, end }) => {
    const words = said.slice(start, end).trim()
    const isCut = turning.test(said.slice(0, start)) || continuing.test(said.slice(end))
    return words === '' || words === said.trim() || isCut || !words.isWellFormed() ? [] : [words]
  })
  return [...new Set(own)].slice(0, mostStretches)
}

/** What turns or bounds the words behind it: cut off, they would say something else. */
const turning =
  /(?:[不没未无非近约]|没有|不[到足]|不?超过|少于|多于|低于|高于|大于|小于|除了?|[\d.,，〇零一二两三四五六七八九十百千万亿])$/u
/** What goes on with a figure, or bounds or asks it. */
const continuing = /^(?:[\d.,，]*\d|[〇零一二两三四五六七八九十百千万亿余多]|不到|以[上下内]|左右|上下|吗)/u
