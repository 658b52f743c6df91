import { describe, expect, test } from 'vitest'
import { indexMeaning, type MeaningEmbedder } from '../../../knowledge/indexing/meaning-index.ts'
import { indexNotices } from '../../../knowledge/indexing/index-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { openSearch } from '../../../knowledge/searching/open-search.ts'
import { testDatabase } from '../../support/database.ts'

const { db } = await testDatabase()
const notices = loadNotices()
const search = openSearch(db, notices)
const place = ({ notice, clause }: { notice: string; clause: string }) => `${notice}#${clause}`
const asked = { query: '盘点率要达到多少', limit: 5 }

describe('search', () => {
  test('by words needs no index in the database', async () => {
    const [first] = await search(asked)
    expect(first && place(first)).toBe('medical-2025#1.2.2')
  })

  test('by meaning that fails still finds by words', async () => {
    const meaning = { id: 'none', vector: [Number.NaN] }
    expect(await search({ ...asked, meaning })).toEqual(await search(asked))
  })

  test('by meaning brings in what shares no word with the question', async () => {
    const knowing: MeaningEmbedder = {
      id: 'money',
      embed: async (texts) => texts.map((text) => (/工作经费|龘/u.test(text) ? [1, 0.1] : [0, 1])),
    }
    await indexNotices(db, notices)
    await indexMeaning(db, knowing)
    const [vector = []] = await knowing.embed(['龘'])
    const [first] = await search({ query: '龘', limit: 5, meaning: { id: 'money', vector } })
    expect(`${first?.heading} ${first?.text}`).toContain('工作经费')
    expect(await search({ query: '龘', limit: 5 })).toEqual([])
  })
})
