import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { leadOf } from '../../../knowledge/statements/word-statement.ts'
import { bundledWordings } from './bundled-wordings.ts'

const notices = loadNotices()

test('what is said of the bundled notices is what people have read', () => {
  expect(bundledWordings()).toBe(readFileSync(join(import.meta.dirname, 'bundled-wordings.md'), 'utf8'))
})

test('every statement has an id of its own, and its spans lie in its clause', () => {
  for (const notice of notices) {
    const statements = parseStatements(notice)
    expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
    const texts = new Map(notice.clauses.map(({ id, text }) => [id, text]))
    for (const { clause, span, sentence } of statements) {
      const { length } = texts.get(clause)!
      for (const [from, to] of [span, sentence]) expect(0 <= from && from < to && to <= length).toBe(true)
    }
  }
})

test(`no short form is longer than ${longestLead} characters`, () => {
  const leads = notices.flatMap(parseStatements).map((statement) => leadOf(statement, 'zh') ?? '')
  expect(Math.max(...leads.map(lengthOf))).toBeLessThanOrEqual(longestLead)
})

test('all of a list is sure: a row for each unit of the review notice', () => {
  const review = notices.find(({ id }) => id === 'review-2024')!
  const rows = parseStatements(review).filter(({ kind, sure }) => kind === 'row' && sure)
  expect(rows).toHaveLength(review.clauses.filter(({ kind }) => kind === 'row').length)
})
