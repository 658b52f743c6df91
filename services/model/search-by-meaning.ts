import type { Database } from '../../knowledge/database/schema.ts'
import {
  findsOwnWords,
  indexMeaning,
  type MeaningEmbedder,
  type MeaningProgress,
  meaningProgress,
} from '../../knowledge/indexing/meaning-index.ts'
import type { SearchQuery } from '../../knowledge/searching/hit.ts'

type Meaning = NonNullable<SearchQuery['meaning']>

/** Search by meaning beside the search by words, which goes on without it whenever it is not ready or too slow. */
export type SearchByMeaning = {
  /** The vector of a question, undefined while there is none to be had. @param text What may be sent out of it. */
  vectorOf(text: string): Promise<Meaning | undefined>
  /** Gives new and changed clauses their vectors; called time and again. @throws {Error} When the embedder fails. */
  refresh(): Promise<void>
  progress(): Promise<MeaningProgress>
}

/** How long a question may wait for its vector, in milliseconds: a message may hold several. */
const vectorLimitMs = 400
/** For how long an embedder that was late or failed is left alone, in milliseconds. */
const pauseMs = 30_000

/** @param onProgress Hears how far the clauses have come, and at the end whether the embedder is of use. */
export function searchByMeaning(
  db: Database,
  embedder: MeaningEmbedder,
  onProgress: (progress: MeaningProgress & { isOfUse?: boolean }) => void = () => undefined,
): SearchByMeaning {
  let isOfUse: boolean | undefined
  let pausedUntil = 0

  async function vector(text: string): Promise<number[] | undefined> {
    const late = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => late.resolve(undefined), vectorLimitMs)
    const work = embedder.embed([text]).then(([first]) => first)
    return Promise.race([work.catch(() => undefined), late.promise]).finally(() => clearTimeout(timer))
  }

  return {
    async vectorOf(text) {
      if (!isOfUse || performance.now() < pausedUntil) return undefined
      const found = await vector(text)
      if (!found?.every(Number.isFinite)) {
        pausedUntil = performance.now() + pauseMs
        return undefined
      }
      return { id: embedder.id, vector: found }
    },
    async refresh() {
      const { done, total } = await meaningProgress(db, embedder.id)
      if (isOfUse !== undefined && done === total) return
      await indexMeaning(db, embedder, onProgress)
      isOfUse = await findsOwnWords(db, embedder)
      onProgress({ ...(await meaningProgress(db, embedder.id)), isOfUse })
    },
    progress: () => meaningProgress(db, embedder.id),
  }
}
