import fc from 'fast-check'
import { expect, test } from 'vitest'
import { match } from '../../../services/eligibility/match.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { arbitraryAnswers } from './arbitrary-answers.ts'
import { programmeOf, resolved } from './resolved.ts'

const met2025 = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 120,
  inventoryRatePercent: 100,
  industrializationRatePercent: 10,
  hasEquityCase: true,
}
const met2022 = {
  isShanghaiMedicalInstitution: true,
  hospitalLevel: 'tertiary',
  hasIpRules: true,
  hasIpDepartmentAndStaff: true,
  hasIpFunding: true,
  willingAndAble: true,
  validInventionPatents: 30,
  operablePatents: 20,
  transactionsLast3Years: 5,
}

const cases: { title: string; answers: Answers; asOf: string; order: string[] }[] = [
  { title: 'no answer fits no programme', answers: {}, asOf: '2025-06-10', order: [] },
  { title: 'an unknown answer is shared with none', answers: { willingToBuild: null }, asOf: '2025-06-10', order: [] },
  {
    title: 'only programmes that ask for an answer are held against it',
    answers: { operationCases: 3 },
    asOf: '2025-06-10',
    order: ['university-center-2022 undetermined'],
  },
  {
    title: 'a programme one can apply to now comes before one that is over',
    answers: { ...met2022, ...met2025, validInventionPatents: 100 },
    asOf: '2022-11-10',
    order: ['medical-center-2022 eligible', 'medical-center-2025 eligible'],
  },
  {
    title: 'of two eligible ones that are over the newer comes first',
    answers: { ...met2022, ...met2025 },
    asOf: '2026-11-21',
    order: ['medical-center-2025 eligible', 'medical-center-2022 eligible'],
  },
  {
    title: 'eligible comes before ineligible',
    answers: { ...met2025, ...met2022 },
    asOf: '2025-06-10',
    order: ['medical-center-2022 eligible', 'medical-center-2025 ineligible'],
  },
  {
    title: 'undetermined comes before ineligible',
    answers: { isShanghaiMedicalInstitution: true, validInventionPatents: 40 },
    asOf: '2025-06-10',
    order: ['medical-center-2022 undetermined', 'medical-center-2025 ineligible'],
  },
  {
    title: 'of two ineligible ones the one with fewer unmet criteria comes first',
    answers: { isShanghaiMedicalInstitution: false, validInventionPatents: 40 },
    asOf: '2025-06-10',
    order: ['medical-center-2022 ineligible', 'medical-center-2025 ineligible'],
  },
]

test.each(cases)('$title', ({ answers, asOf, order }) => {
  const found = match(resolved, answers, asOf)
  expect(found.map(({ programme, verdict }) => `${programme} ${verdict}`)).toEqual(order)
})

test('the order of programmes and answers changes nothing', () => {
  const both = fc.tuple(
    ...['medical-center-2025', 'medical-center-2022'].map((id) => arbitraryAnswers(programmeOf(id))),
  )
  fc.assert(
    fc.property(both, ([one, other]) => {
      const asOf = '2025-06-10'
      const forward = match(resolved, { ...one, ...other }, asOf).map(({ programme }) => programme)
      const entries = Object.entries({ ...one, ...other }).reverse()
      expect(match(resolved.toReversed(), Object.fromEntries(entries), asOf).map(({ programme }) => programme)).toEqual(
        forward,
      )
    }),
  )
})
