import { readFileSync } from 'node:fs'
import { type Assistant, openAssistant } from '../../bot/assistant.ts'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { groundSentence } from '../../services/grounding/ground-sentence.ts'
import { echo, startModelEndpoint } from '../support/model-endpoint.ts'
import { type Figure, latencies, timed } from './figure.ts'
import { questions } from './samples.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

/** How long the endpoint takes for a dozen characters, in milliseconds: some 600 characters a second. */
const everyMs = 20

/** Measures answers that a model puts in words, on an endpoint on loopback, and how well false sentences are told from true ones. */
export async function measureModel(): Promise<Figure[]> {
  const ends: (() => unknown)[] = []
  const endpoint = await startModelEndpoint(echo({ everyMs }), (end) => void ends.push(end as () => unknown))
  try {
    return await inTemporaryDirectory(async (dataDir) => {
      const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'echo', embeddingModel: undefined }
      const assistant = await openAssistant({ databaseUrl: undefined, dataDir, today: () => '2026-11-21', openai })
      try {
        return [...(await measureAnswers(assistant)), ...measureGrounding()]
      } finally {
        await assistant.close()
      }
    })
  } finally {
    for (const end of ends) await end()
  }
}

async function measureAnswers({ services }: Assistant): Promise<Figure[]> {
  const first: number[] = []
  const whole: number[] = []
  for (const [at, { question }] of questions.entries()) {
    const begun = performance.now()
    let firstAt: number | undefined
    const turn = { id: `bench-${at}`, text: question, channel: 'web' as const }
    const took = await timed(() =>
      services.conversation.take(turn, undefined, () => (firstAt ??= performance.now() - begun)),
    )
    if (firstAt === undefined) continue
    first.push(firstAt)
    whole.push(took)
  }
  return [
    ...latencies('with a model, first words', first),
    ...latencies('with a model, whole answer', whole),
    { name: 'with a model, sample questions answered in its words', value: first.length / questions.length, unit: '' },
  ]
}

type Sentence = { notice: string; clauses: string[]; text: string }

/** Sentences made up to be shown or to be held back, with the clauses that they claim. */
const sentences = (name: string): Sentence[] =>
  readFileSync(new URL(`../fixtures/grounding/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence)

function measureGrounding(): Figure[] {
  const catalogue = buildCatalogue(loadNotices())
  const holds = ({ notice, clauses, text }: Sentence) =>
    groundSentence(
      text,
      clauses.flatMap((clause) => catalogue.find(notice, clause) ?? []),
    ) !== undefined
  const share = (all: Sentence[]) => all.filter(holds).length / all.length
  const [lies, truths] = [sentences('false'), sentences('true')]
  const begun = performance.now()
  const shown = [share(lies), share(truths)]
  const seconds = (performance.now() - begun) / 1000
  return [
    { name: `grounding: false sentences shown, of ${lies.length}`, value: shown[0]!, unit: '' },
    { name: `grounding: true paraphrases shown, of ${truths.length}`, value: shown[1]!, unit: '' },
    { name: 'grounding, sentences', value: (lies.length + truths.length) / seconds, unit: '1/s' },
  ]
}
