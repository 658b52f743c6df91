import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { isDate } from '../../../services/eligibility/window.ts'
import { programmeOf, resolved } from './resolved.ts'

const windowOf = (id: string, asOf: string) => checkProgramme(programmeOf(id), {}, asOf).window

const cases = [
  { id: 'medical-center-2025', asOf: '2025-06-03', status: 'not-yet-open', says: '尚未开始' },
  { id: 'medical-center-2025', asOf: '2025-06-04', status: 'open', daysLeft: 9, says: '还有9天' },
  { id: 'medical-center-2025', asOf: '2025-06-12', status: 'open', daysLeft: 1, says: '还有1天' },
  { id: 'medical-center-2025', asOf: '2025-06-13', status: 'open', daysLeft: 0, says: '最后一天' },
  { id: 'medical-center-2025', asOf: '2025-06-14', status: 'closed', says: '已于2025年6月13日截止，至今1天' },
  { id: 'medical-promotion-2025', asOf: '2026-11-21', status: 'closed', says: '至今526天' },
  { id: 'medical-center-2022', asOf: '2022-11-23', status: 'open', daysLeft: 0, says: '最后一天' },
  { id: 'medical-center-2022', asOf: '2022-11-24', status: 'closed', says: '逾期不予受理' },
  { id: 'medical-center-2022', asOf: '2022-01-01', status: 'open', daysLeft: 326, says: '没有说明当天是否算在内' },
  { id: 'university-center-2022', asOf: '2022-10-27', status: 'not-yet-open', says: '申报自2022年10月28日起' },
  { id: 'university-center-2022', asOf: '2022-10-28', status: 'open', daysLeft: 11, says: '2022年11月8日前' },
  { id: 'university-center-2022', asOf: '2022-11-08', status: 'open', daysLeft: 0, says: '最后一天' },
  { id: 'university-center-2022', asOf: '2022-11-09', status: 'closed', says: '截止' },
]

test.each(cases)('$id on $asOf is $status', ({ id, asOf, status, daysLeft, says }) => {
  const window = windowOf(id, asOf)
  expect(window.status).toBe(status)
  expect(window.daysLeft).toBe(daysLeft)
  expect(window.note).toContain(says)
})

test('only an open window lets an eligible unit apply', () => {
  const answers = {
    promotesMedicalPatentUse: true,
    institutionsServed: 20,
    transactionsReached: 10,
    supportsEquityInvestment: true,
    supportsFinancialInnovation: true,
    hasResultsAndTypicalCase: true,
  }
  const check = (asOf: string) => checkProgramme(programmeOf('medical-promotion-2025'), answers, asOf)
  const days = ['2025-06-03', '2025-06-04', '2025-06-13', '2025-06-14']
  expect(days.map((day) => check(day).canApplyNow)).toEqual([false, true, true, false])
  expect(days.map((day) => check(day).verdict)).toEqual(Array(4).fill('eligible'))
})

describe('days of the calendar', () => {
  test.each(['2025-06-13', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])(
    '%s is one',
    (day) => {
      expect(isDate(day)).toBe(true)
    },
  )

  const others = ['2025-02-30', '2023-02-29', '2100-02-29', '2025-13-01', '2025-00-10', '2025-6-13', '20250613', '']
  test.each([
    ...others,
    '2025-06-13T00:00:00Z',
    ' 2025-06-13',
    '2025-06-31',
    '今天',
    '+02025-06-13',
    '0000-01-01',
    '0000-02-29',
    '0000-12-31',
  ])('%j is none', (day) => {
    expect(isDate(day)).toBe(false)
  })

  test('the checker refuses a day that is none', () => {
    for (const programme of resolved) expect(() => checkProgramme(programme, {}, '2025-02-30')).toThrow('2025-02-30')
  })
})
