import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDates } from '../../../knowledge/language/date.ts'
import { inChinese } from '../../../knowledge/language/write-day.ts'

test('a day is written without leading zeros', () => {
  expect(inChinese('2025-06-03')).toBe('2025年6月3日')
})

test('a day that was written is read as the same day', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (date) => {
      const [year, month, day] = date.toISOString().slice(0, 10).split('-').map(Number)
      expect(readDates(inChinese(date.toISOString().slice(0, 10)))).toMatchObject([{ year, month, day }])
    }),
  )
})
