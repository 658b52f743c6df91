import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { turningPoints } from '../../../services/eligibility/examples.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { holdOn } from '../../../services/eligibility/hold-on.ts'
import { type Answers, comparisonsOf, evaluate } from '../../../services/eligibility/rule.ts'
import { validateProgramme } from '../../../services/eligibility/validate-programme.ts'
import { inEnglishWords } from '../../../services/interview/assessment-in-english.ts'
import { arbitraryAnswers } from './arbitrary-answers.ts'
import { pilotBase, pilotNotice } from './pilot-base.ts'

const asOf = '2026-11-22'
const valid = validateProgramme(pilotBase, { notices: [pilotNotice], others: [] })
if ('faults' in valid) throw new Error(JSON.stringify(valid.faults))
const programme = holdOn(valid.programme, asOf)

const good: Answers = {
  isLocalCompany: true,
  foundedOn: '2023-11-22',
  isDishonest: false,
  staffCount: 300,
  revenueWan: 20_000,
  isStateOwned: false,
  inventionPatents: 10,
  researchPercent: 5,
  equipmentCostWan: 200,
}

test('at each of its limits a unit is eligible, and is told what it would get', () => {
  const { verdict, support } = checkProgramme(programme, good, asOf)
  expect(verdict).toBe('eligible')
  expect(support.estimates).toMatchObject([{ amountWan: 60, text: '设备购置费用的30%，最多100万元' }])
  expect(checkProgramme(programme, { ...good, equipmentCostWan: 1000 }, asOf).support.amountText).toContain(
    '按所填的回答为100万元',
  )
})

const cases: [criterion: string, answers: Answers, status: string, says: string][] = [
  ['applicant', { foundedOn: '2023-11-23' }, 'unmet', '要到2026年11月23日才满3年'],
  ['applicant', { foundedOn: null }, 'unknown', '成立日期需距今满3年（2023年11月22日以前，含当日）'],
  ['honest', { isDishonest: true }, 'unmet', '需未被列入严重失信主体名单'],
  ['size', { staffCount: 301 }, 'unmet', '职工人数超出1人'],
  ['size', { revenueWan: 20_000.5 }, 'unmet', '上年度营业收入超出0.5万元'],
  ['size', { revenueWan: 1000 }, 'unmet', '超过1000万元（不含1000万元）且不超过20000万元'],
  ['size', { revenueWan: 900 }, 'unmet', '上年度营业收入还差不止100万元'],
  ['size', { revenueWan: 1000.1 }, 'met', '职工人数需不超过300人（含300人）'],
  ['consent', { isStateOwned: true, hasConsent: false }, 'unmet', '为国有企业的，需取得主管部门同意'],
  ['consent', { isStateOwned: true, hasConsent: true }, 'met', '为国有企业的，需取得主管部门同意'],
  ['consent', { isStateOwned: null, hasConsent: true }, 'met', ''],
  ['consent', { isStateOwned: true }, 'unknown', ''],
  ['strength', { inventionPatents: 9, awardedOn: '2023-12-31' }, 'unmet', '还须再符合1项：有效发明专利还差1件'],
  ['strength', { inventionPatents: 9, awardedOn: '2024-01-01' }, 'met', '以下3项至少符合2项'],
  ['strength', { inventionPatents: 9 }, 'unknown', '获奖日期需在2024年1月1日以后（含当日）'],
]

test.each(cases)('%s with %j is %s: %s', (id, answers, status, says) => {
  const assessment = checkProgramme(programme, { ...good, ...answers }, asOf)
  const criterion = assessment.criteria.find((one) => one.id === id)!
  expect(criterion.status).toBe(status)
  expect(`${criterion.required} ${criterion.gap ?? ''} ${assessment.nearestFix?.text ?? ''}`).toContain(says)
  const told = inEnglishWords(programme, assessment, { ...good, ...answers }, {})
  for (const { required, gap = '' } of told.criteria) expect(`${required}${gap}`).not.toMatch(/undefined|NaN/u)
})

test('what is nearest changes the figure that is too high, and confirms what is not known', () => {
  const answers = { ...good, staffCount: 320, isStateOwned: null, hasConsent: false }
  const { nearestFix } = checkProgramme(programme, answers, asOf)
  expect(nearestFix!.text).toContain('职工人数从320人减少到300人（超出20人）')
  expect(nearestFix!.confirmations).toMatchObject([{ key: 'isStateOwned', to: false }])
})

describe('whatever is answered', () => {
  const answers = arbitraryAnswers(programme)
  const statusesOf = (given: Answers) => checkProgramme(programme, given, asOf).criteria.map(({ status }) => status)
  const isKnown = (given: Answers, key: string) => given[key] !== undefined && given[key] !== null

  test('one more answer never changes what is decided', () => {
    fc.assert(
      fc.property(answers, answers, (given, later) => {
        const more = Object.fromEntries(
          programme.factKeys.map((key) => [key, isKnown(given, key) ? given[key] : later[key]]),
        )
        const after = statusesOf(more)
        for (const [at, status] of statusesOf(given).entries()) if (status !== 'unknown') expect(after[at]).toBe(status)
      }),
      { numRuns: 300 },
    )
  })

  test('the fix makes an ineligible unit eligible', () => {
    let tried = 0
    fc.assert(
      fc.property(answers, (given) => {
        const { nearestFix: fix } = checkProgramme(programme, given, asOf)
        if (!fix) return
        tried += 1
        const changed = [...fix.changes, ...fix.confirmations].map(({ key, to }) => [key, to])
        expect(checkProgramme(programme, { ...given, ...Object.fromEntries(changed) }, asOf).verdict).toBe('eligible')
      }),
      { numRuns: 300 },
    )
    expect(tried).toBeGreaterThan(20)
  })

  test('each limit has answers on both of its sides', () => {
    for (const comparison of programme.criteria.flatMap(({ condition }) => comparisonsOf(condition))) {
      const points = turningPoints(comparison, factAt(programme.facts, comparison.fact))
      const statuses = points.map((answer) => evaluate(comparison, { [comparison.fact]: answer }))
      expect(new Set(statuses), comparison.fact).toEqual(new Set(['met', 'unmet']))
    }
  })
})

describe('nothing is put in use that', () => {
  const [applicant, ...others] = pilotBase.criteria
  const faultsOf = (document: typeof pilotBase, beside: { id: string; facts: typeof pilotBase.facts }[] = []) => {
    const found = validateProgramme(document, { notices: [pilotNotice], others: beside })
    return 'faults' in found ? found.faults : []
  }

  test.each([
    ['bears a review', { ...applicant!, review: '“成立”从哪一天算起' }, 'criteria.0.review', '要人来确定'],
    [
      'nobody can meet',
      {
        ...applicant!,
        condition: {
          allOf: [
            { fact: 'staffCount', atLeast: 9 },
            { fact: 'staffCount', atMost: 3 },
          ],
        },
      },
      'criteria.0.condition',
      '怎样回答都不会符合',
    ],
    [
      'nobody can miss',
      {
        ...applicant!,
        condition: {
          anyOf: [
            { fact: 'isStateOwned', is: true },
            { fact: 'isStateOwned', is: false },
          ],
        },
      },
      'criteria.0.condition',
      '怎样回答都不会不符合',
    ],
    ['is decided by nothing', { ...applicant!, condition: { allOf: [] } }, 'criteria.0.condition', '没有回答时'],
    ['is quoted wrongly', { ...applicant!, quote: '成立满五年的企业' }, 'criteria.0.quote', '成立满五年的企业'],
  ])('%s', (_, criterion, path, says) => {
    const faults = faultsOf({ ...pilotBase, criteria: [criterion, ...others] })
    expect(faults.find((fault) => fault.path === path)?.message).toContain(says)
  })

  test('understands a fact otherwise than the programmes beside it', () => {
    const facts = { ...pilotBase.facts, staffCount: { ...pilotBase.facts['staffCount']!, unit: '名' } as never }
    expect(faultsOf(pilotBase, [{ id: 'other', facts }])).toMatchObject([{ path: 'facts.staffCount' }])
    expect(faultsOf(pilotBase, [{ id: 'other', facts: pilotBase.facts }])).toEqual([])
  })

  test('asks what nothing needs', () => {
    expect(faultsOf({ ...pilotBase, support: { ...pilotBase.support, amounts: [] } })).toMatchObject([
      { path: 'facts.equipmentCostWan' },
    ])
  })
})
