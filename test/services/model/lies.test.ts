import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerQuestion } from '../../../services/answering/answer-question.ts'
import { answeringPath } from '../../../services/model/answering-path.ts'
import { openEndpoint } from '../../../services/model/endpoint.ts'
import { afterAllWindows as today, answering } from '../../support/answering.ts'
import { complete, startModelEndpoint } from '../../support/model-endpoint.ts'

/** Plausible false sentences, and true ones in disguise, made up by others to get past a checker of sentences. */
const sentences = ['false', 'disguised'].flatMap((name) =>
  readFileSync(new URL(`../../fixtures/model/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text),
)

/** Where a sentence may stand in an answer: beside a choice, for one, or instead of any. */
const forms: ((text: string) => string)[] = [
  (text) => JSON.stringify({ say: [1], ask: 0, text, sentences: [{ text, clauses: [1] }], [text]: text }),
  (text) => JSON.stringify({ say: [text], ask: text }),
  (text) => JSON.stringify({ say: text, ask: 0 }),
  (text) => text,
]

test('of false and disguised sentences none reaches anybody, wherever it stands: the answer is as it was', async () => {
  expect(sentences.length).toBeGreaterThanOrEqual(600)
  const { knowledge } = await answering()
  let said = ''
  const endpoint = await startModelEndpoint((_, response) => complete(response, said))
  const ask = openEndpoint({ apiKey: 'key', baseUrl: endpoint.url, model: 'm' })
  const kept: string[][] = []
  const cache = { find: async () => undefined, keep: async (_: string, chosen: string[]) => void kept.push(chosen) }
  const path = answeringPath({ ask, model: 'm', cache })
  const question = '医院得有多少专利在手上？'
  const plain = await answerQuestion(knowledge, question, {}, today)
  const changed: string[] = []
  for (const [at, sentence] of sentences.entries()) {
    said = forms[at % forms.length]!(sentence)
    const deadline = performance.now() + 60_000
    const { found } = await path.invoke({ knowledge, asked: question, memory: {}, today, deadline })
    const { answer, memory } = found!
    if (answer.text !== plain.answer.text || JSON.stringify(memory) !== JSON.stringify(plain.memory))
      changed.push(sentence)
    if (JSON.stringify([answer.actions, answer.lead, answer.offers]).includes(sentence)) changed.push(sentence)
  }
  expect(changed).toEqual([])
  expect(endpoint.asked.length).toBeGreaterThanOrEqual(sentences.length)
  expect(new Set(kept.flat().map((name) => name.split(' ')[0]))).toEqual(new Set(['say']))
  for (const name of new Set(kept.flat())) expect(name).toMatch(/^say [\w-]+#[\w.]+(?: [\w-]+#[\w.]+)*$/u)
}, 240_000)
