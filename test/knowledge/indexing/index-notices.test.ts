import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { passageDimensions, passageVector } from '../../../knowledge/indexing/bm25.ts'
import { localEmbedder } from '../../../knowledge/indexing/embedder.ts'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { lexicalTerms } from '../../../knowledge/indexing/terms.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { testDatabase } from '../../support/database.ts'

const { db, options } = await testDatabase()

const all = loadNotices()
const notices = all.filter(({ id }) => id !== 'review-2024')
const review = all.find(({ id }) => id === 'review-2024')!
const ids = notices.map(({ id }) => id)

const index = (given: Notice[], gone: string[] = []) => indexNotices(db, given, localEmbedder, gone)

function edition(id: string, from: string, to: string): Notice {
  const { source, clauses: _clauses, ...metadata } = all.find((notice) => notice.id === id)!
  expect(source).toContain(from)
  return parseNotice(metadata, source.replace(from, to))
}

/** Every row of the index: clauses with the transaction that wrote them, counts of terms, statistics. */
async function snapshot() {
  const clauses = await sql<{ notice: string; id: string; text: string; lexical: string | null; written: string }>`
    select notice, id, text, lexical::text, xmin::text as written from clause order by notice, ordinal`.execute(db)
  const terms = await db.selectFrom('term').selectAll().orderBy('dimension').execute()
  const state = await db.selectFrom('index_state').select('value').where('key', '=', 'statistics').executeTakeFirst()
  return {
    clauses: clauses.rows,
    terms,
    statistics: state?.value as { passages: number; terms: number; average: number },
  }
}

/** What the statistics of an index of these notices are, counted anew. */
function countAnew(given: Notice[]) {
  const passages = given.flatMap(({ shortTitle, clauses }) =>
    clauses
      .filter(({ kind }) => kind !== 'furniture' && kind !== 'front')
      .map(({ path, text }) => lexicalTerms(`${shortTitle} ${path}\n${text}`)),
  )
  const counts = new Map<number, number>()
  for (const dimension of passages.flatMap(passageDimensions)) counts.set(dimension, (counts.get(dimension) ?? 0) + 1)
  const terms = [...counts].map(([dimension, clauses]) => ({ dimension, clauses }))
  return {
    passages: passages.length,
    terms: passages.reduce((sum, passage) => sum + passage.length, 0),
    counts: terms.sort((a, b) => a.dimension - b.dimension),
  }
}

async function expectExact(given: Notice[]): Promise<void> {
  const { terms, statistics } = await snapshot()
  const { counts, ...exact } = countAnew(given)
  expect(statistics).toMatchObject(exact)
  expect(terms).toEqual(counts)
}

/** Every weight is made with the mean length that the statistics name, and that is near the true one. */
async function expectConsistent(): Promise<void> {
  const { statistics } = await snapshot()
  const rows = await db
    .selectFrom('clause')
    .innerJoin('notice', 'notice.id', 'clause.notice')
    .select(['clause.id', 'clause.path', 'clause.text', 'clause.length', 'clause.lexical', 'notice.short_title'])
    .where('clause.length', '>', 0)
    .execute()
  expect(rows).toHaveLength(statistics.passages)
  const vector = await sql<{ text: string }>`select ${passageVector(['专利'], 10)}::sparsevec::text as text`.execute(db)
  expect(vector.rows).toHaveLength(1)
  for (const { id, path, text, short_title, lexical, length } of rows) {
    const terms = lexicalTerms(`${short_title} ${path}\n${text}`)
    expect(length, id).toBe(terms.length)
    expect(readVector(lexical!), id).toEqual(readVector(passageVector(terms, statistics.average)))
  }
  expect(Math.abs(statistics.terms / statistics.passages / statistics.average - 1)).toBeLessThan(0.1)
}

const readVector = (vector: string): [number, number][] =>
  [...vector.matchAll(/(\d+):([\d.e+-]+)/gu)].map(([, at, weight]) => [
    Number(at),
    Number(Number(weight).toPrecision(4)),
  ])

beforeEach(async () => {
  await index(notices, [review.id])
})

test('notices are indexed once', async () => {
  const before = await snapshot()
  expect(await index(notices)).toEqual({ indexed: [], unchanged: ids, removed: [] })
  expect(await snapshot()).toEqual(before)
})

test('every clause is in the index with all that is known of it, in the order of the text', async () => {
  for (const notice of notices) {
    const rows = await db.selectFrom('clause').selectAll().where('notice', '=', notice.id).orderBy('ordinal').execute()
    expect(
      rows.map(({ id, parent, kind, marker, heading, path, text, quote, spans, cells }) => ({
        ...{ id, kind, heading, path, text, quote, spans },
        ...(parent !== null && { parent }),
        ...(marker !== null && { marker }),
        ...(cells !== null && { cells }),
      })),
    ).toEqual(notice.clauses)
  }
})

test('the counts are those of the clauses, and the weights fit them', async () => {
  await expectExact(notices)
  await expectConsistent()
})

describe('a changed notice', () => {
  test('changes its own clauses and no other', async () => {
    const before = await snapshot()
    const changed = edition('medical-2025', '100 件以上', '120 件以上')
    const report = await index(notices.map((notice) => (notice.id === changed.id ? changed : notice)))
    expect(report.indexed).toEqual([changed.id])
    const after = await snapshot()
    const others = ({ clauses }: typeof before) => clauses.filter(({ notice }) => notice !== changed.id)
    expect(others(after)).toEqual(others(before))
    const different = after.clauses.filter(({ text }, at) => text !== before.clauses[at]?.text)
    expect(different.map(({ id }) => id)).toEqual(['1.2.1'])
    await expectExact(notices.map((notice) => (notice.id === changed.id ? changed : notice)))
  })

  const changes: [string, Partial<Notice>][] = [
    ['title', { title: '另一个标题' }],
    ['short title', { shortTitle: '2025年另一份通知' }],
    ['issuer', { issuer: '另一个局' }],
  ]
  test.each(changes)('is indexed anew when only its %s is another', async (_, change) => {
    const [first, ...rest] = notices as [Notice, ...Notice[]]
    expect((await index([{ ...first, ...change }, ...rest])).indexed).toEqual([first.id])
    await expectConsistent()
  })

  test('is indexed anew by another embedder', async () => {
    const report = await indexNotices(db, notices, { ...localEmbedder, id: 'another' })
    expect(report.indexed).toEqual(ids)
  })
})

test('a notice that comes and goes leaves the counts as they were', async () => {
  const before = await snapshot()
  expect((await index([...notices, review])).indexed).toEqual([review.id])
  await expectExact([...notices, review])
  await expectConsistent()
  expect((await index(notices, [review.id])).removed).toEqual([review.id])
  const after = await snapshot()
  expect(after.terms).toEqual(before.terms)
  expect({ ...after.statistics, average: 0 }).toEqual({ ...before.statistics, average: 0 })
  await expectExact(notices)
  await expectConsistent()
})

test('removing all leaves nothing, and removing what is not there is harmless', async () => {
  expect((await index([], [...ids, 'no-such-notice'])).removed).toEqual(ids)
  const { clauses, terms, statistics } = await snapshot()
  expect([clauses, terms]).toEqual([[], []])
  expect(statistics).toMatchObject({ passages: 0, terms: 0 })
})

test('two that index at once do no harm', async () => {
  await index([], ids)
  const other = options.url ? await openDatabase(options) : undefined
  const reports = await Promise.all([
    index(notices),
    indexNotices(other?.db ?? db, [...notices].reverse(), localEmbedder),
    index([review]),
  ])
  await other?.close()
  expect(reports.flatMap((report) => report.indexed).toSorted()).toEqual([...ids, review.id].toSorted())
  await expectExact(all)
  await expectConsistent()
})

test('indexing that fails half way leaves the index as it was', async () => {
  const before = await snapshot()
  const failing = { ...localEmbedder, id: 'failing', embed: () => Promise.reject(new Error('no embeddings')) }
  await expect(indexNotices(db, notices, failing)).rejects.toThrow('no embeddings')
  expect(await snapshot()).toEqual(before)
})
