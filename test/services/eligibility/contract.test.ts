import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { facts, programmeOf, resolved } from './resolved.ts'

/** The programmes as the public interface lists them. */
const contract = [
  {
    id: 'medical-center-2025',
    keys:
      'isShanghaiMedicalInstitution bool, registeredInPatentSystem bool, inventoryCompleted bool, ' +
      'validInventionPatents int, inventoryRatePercent percent, industrializationRatePercent percent, ' +
      'incomeSince2023Wan number, hasEquityCase bool',
    criteria: 'applicant, valid-invention-patents, inventory-rate, industrialization-rate, income-or-equity-case',
    preferences: '',
    window: { opens: '2025-06-04', closes: '2025-06-13' },
    support: { amountWan: 20, places: 5 },
  },
  {
    id: 'medical-promotion-2025',
    keys:
      'promotesMedicalPatentUse bool, institutionsServed int, transactionsReached int, supportsEquityInvestment bool, ' +
      'supportsFinancialInnovation bool, hasResultsAndTypicalCase bool',
    criteria: 'applicant, institutions-served, transactions-reached, equity-and-finance',
    preferences: '',
    window: { opens: '2025-06-04', closes: '2025-06-13' },
    support: { amountWan: 50, places: 1 },
  },
  {
    id: 'medical-center-2022',
    keys:
      'isShanghaiMedicalInstitution bool, hospitalLevel choice, hasIpRules bool, hasIpDepartmentAndStaff bool, ' +
      'hasIpFunding bool, willingAndAble bool, validInventionPatents int, operablePatents int, ' +
      'transactionsLast3Years int, incomeLast3YearsWan number, isPatentPilotUnit bool, hasHospitalListedAward bool',
    criteria: 'applicant, ip-management, willing-and-able, valid-invention-patents, operable-patents, track-record',
    preferences: 'pilot-unit, award',
    window: { closes: '2022-11-23' },
    support: { amountWan: 50, places: 10 },
  },
  {
    id: 'university-center-2022',
    keys:
      'isShanghaiUniversity bool, willingToBuild bool, hasResources bool, operationCases int, ' +
      'isNationalIpUniversity bool, hasUniversityListedAward bool',
    criteria: 'applicant, willing, resources, cases',
    preferences: 'national-ip-university, award',
    window: { opens: '2022-10-28', closes: '2022-11-08' },
    support: { places: 10 },
  },
]

test('there are these programmes and no others', () => {
  expect(resolved.map(({ id }) => id)).toEqual(contract.map(({ id }) => id))
})

describe.each(contract)('$id', ({ id, keys, criteria, preferences, window, support }) => {
  const programme = programmeOf(id)

  test('asks for these answers, in this order, of these types', () => {
    expect(programme.factKeys.map((key) => `${key} ${facts[key]?.type}`).join(', ')).toBe(keys)
  })

  test('has these criteria and preferences', () => {
    expect(programme.criteria.map((criterion) => criterion.id).join(', ')).toBe(criteria)
    expect(programme.preferences.map((preference) => preference.id).join(', ')).toBe(preferences)
  })

  test('opens and closes on the days its notice names', () => {
    const { opens, closes } = programme.window
    expect({ opens, closes }).toEqual({ opens: undefined, ...window })
  })

  test('gives what its notice says and no figure besides', () => {
    const { amountWan, places } = programme.support
    expect({ amountWan, places }).toEqual({ amountWan: undefined, ...support })
  })
})

describe('restrictions', () => {
  const bans = (id: string) => checkProgramme(programmeOf(id), {}, '2026-11-21').support.restrictions.join()

  test.each([
    { id: 'medical-center-2025', says: '维持费', stands: true },
    { id: 'medical-promotion-2025', says: '维持费', stands: false },
    { id: 'medical-center-2022', says: '维持费', stands: true },
    { id: 'university-center-2022', says: '维持费', stands: false },
    { id: 'medical-center-2022', says: '办公设备', stands: true },
    { id: 'medical-center-2025', says: '办公设备', stands: false },
    { id: 'medical-center-2022', says: '1：1', stands: true },
    { id: 'medical-center-2025', says: '1：1', stands: false },
    { id: 'university-center-2022', says: '1：1', stands: false },
  ])('of $id speak of $says: $stands', ({ id, says, stands }) => {
    expect(bans(id).includes(says)).toBe(stands)
  })
})

test('the amount is told from a limit to the amount', () => {
  const words = Object.fromEntries(resolved.map(({ id, support }) => [id, support.amountText]))
  expect(words).toEqual({
    'medical-center-2025': '每家单位支持工作经费不超过20万元',
    'medical-promotion-2025': '支持工作经费不超过50万元',
    'medical-center-2022': '每家单位支持工作经费50万元',
    'university-center-2022': '一次性经费支持，通知没有写明金额',
  })
})
