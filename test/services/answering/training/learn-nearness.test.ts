import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nearnessNames } from '../../../../services/answering/retrieve/nearness.ts'
import { learned } from '../../../../services/answering/retrieve/weights.ts'
import { learnNearness } from '../../../../services/answering/training/learn-nearness.ts'
import { ownSet } from '../../../../services/answering/training/own-set.ts'
import { type LabelledSet, readSets } from '../../../../services/answering/training/read-set.ts'
import { train } from '../../../../services/answering/training/train.ts'
import { fold } from '../../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../../knowledge/load-notices.ts'

const sets = readSets(join(import.meta.dirname, '../../../../knowledge/questions'))
const partOf = (name: string, every: number): LabelledSet => {
  const { questions, ...set } = sets.find((one) => one.name === name)!
  return { ...set, dialogues: [], questions: questions.filter((_, at) => at % every === 0) }
}
const parts = [partOf('bundled', 4), partOf('few-words', 4)]

/** The vector of a text by words that it holds, as if an embedder had learned what they mean. */
const byWords = (texts: string[], of: (text: string) => string): number[][] =>
  texts.map((text) => {
    const vector = new Array<number>(64).fill(0)
    const words = of(text)
    for (let at = 0; at < words.length; at++) {
      const [place = 0] = createHash('md5')
        .update(words.slice(at, at + 2))
        .digest()
      vector[place % 64]! += 1
    }
    return vector
  })

/** Knows the answers: a question lies where the clause lies that its label quotes. */
const answers = new Map(
  parts.flatMap(({ questions }) =>
    questions.map(({ question, quotes }) => [fold(question), quotes[0] ?? question] as const),
  ),
)
const knowing = async (texts: string[]) => byWords(texts, (text) => answers.get(fold(text)) ?? text)
const blind = async (texts: string[]) =>
  texts.map((text) => [...createHash('sha256').update(text).digest()].map((byte) => byte - 127.5))

test(
  'what nearness is worth is learned for an embedder that knows more than the words',
  { timeout: 240_000 },
  async () => {
    const { weights, report } = await learnNearness(parts, { model: 'knowing', embed: knowing, weights: learned })
    expect(report).toMatch(/right clause first [\d.]+ % without, [\d.]+ % with\. They are used/u)
    expect(nearnessNames.some((name) => weights![name] > 0)).toBe(true)
  },
)

test('vectors that mean nothing stay out', { timeout: 240_000 }, async () => {
  const { weights, report } = await learnNearness(parts, { model: 'blind', embed: blind, weights: learned })
  expect(weights).toBeUndefined()
  expect(report).toMatch(/not used: it does not help/u)
})

test('an embedder that fails ends it, saying so', async () => {
  const embed = () => Promise.reject(new Error('no endpoint'))
  await expect(learnNearness(parts, { model: 'm', embed, weights: learned })).rejects.toThrow('no endpoint')
})

test('the questions that staff have written for notices are a set to learn from', { timeout: 240_000 }, async () => {
  const [notice, ...others] = loadNotices()
  expect(ownSet([notice!, ...others])).toBeUndefined()
  const { quote } = notice!.clauses.find(({ kind, text }) => kind === 'item' && text.length > 20)!
  const spoken = { names: [], equivalents: [], questions: [{ question: '这个怎么弄才算数？', quote }] }
  const own = ownSet([{ ...notice!, id: 'own-2026', spoken }, ...others])!
  expect(own).toMatchObject({ name: 'own', questions: [{ notice: 'own-2026', expect: 'answer', quotes: [quote] }] })
  const { report } = await train([partOf('bundled', 30), partOf('mixed', 30), own])
  expect(report).toMatch(/^\| own \| 1 \|/mu)
})
