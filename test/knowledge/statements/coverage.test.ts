import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../bench/statements.ts'
import { readNoticesOf } from '../../bench/read-notices.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const shareSure = (notices: Notice[]): number => {
  const together = notices.map((notice) => coverageOf(notice).together)
  const sum = (part: 'all' | 'sure') => together.reduce((total, one) => total + one[part], 0)
  expect(sum('all')).toBeGreaterThan(100)
  return sum('sure') / sum('all')
}

const questions = join(import.meta.dirname, '../../../knowledge/questions')
const sets = ['city-services', 'housing-and-science', 'inland-ip-bureau', 'law-and-grants', 'mixed', 'trade-and-safety']

describe('of the figures, dates, sums, duties and bans', () => {
  test('of the bundled notices 85 % and more may be said', () => {
    expect(shareSure(loadNotices())).toBeGreaterThanOrEqual(0.85)
  })

  for (const set of sets) {
    test(`of the notices made up for ${set} 40 % and more would be, once approved`, async () => {
      expect(shareSure(await readNoticesOf(join(questions, set, 'files')))).toBeGreaterThanOrEqual(0.4)
    })
  }
})
