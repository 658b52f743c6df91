import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../../knowledge/database/schema.ts'
import { indexPassages } from '../../knowledge/indexing/index-passages.ts'
import { openSearch } from '../../knowledge/searching/open-search.ts'
import type { Figure } from './figure.ts'
import { readLines } from './read-lines.ts'

const passageSchema = z.looseObject({ id: z.string(), title: z.string().default(''), text: z.string() })
const questionSchema = z.looseObject({ id: z.string(), question: z.string(), relevant: z.array(z.string()) })

type Question = z.infer<typeof questionSchema>

/** The notice that the passages stand in. */
const row = { id: 'bench', title: 'bench', issuer: '-', year: 2000, source: '' }

/**
 * Measures retrieval on `DIR/passages.jsonl` and `DIR/questions.jsonl` with the assistant's own index and search.
 *
 * @param db A migrated database of its own.
 * @returns `hit@1`, `recall@5`, `recall@10`, `mrr@10` (first relevant) in 0 … 1, passages and questions per second.
 */
export async function measureRetrieval(db: Database, folder: string): Promise<Figure[]> {
  const passages = readLines(join(folder, 'passages.jsonl'), passageSchema)
  const questions = readLines(join(folder, 'questions.jsonl'), questionSchema)
  const indexed = passages.map(({ id, title, text }) => ({
    clause: { id, kind: 'paragraph' as const, heading: title, path: title, text, quote: text, spans: [] },
    above: title,
  }))
  const notice = { ...row, shortTitle: '', clauses: indexed.map(({ clause }) => clause) }
  const indexing = performance.now()
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('notice')
      .values({ ...row, short_title: '', metadata: '{}', content_hash: '' })
      .execute()
    await indexPassages(trx, [{ notice: row.id, passages: indexed }])
  })
  const search = openSearch(db, [notice])
  const asking = performance.now()
  const rankings: string[][] = []
  for (const { question } of questions) {
    const hits = await search({ query: question, limit: 10 })
    rankings.push(hits.map((hit) => hit.clause))
  }
  const done = performance.now()
  return [
    ...rates(questions, rankings),
    { name: 'passages indexed', value: (passages.length / (asking - indexing)) * 1000, unit: '1/s' },
    { name: 'questions', value: (questions.length / (done - asking)) * 1000, unit: '1/s' },
  ]
}

function rates(questions: Question[], rankings: string[][]): Figure[] {
  const mean = (of: (relevant: string[], ranked: string[]) => number): number =>
    questions.reduce((sum, { relevant }, at) => sum + of(relevant, rankings[at] ?? []), 0) / questions.length
  const recall = (depth: number) =>
    mean(
      (relevant, ranked) =>
        relevant.filter((id) => ranked.slice(0, depth).includes(id)).length / Math.max(1, relevant.length),
    )
  const first = (relevant: string[], ranked: string[]): number => ranked.findIndex((id) => relevant.includes(id))
  return [
    { name: 'hit@1', value: mean((relevant, ranked) => (first(relevant, ranked) === 0 ? 1 : 0)), unit: '' },
    { name: 'recall@5', value: recall(5), unit: '' },
    { name: 'recall@10', value: recall(10), unit: '' },
    {
      name: 'mrr@10',
      value: mean((relevant, ranked) => (first(relevant, ranked) < 0 ? 0 : 1 / (first(relevant, ranked) + 1))),
      unit: '',
    },
  ]
}
