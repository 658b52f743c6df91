import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { programmeOf } from './resolved.ts'

type Case = { programme: string; criterion: string; answers: Answers } & Record<string, unknown>

const cases: Case[] = [
  {
    programme: 'medical-center-2025',
    criterion: 'valid-invention-patents',
    answers: { validInventionPatents: 88 },
    required: '有效发明专利需达到100件以上（含100件）',
    actual: '已有88件',
    gap: '还差12件',
  },
  {
    programme: 'medical-center-2025',
    criterion: 'valid-invention-patents',
    answers: {},
    actual: '未填写',
    gap: undefined,
    missing: ['validInventionPatents'],
  },
  {
    programme: 'medical-center-2025',
    criterion: 'inventory-rate',
    answers: { inventoryRatePercent: 96.5 },
    required: '盘点率需达到100%',
    actual: '为96.5%',
    gap: '还差3.5个百分点',
  },
  {
    programme: 'medical-center-2025',
    criterion: 'applicant',
    answers: { isShanghaiMedicalInstitution: true, inventoryCompleted: false },
    status: 'unmet',
    actual: '是本市医疗卫生机构；存量专利盘活系统注册未填写；未完成存量专利盘点',
    gap: '需完成存量专利盘点工作',
  },
  {
    programme: 'medical-center-2025',
    criterion: 'income-or-equity-case',
    answers: { incomeSince2023Wan: 499.9, hasEquityCase: false },
    required: '2023年以来专利转化实际到账金额需达到500万元；或者需具有成功实施专利作价入股典型案例',
    gap: '2023年以来专利转化实际到账金额还差0.1万元（更接近）；或者需具有成功实施专利作价入股典型案例',
    nearest: 'incomeSince2023Wan',
  },
  {
    programme: 'medical-center-2025',
    criterion: 'income-or-equity-case',
    answers: { incomeSince2023Wan: 0, hasEquityCase: false },
    gap: '2023年以来专利转化实际到账金额还差500万元；或者需具有成功实施专利作价入股典型案例',
    nearest: undefined,
  },
  {
    programme: 'medical-center-2025',
    criterion: 'income-or-equity-case',
    answers: { hasEquityCase: true },
    status: 'met',
    gap: undefined,
    missing: undefined,
  },
  {
    programme: 'medical-center-2022',
    criterion: 'track-record',
    answers: { transactionsLast3Years: 4, incomeLast3YearsWan: 10 },
    actual: '近三年达成交易已有4次；近三年实际到账金额为10万元',
    gap: '近三年达成交易还差1次（更接近）；或者近三年实际到账金额还差40万元',
    nearest: 'transactionsLast3Years',
  },
  {
    programme: 'medical-center-2022',
    criterion: 'applicant',
    answers: { isShanghaiMedicalInstitution: true, hospitalLevel: 'secondary' },
    required: '需为本市医疗卫生机构；医院等级需为三级',
    actual: '是本市医疗卫生机构；医院等级为二级',
    gap: '医院等级需为三级',
  },
  {
    programme: 'university-center-2022',
    criterion: 'cases',
    answers: { operationCases: 0 },
    status: 'unmet',
    required: '需有一定数量的知识产权运营实践案例（通知没有规定具体数量）',
    actual: '为0个',
    gap: '需有知识产权运营实践案例',
  },
  {
    programme: 'university-center-2022',
    criterion: 'cases',
    answers: { operationCases: 1 },
    status: 'met',
    note: '通知没有规定案例数量，是否足够由专家评审判断。本自查只区分有案例和没有案例。',
  },
]

test.each(cases)('$programme $criterion with $answers', ({ programme, criterion, answers, ...expected }) => {
  const { criteria } = checkProgramme(programmeOf(programme), answers, '2026-11-21')
  const told: Record<string, unknown> = criteria.find(({ id }) => id === criterion)!
  expect(Object.fromEntries(Object.keys(expected).map((key) => [key, told[key]]))).toEqual(expected)
})

describe('commitments', () => {
  const target = (answers: Answers) =>
    checkProgramme(programmeOf('medical-center-2025'), answers, '2025-06-10').commitments[0]!.target

  test.each([
    { industrializationRatePercent: 12, words: '达到20%以上（现为12%，还差8个百分点）' },
    { industrializationRatePercent: 20, words: '达到20%以上（现为20%，已达到）' },
    { industrializationRatePercent: null, words: '达到20%以上' },
  ])('from $industrializationRatePercent the target reads $words', ({ words, ...answers }) => {
    expect(target(answers)).toBe(words)
  })

  test('growth over 2022 is worked out in examples that hold', () => {
    const { commitments } = checkProgramme(programmeOf('medical-center-2022'), {}, '2026-11-21')
    const examples = commitments.flatMap(({ id, target }) =>
      [...target.matchAll(/为(\d+)[件次]，须达到(\d+)[件次]/g)].map(([, from, to]) => ({
        id,
        from: Number(from),
        to: Number(to),
      })),
    )
    expect(examples.length).toBe(4)
    for (const { id, from, to } of examples) {
      const percent = id === 'small-business-growth' ? 130 : 120
      const least = Math.ceil((from * percent) / 100)
      expect(to).toBe(id === 'pct-applications' ? Math.max(least, 3) : least)
    }
  })
})

test('the assessment of one case does not lend its parts to be changed', () => {
  const { support, preparation } = checkProgramme(programmeOf('medical-center-2025'), {}, '2026-11-21')
  expect(() => support.restrictions.push('x')).toThrow(TypeError)
  expect(() => preparation.pop()).toThrow(TypeError)
})
