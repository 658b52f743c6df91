import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { blockSize } from '../../../knowledge/indexing/index-state.ts'
import { indexPassages, removePassages } from '../../../knowledge/indexing/index-passages.ts'
import { whileAlone } from '../../../knowledge/indexing/index-notices.ts'
import { readPostings, writePosting } from '../../../knowledge/indexing/posting-code.ts'
import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { buildLexicalIndex, type SearchedNotice } from '../../../knowledge/searching/lexical-index.ts'
import { searchClauses } from '../../../knowledge/searching/search-clauses.ts'
import { testDatabase } from '../../support/database.ts'

vi.setConfig({ testTimeout: 120_000 })

const { db } = await testDatabase()

const clauseOf = (text: string, at: number): Clause => ({
  ...{ id: `c${at}`, heading: '', path: `第${at % 7}章`, text, quote: text, spans: [] },
  kind: at % 11 === 10 ? 'furniture' : 'paragraph',
})
const noticeOf = (id: string, texts: string[]): SearchedNotice => ({ id, shortTitle: id, clauses: texts.map(clauseOf) })

/** Puts a notice in the index in place of the one with its id, or takes that one out. */
async function put(id: string, notice?: SearchedNotice): Promise<void> {
  await whileAlone(db, async (trx) => {
    await removePassages(trx, [id])
    await trx.deleteFrom('notice').where('id', '=', id).execute()
    if (!notice) return
    const fixed = { title: id, short_title: id, issuer: '-', year: 2025, metadata: '{}', source: '', content_hash: '' }
    await trx
      .insertInto('notice')
      .values({ id, ...fixed })
      .execute()
    const passages = notice.clauses.map((clause) => ({ clause, above: `${notice.shortTitle} ${clause.path}` }))
    await indexPassages(trx, [{ notice: id, passages }])
  })
}

/** Few characters, so that all is shared, ties are many, and terms repeat. */
const words = fc.constantFrom('专', '利', '专利', '申请', '申', '费', '100', 'pct', 'ISO56005', '𠮷', '，', '年')
const text = fc.array(words, { minLength: 1, maxLength: 30 }).map((all) => all.join(''))
const change = fc.record({
  id: fc.constantFrom('a', 'b', 'c-2', 'd'),
  texts: fc.array(text, { minLength: 1, maxLength: 25 }),
  isGone: fc.boolean(),
})
const question = fc.record({
  query: text,
  limit: fc.constantFrom(1, 3, 10, 50),
  notice: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
  expansions: fc.array(words, { maxLength: 2 }),
})

test('the postings find what the index in memory finds, with the same scores in the same order, whatever comes and goes', async () => {
  const standing = new Map<string, SearchedNotice>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 3 }),
      fc.array(question, { minLength: 4, maxLength: 4 }),
      async (changes, questions) => {
        for (const { id, texts, isGone } of changes) {
          if (isGone) standing.delete(id)
          else standing.set(id, noticeOf(id, texts))
          await put(id, standing.get(id))
        }
        const index = buildLexicalIndex([...standing.values()])
        for (const asked of questions) expect(await searchClauses(db, asked)).toEqual(index.search(asked))
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
  for (const id of standing.keys()) await put(id)
  expect(await db.selectFrom('posting').select('term').execute()).toEqual([])
})

test('so do those of several blocks, of which not all are read', async () => {
  const common = ['企业', '应当', '按照', '规定', '提交', '材料', '专利', '许可', '登记', '质押', '资金', '申报']
  let seed = 7
  const next = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below
  const textAt = (at: number) =>
    Array.from({ length: 6 + next(14) }, () => common[Math.min(next(common.length), next(common.length))]!).join('') +
    (at % 997 === 0 ? '盘点率' : '')
  const texts = Array.from({ length: Math.ceil(1.3 * blockSize) }, (_, at) => textAt(at))
  const many = [noticeOf('many', texts), noticeOf('few', texts.slice(0, 500).toReversed())]
  for (const notice of many) await put(notice.id, notice)
  const index = buildLexicalIndex(many)
  const queries = ['盘点率', '企业盘点率', '专利质押登记', '申报资金', '企业应当按照规定提交材料', '许可']
  for (const query of queries)
    for (const more of [{}, { notice: 'few' }]) {
      const asked = { query, limit: 10, ...more }
      expect(await searchClauses(db, asked), query).toEqual(index.search(asked))
    }
  await put('many', noticeOf('many', texts.slice(100)))
  const shorter = buildLexicalIndex([noticeOf('many', texts.slice(100)), many[1]!])
  const asked = { query: '企业盘点率', limit: 10 }
  expect(await searchClauses(db, asked)).toEqual(shorter.search(asked))
})

test('a posting is read as it was written', () => {
  const gap = fc.integer({ min: 1, max: blockSize })
  const count = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 100_000 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(gap, count), { maxLength: 30 }), (all) => {
      const bytes: number[] = []
      for (const [gap, count] of all) writePosting(bytes, gap, count)
      expect(bytes.every((byte) => byte >= 1 && byte <= 127)).toBe(true)
      const read: [number, number][] = []
      let before = -1
      readPostings(String.fromCharCode(...bytes), (place, count) => {
        read.push([place - before, count])
        before = place
      })
      expect(read).toEqual(all)
    }),
  )
})
