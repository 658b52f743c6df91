import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { countBack } from '../../../services/preparation/schedule.ts'
import { resolved } from '../eligibility/resolved.ts'

const everything = [{ kind: 'form' }, { kind: 'evidence' }, { kind: 'submission' }] as const
const dates = (closes: string, asOf: string) => countBack(everything, closes, asOf).map(({ date }) => date)

test('counts back from the last day, across months', () => {
  expect(dates('2025-07-02', '2025-06-01')).toEqual([
    '2025-06-25',
    '2025-06-27',
    '2025-06-29',
    '2025-07-01',
    '2025-07-02',
  ])
})

test('what should have been done earlier is to be done today', () => {
  expect(dates('2025-06-13', '2025-06-10')).toEqual([
    '2025-06-10',
    '2025-06-10',
    '2025-06-10',
    '2025-06-12',
    '2025-06-13',
  ])
  expect(new Set(dates('2025-06-13', '2025-06-13'))).toEqual(new Set(['2025-06-13']))
})

test('names no step for what a programme does not ask for', () => {
  expect(countBack([{ kind: 'contact' }], '2025-06-13', '2025-06-01')).toEqual([])
})

test('never leaves the days from today to the last one, and never runs backwards', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, (one, other) => {
      const [asOf, closes] = [one, other].sort() as [string, string]
      const all = dates(closes, asOf)
      expect(all).toEqual(all.toSorted())
      expect([all[0]! >= asOf, all.at(-1)]).toEqual([true, closes])
    }),
  )
})

describe.each(resolved)('$id', (programme) => {
  test('has a schedule while its window is open, and none after', () => {
    const { closes } = programme.window
    expect(checkProgramme(programme, {}, closes).schedule?.at(-1)?.date).toBe(closes)
    expect(checkProgramme(programme, {}, '2026-11-21').schedule).toBeUndefined()
  })
})
