import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { Condition } from '../../../services/eligibility/document-conditions.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { nearestFix } from '../../../services/eligibility/nearest-fix.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { arbitraryAnswers } from './arbitrary-answers.ts'
import { referenceCheck } from './reference-checker.ts'
import { facts, programmeOf, resolved } from './resolved.ts'

const during = '2025-06-10'

function subsets<T>(values: readonly T[], size: number): T[][] {
  if (size === 0) return [[]]
  return values.flatMap((value, at) => subsets(values.slice(at + 1), size - 1).map((rest) => [value, ...rest]))
}

const best: Record<string, boolean | number | string> = {
  bool: true,
  choice: 'tertiary',
  percent: 100,
  int: 1e6,
  number: 1e6,
}

/** The fewest answers that, given the best there is, make the case eligible: found by trying them all. */
function fewest({ id, factKeys }: ResolvedProgramme, answers: Answers): number {
  for (let size = 0; size <= factKeys.length; size++) {
    for (const chosen of subsets(factKeys, size)) {
      const better = Object.fromEntries(chosen.map((key) => [key, best[factAt(facts, key).type]]))
      if (referenceCheck(id, { ...answers, ...better }).verdict === 'eligible') return size
    }
  }
  throw new Error('no set of answers is eligible')
}

describe.each(resolved)('$id', (programme) => {
  test('the fix makes eligible, no part of it does, and nothing smaller does', () => {
    let tried = 0
    fc.assert(
      fc.property(arbitraryAnswers(programme), (answers) => {
        const { verdict, nearestFix: fix } = checkProgramme(programme, answers, during)
        expect(fix !== undefined).toBe(verdict === 'ineligible')
        if (!fix) return
        tried++
        const all = [...fix.changes, ...fix.confirmations]
        const applied = (changes: typeof all) => Object.fromEntries(changes.map(({ key, to }) => [key, to]))
        expect(referenceCheck(programme.id, { ...answers, ...applied(all) }).verdict).toBe('eligible')
        for (const left of all) {
          const part = applied(all.filter((change) => change !== left))
          expect(referenceCheck(programme.id, { ...answers, ...part }).verdict).not.toBe('eligible')
        }
        expect(all.length).toBe(fewest(programme, answers))
        expect(fix.changes.every(({ key, from }) => from === answers[key])).toBe(true)
        expect(fix.confirmations.every(({ key }) => (answers[key] ?? null) === null)).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(tried).toBeGreaterThan(20)
  })
})

const hospital = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 120,
  inventoryRatePercent: 100,
  industrializationRatePercent: 10,
  incomeSince2023Wan: 500,
  hasEquityCase: false,
}

const cases: { title: string; answers: Answers; asOf?: string; keys: string[]; when: string; says: string }[] = [
  {
    title: 'what the unit can do itself can change before the deadline',
    answers: { inventoryRatePercent: 96.5 },
    keys: ['inventoryRatePercent'],
    when: 'before-deadline',
    says: '最少需补齐1项：盘点率从96.5%增加到100%（还差3.5个百分点），可在截止前完成。各项都可以在截止前补齐。',
  },
  {
    title: 'what takes months can not',
    answers: { validInventionPatents: 88, inventoryRatePercent: 96.5 },
    keys: ['validInventionPatents', 'inventoryRatePercent'],
    when: 'later',
    says: '有效发明专利从88件增加到100件（还差12件），难以在截止前完成',
  },
  {
    title: 'after the window nothing can',
    answers: { inventoryRatePercent: 96.5 },
    asOf: '2026-11-21',
    keys: ['inventoryRatePercent'],
    when: 'later',
    says: '本次申报已经截止，只供今后申报参考。',
  },
  {
    title: 'what the unit is never does',
    answers: { isShanghaiMedicalInstitution: false },
    keys: ['isShanghaiMedicalInstitution'],
    when: 'never',
    says: '为本市医疗卫生机构（现不是本市医疗卫生机构），不能靠补充条件改变',
  },
  {
    title: 'of two alternatives the nearer is named',
    answers: { incomeSince2023Wan: 499.9 },
    keys: ['incomeSince2023Wan'],
    when: 'later',
    says: '（还差0.1万元）',
  },
  {
    title: 'an alternative that is unknown is confirmed rather than the known one changed',
    answers: { incomeSince2023Wan: 300, hasEquityCase: null, validInventionPatents: 99 },
    keys: ['validInventionPatents', 'hasEquityCase'],
    when: 'later',
    says: '另有1项待确认：具有成功实施专利作价入股典型案例（未填写）。',
  },
]

test.each(cases)('$title', ({ answers, asOf = during, keys, when, says }) => {
  const fix = checkProgramme(programmeOf('medical-center-2025'), { ...hospital, ...answers }, asOf).nearestFix!
  expect([...fix.changes, ...fix.confirmations].map(({ key }) => key)).toEqual(keys)
  expect(fix.when).toBe(when)
  expect(fix.text).toContain(says)
})

describe('conditions that share facts', () => {
  const fixFor = (conditions: Condition[], answers: Answers) => {
    const { changes, confirmations } = nearestFix(conditions, answers, 'open', facts)
    return [...changes, ...confirmations].map(({ key, to }) => [key, to])
  }

  test('of two limits on one fact the higher is named', () => {
    const limits: Condition[] = [30, 100].map((atLeast) => ({ fact: 'validInventionPatents', atLeast }))
    expect(fixFor(limits, { validInventionPatents: 10 })).toEqual([['validInventionPatents', 100]])
    expect(fixFor(limits.toReversed(), {})).toEqual([['validInventionPatents', 100]])
  })

  test('of two choices on one fact only what suits both is named', () => {
    const tertiary: Condition = { fact: 'hospitalLevel', oneOf: ['tertiary'] }
    const rated: Condition = { fact: 'hospitalLevel', oneOf: ['primary', 'tertiary'] }
    expect(fixFor([rated, tertiary], { hospitalLevel: 'unrated' })).toEqual([['hospitalLevel', 'tertiary']])
  })

  test('one answer that serves two alternatives is fewer than one for each', () => {
    const rules: Condition = { fact: 'hasIpRules', is: true }
    const staff: Condition = { fact: 'hasIpDepartmentAndStaff', is: true }
    const funds: Condition = { fact: 'hasIpFunding', is: true }
    const none = { hasIpRules: false, hasIpDepartmentAndStaff: false, hasIpFunding: false }
    expect(fixFor([{ anyOf: [rules, staff] }, { anyOf: [funds, staff] }], none)).toEqual([
      ['hasIpDepartmentAndStaff', true],
    ])
  })
})
