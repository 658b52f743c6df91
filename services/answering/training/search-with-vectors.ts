import { clauseText, type Near } from '../../../knowledge/indexing/meaning-index.ts'
import { dot } from '../../../knowledge/learning/minimise.ts'
import type { Hit, SearchQuery } from '../../../knowledge/searching/hit.ts'
import { ranking } from '../../../knowledge/searching/ranking.ts'
import { joined } from '../../../knowledge/searching/with-meaning.ts'
import type { Knowledge } from '../understand/understand.ts'

/** Gives texts their vectors, all of one length. */
export type Embed = (texts: string[]) => Promise<number[][]>

/** Texts that go to the embedder at a time. */
const batch = 32

/** The search as it is with an index of vectors: in memory, as exact. */
export async function searchWithVectors({ catalogue, search }: Knowledge, embed: Embed): Promise<Knowledge['search']> {
  const entries = catalogue.entries.filter(({ clause }) => clause.kind !== 'furniture')
  const vectors = (
    await inBatches(
      entries.map(({ notice, clause }) => clauseText(notice, clause)),
      embed,
    )
  ).map(unit)
  return async (query: SearchQuery): Promise<Hit[]> => {
    const [vector] = (await embed([query.query])).map(unit)
    const near = entries
      .map(({ notice, clause }, at): Near => ({
        notice: notice.id,
        clause: clause.id,
        likeness: dot(vector!, vectors[at]!),
      }))
      .sort((one, other) => other.likeness - one.likeness)
      .slice(0, ranking.candidates)
    const hits = await search(query)
    const blank = (place: Near): Hit => ({ ...place, heading: '', text: '', score: 0, coverage: 0 })
    return joined(hits, near, near.map(blank)).slice(0, query.limit)
  }
}

async function inBatches(texts: string[], embed: Embed): Promise<number[][]> {
  const vectors: number[][] = []
  for (let at = 0; at < texts.length; at += batch) vectors.push(...(await embed(texts.slice(at, at + batch))))
  return vectors
}

function unit(vector: number[]): Float64Array {
  const length = Math.hypot(...vector) || 1
  return Float64Array.from(vector, (value) => value / length)
}
