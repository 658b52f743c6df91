import type { Answers, Status } from '../../../services/eligibility/rule.ts'

type Truth = boolean | null
type Lookup = {
  is(key: string): Truth
  from(key: string, limit: number): Truth
  among(key: string, value: string): Truth
}

const and = (...parts: Truth[]): Truth => (parts.includes(false) ? false : parts.includes(null) ? null : true)
const or = (...parts: Truth[]): Truth => (parts.includes(true) ? true : parts.includes(null) ? null : false)

/** The four notices once more, written down from their text without the rules, the facts or the evaluator. */
const criteria: Record<string, (given: Lookup) => Record<string, Truth>> = {
  'medical-center-2025': ({ is, from }) => ({
    applicant: and(is('isShanghaiMedicalInstitution'), is('registeredInPatentSystem'), is('inventoryCompleted')),
    'valid-invention-patents': from('validInventionPatents', 100),
    'inventory-rate': from('inventoryRatePercent', 100),
    'industrialization-rate': from('industrializationRatePercent', 10),
    'income-or-equity-case': or(from('incomeSince2023Wan', 500), is('hasEquityCase')),
  }),
  'medical-promotion-2025': ({ is, from }) => ({
    applicant: is('promotesMedicalPatentUse'),
    'institutions-served': from('institutionsServed', 20),
    'transactions-reached': from('transactionsReached', 10),
    'equity-and-finance': and(
      is('supportsEquityInvestment'),
      is('supportsFinancialInnovation'),
      is('hasResultsAndTypicalCase'),
    ),
  }),
  'medical-center-2022': ({ is, from, among }) => ({
    applicant: and(is('isShanghaiMedicalInstitution'), among('hospitalLevel', 'tertiary')),
    'ip-management': and(is('hasIpRules'), is('hasIpDepartmentAndStaff'), is('hasIpFunding')),
    'willing-and-able': is('willingAndAble'),
    'valid-invention-patents': from('validInventionPatents', 30),
    'operable-patents': from('operablePatents', 20),
    'track-record': or(from('transactionsLast3Years', 5), from('incomeLast3YearsWan', 50)),
  }),
  'university-center-2022': ({ is, from }) => ({
    applicant: is('isShanghaiUniversity'),
    willing: is('willingToBuild'),
    resources: is('hasResources'),
    cases: from('operationCases', 1),
  }),
}

const preferences: Record<string, Record<string, string>> = {
  'medical-center-2022': { 'pilot-unit': 'isPatentPilotUnit', award: 'hasHospitalListedAward' },
  'university-center-2022': { 'national-ip-university': 'isNationalIpUniversity', award: 'hasUniversityListedAward' },
}

/** The status of each criterion and preference, and the verdict. */
export function referenceCheck(programme: string, answers: Answers) {
  const given: Record<string, unknown> = { ...answers }
  const judge = (key: string, holds: (answer: unknown) => boolean): Truth =>
    (given[key] ?? null) === null ? null : holds(given[key])
  const lookup: Lookup = {
    is: (key) => judge(key, (answer) => answer === true),
    from: (key, limit) => judge(key, (answer) => !(Number(answer) < limit)),
    among: (key, value) => judge(key, (answer) => answer === value),
  }
  const truths = criteria[programme]!(lookup)
  const all = and(...Object.values(truths))
  const preferred = Object.entries(preferences[programme] ?? {}).map(([id, key]) => [id, lookup.is(key)] as const)
  return {
    verdict: all === null ? 'undetermined' : all ? 'eligible' : 'ineligible',
    criteria: Object.entries(truths).map(([id, truth]) => [id, statusOf(truth)]),
    preferences: preferred.map(([id, truth]) => [id, statusOf(truth)]),
  }
}

const statusOf = (truth: Truth): Status => (truth === null ? 'unknown' : truth ? 'met' : 'unmet')
