import type { Database } from '../knowledge/database/schema.ts'
import type { SearchQuery } from '../knowledge/searching/hit.ts'
import { operationTexts } from '../prompts/operation-texts.ts'
import { learnedNearness } from '../services/answering/retrieve/nearness.ts'
import type { NearnessWeights } from '../services/answering/understand/understand.ts'
import type { Known } from './known.ts'
import type { Config } from './config.ts'
import { every } from './every.ts'

/** What an endpoint adds to what is known, and how far its vectors have come. */
export type ModelInUse = {
  known: Partial<Pick<Known, 'model' | 'search' | 'searchByWords' | 'nearness'>>
  embeddings?: () => Promise<{ done: number; total: number }>
  close(): Promise<void>
}

/** An endpoint as it is configured; `nearness` is what its vectors are worth, where that is not as learned. */
export type EndpointInUse = NonNullable<Config['openai']> & { nearness?: NearnessWeights }

type Options = { today(): string; onFault?: (error: unknown) => void; onNote?: (note: string) => void }

/** How often clauses without a vector are looked for, in milliseconds. */
const vectorsEveryMs = 10_000

/** Opens the model of an endpoint, and its embeddings where they are configured. Read in only then: it is the largest part of all. */
export async function useModel(
  db: Database,
  openai: EndpointInUse,
  now: () => Known,
  options: Options,
): Promise<ModelInUse> {
  const { openModel } = await import('../services/model/open-model.ts')
  const model = openModel(db, openai, options.today)
  const meaning =
    openai.embeddingModel === undefined ? {} : await useEmbeddings(db, openai, openai.embeddingModel, now, options)
  const { search, nearness, embeddings, close = async () => undefined } = meaning as Partial<Meaning>
  const searches = search && { search, searchByWords: (query: SearchQuery) => now().search(query), nearness }
  return { known: { model, ...searches }, ...(embeddings && { embeddings }), close }
}

type Meaning = Required<Pick<Known, 'search' | 'nearness'>> & {
  embeddings: NonNullable<ModelInUse['embeddings']>
  close(): Promise<void>
}

async function useEmbeddings(
  db: Database,
  { apiKey, baseUrl, nearness: given }: EndpointInUse,
  model: string,
  now: () => Known,
  { onFault = () => undefined, onNote = () => undefined }: Options,
): Promise<Meaning | object> {
  const nearness = given ?? learnedNearness(model)
  if (!nearness) {
    onNote(operationTexts.embedderUnlearned(model))
    return {}
  }
  const { endpointEmbedder } = await import('../services/model/endpoint-embedder.ts')
  const { searchByMeaning } = await import('../services/model/search-by-meaning.ts')
  const { redact } = await import('../services/model/redact.ts')
  const stop = new AbortController()
  const embedder = endpointEmbedder({ apiKey, baseUrl, model }, stop.signal)
  const meaning = searchByMeaning(db, embedder, ({ done, total, isOfUse }) => {
    const verdict = isOfUse === undefined ? '' : isOfUse ? '，已启用' : '，检验未通过，不使用'
    onNote(`语义索引 ${done}/${total}${verdict}`)
  })
  const begun = meaning.refresh().catch(onFault)
  const end = every('embeddings', vectorsEveryMs, () => begun.then(meaning.refresh), onFault)
  return {
    search: async (query) => {
      const vector = await meaning.vectorOf(redact(query.query, now().catalogue))
      return now().search({ ...query, meaning: vector })
    },
    nearness,
    embeddings: meaning.progress,
    async close() {
      stop.abort()
      await Promise.all([begun, end()])
    },
  }
}
