import OpenAI from 'openai'
import type { MeaningEmbedder } from '../../knowledge/indexing/meaning-index.ts'
import { mask } from '../privacy/mask.ts'

/** How long the endpoint may take for a batch of clauses, in milliseconds. */
const batchLimitMs = 60_000

/** Embeddings from an OpenAI-compatible endpoint. Their length is found by asking; nothing that identifies a person is sent. */
export function endpointEmbedder(
  { apiKey, baseUrl, model }: { apiKey: string; baseUrl: string | undefined; model: string },
  signal?: AbortSignal,
): MeaningEmbedder {
  const client = new OpenAI({
    apiKey,
    ...(baseUrl !== undefined && { baseURL: baseUrl }),
    maxRetries: 0,
    timeout: batchLimitMs,
    logLevel: 'off',
  })
  return {
    id: `${baseUrl ?? 'openai'} ${model}`,
    async embed(texts) {
      const input = texts.map((text) => mask(text))
      const { data } = await client.embeddings.create({ model, input, encoding_format: 'float' }, { signal })
      return data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding)
    },
  }
}
