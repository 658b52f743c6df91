import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { blockSize, indexVersion, readIndexState, writeIndexState } from '../../../knowledge/indexing/index-state.ts'
import { readPostings } from '../../../knowledge/indexing/posting-code.ts'
import { countTerms, lexicalTerms, termKey } from '../../../knowledge/indexing/terms.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { testDatabase } from '../../support/database.ts'

const { db, options } = await testDatabase()

const all = loadNotices()
const notices = all.filter(({ id }) => id !== 'review-2024')
const review = all.find(({ id }) => id === 'review-2024')!
const ids = notices.map(({ id }) => id)

const index = (given: Notice[], gone: string[] = []) => indexNotices(db, given, gone)

function edition(id: string, from: string, to: string): Notice {
  const { source, clauses: _clauses, ...metadata } = all.find((notice) => notice.id === id)!
  expect(source).toContain(from)
  return parseNotice(metadata, source.replace(from, to))
}

/** Every row of the index: clauses with the transaction that wrote them, and what stands behind the search. */
async function snapshot() {
  const clauses = await sql<{ notice: string; id: string; text: string; written: string }>`
    select notice, id, text, xmin::text as written from clause order by notice, ordinal`.execute(db)
  const { passages, terms } = await readIndexState(db)
  return { clauses: clauses.rows, statistics: { passages, terms }, holders: await storedHolders() }
}

/** Which clauses hold each term, and how often, as the postings say: `notice#clause×count` by the term's key. */
async function storedHolders(): Promise<Map<number, string[]>> {
  const numbered = await db
    .selectFrom('clause')
    .select(['notice', 'id', 'number'])
    .where('number', 'is not', null)
    .execute()
  const places = new Map(numbered.map(({ notice, id, number }) => [number!, `${notice}#${id}`]))
  const holders = new Map<number, string[]>()
  for (const { term, block, clauses, last, code } of await db.selectFrom('posting').selectAll().execute()) {
    const found: string[] = []
    let at = -1
    readPostings(code, (place, count) => found.push(`${places.get(block * blockSize + (at = place))}×${count}`))
    expect([found.length, at]).toEqual([clauses, last])
    holders.set(term, [...(holders.get(term) ?? []), ...found].toSorted())
  }
  return holders
}

/** The same, read from the notices. */
function countAnew(given: Notice[]) {
  const holders = new Map<number, string[]>()
  const statistics = { passages: 0, terms: 0 }
  for (const { id, shortTitle, clauses } of given)
    for (const { id: clause, path, text } of clauses.filter(({ kind }) => kind !== 'furniture' && kind !== 'front')) {
      const terms = lexicalTerms(`${shortTitle} ${path}\n${text}`)
      statistics.passages += 1
      statistics.terms += terms.length
      for (const [term, count] of countTerms(terms))
        holders.set(termKey(term), [...(holders.get(termKey(term)) ?? []), `${id}#${clause}×${count}`])
    }
  return { statistics, holders: new Map([...holders].map(([term, all]) => [term, all.toSorted()])) }
}

async function expectExact(given: Notice[]): Promise<void> {
  expect(await snapshot()).toMatchObject(countAnew(given))
}

/** Every clause's length is that of its terms, in its own row and in that of its block. */
async function expectConsistent(): Promise<void> {
  const rows = await db
    .selectFrom('clause')
    .innerJoin('notice', 'notice.id', 'clause.notice')
    .select(['clause.id', 'clause.path', 'clause.text', 'clause.length', 'clause.number', 'notice.short_title'])
    .where('number', 'is not', null)
    .execute()
  expect(rows).toHaveLength((await readIndexState(db)).passages)
  const blocks = await db.selectFrom('clause_block').select(['block', 'lengths']).execute()
  const lengths = new Map(blocks.map(({ block, lengths: bytes }) => [block, bytes]))
  for (const { id, path, text, short_title, number, length } of rows) {
    expect(length, id).toBe(lexicalTerms(`${short_title} ${path}\n${text}`).length)
    const own = lengths.get(Math.floor(number! / blockSize))!
    expect(own.readUInt32LE(4 * (number! % blockSize)), id).toBe(length)
  }
}

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
})

test('a notice that comes and goes leaves the counts as they were', async () => {
  const before = await snapshot()
  expect((await index([...notices, review])).indexed).toEqual([review.id])
  await expectExact([...notices, review])
  await expectConsistent()
  expect((await index(notices, [review.id])).removed).toEqual([review.id])
  const after = await snapshot()
  expect(after.holders).toEqual(before.holders)
  expect(after.statistics).toEqual(before.statistics)
  await expectExact(notices)
  await expectConsistent()
})

test('removing all leaves nothing, and removing what is not there is harmless', async () => {
  expect((await index([], [...ids, 'no-such-notice'])).removed).toEqual(ids)
  const { clauses, holders, statistics } = await snapshot()
  expect([clauses, [...holders]]).toEqual([[], []])
  expect(statistics).toEqual({ passages: 0, terms: 0 })
})

test('two that index at once do no harm', async () => {
  await index([], ids)
  const other = options.url ? await openDatabase(options) : undefined
  const reports = await Promise.all([
    index(notices),
    indexNotices(other?.db ?? db, [...notices].reverse()),
    index([review]),
  ])
  await other?.close()
  expect(reports.flatMap((report) => report.indexed).toSorted()).toEqual([...ids, review.id].toSorted())
  await expectExact(all)
  await expectConsistent()
})

test('indexing that fails half way leaves the index as it was', async () => {
  const before = await snapshot()
  const twice = { ...review, clauses: [...review.clauses, review.clauses[0]!] }
  await expect(index([twice], [ids[0]!])).rejects.toThrow('clause_pkey')
  expect(await snapshot()).toEqual(before)
})

test('an index that another version has made is made anew', async () => {
  await writeIndexState(db, { ...(await readIndexState(db)), version: indexVersion - 1 })
  await index([review])
  expect(await snapshot()).toMatchObject(countAnew([review]))
  await index([], [...ids, review.id])
  await index(notices)
  await expectExact(notices)
  await expectConsistent()
})
