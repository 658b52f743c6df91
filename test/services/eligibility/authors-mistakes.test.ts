import { describe, expect, test } from 'vitest'
import type { Programme } from '../../../services/eligibility/programme.ts'
import { medicalCenter2022 } from '../../../services/eligibility/programmes/medical-center-2022.rules.ts'
import { medicalCenter2025 } from '../../../services/eligibility/programmes/medical-center-2025.rules.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import { notices } from './resolved.ts'

const [applicant, patents] = medicalCenter2025.criteria
const quoting = (quote: string, section?: string): Partial<Programme> => ({
  criteria: [{ ...patents, quote, ...(section !== undefined && { section }) }],
})

const mistakes: { title: string; changed: Partial<Programme>; says: string[] }[] = [
  {
    title: 'a quote that is not verbatim',
    changed: quoting('有效发明专利达到 99 件以上'),
    says: ['criteria valid-invention-patents', 'stands in no clause of medical-2025', '有效发明专利达到 99 件以上'],
  },
  { title: 'an empty quote', changed: quoting(' '), says: ['the quote is empty'] },
  {
    title: 'a quote that stands twice where the programme is',
    changed: quoting('截至申报日'),
    says: ['stands in 1.2.1, 1.2.2, 1.2.3', 'name a section'],
  },
  {
    title: 'a quote that stands elsewhere than the section named',
    changed: quoting('有效发明专利达到100件以上', '1.3'),
    says: ['stands in 1.2.1, not under 1.3'],
  },
  {
    title: 'a quote of the other programme of the same notice',
    changed: quoting('服务医疗卫生机构数量不少于20家'),
    says: ["stands in 2.2.1, which is another programme's"],
  },
  {
    title: 'a criterion id that stands twice',
    changed: { criteria: [applicant, { ...patents, id: 'applicant' }] },
    says: ['criteria applicant', 'the id stands twice'],
  },
  {
    title: 'a limit on a yes or no',
    changed: { criteria: [{ ...patents, fact: 'hasEquityCase' }] },
    says: ['valid-invention-patents', '"atLeast":100', 'does not suit a fact of type bool'],
  },
  {
    title: 'a choice that the fact has not',
    changed: {
      criteria: [{ id: 'level', title: '等级', quote: patents.quote, fact: 'hospitalLevel', oneOf: ['三级'] }],
    },
    says: ['level', '三级', 'choice'],
  },
  {
    title: 'a notice that is not there',
    changed: { notice: 'medical-2031' },
    says: ['medical-center-2025.rules.ts', 'there is no notice medical-2031'],
  },
  {
    title: 'a last day that the quote does not name',
    changed: { window: { ...medicalCenter2025.window, closes: '2025-06-30' } },
    says: ['window', 'does not name 2025-06-30'],
  },
  {
    title: 'a last day that is none',
    changed: { window: { ...medicalCenter2025.window, closes: '2025-06-31' } },
    says: ['2025-06-31 is not a date'],
  },
  {
    title: 'a first day that is not the date of the notice',
    changed: { window: { ...medicalCenter2025.window, opens: '2025-06-01' } },
    says: ['opens on 2025-06-01', 'issued on 2025-06-04'],
  },
]

test.each(mistakes)('$title stops the start', ({ changed, says }) => {
  const resolve = () => resolveProgrammes(notices, [{ ...medicalCenter2025, ...changed }])
  for (const words of ['medical-center-2025.rules.ts', ...says]) expect(resolve).toThrow(words)
})

test('a notice without a date opens no window on one', () => {
  const window = { ...medicalCenter2022.window, opens: '2022-11-01' }
  expect(() => resolveProgrammes(notices, [{ ...medicalCenter2022, window }])).toThrow('issued on undefined')
})

describe('a quote that stands in both programmes', () => {
  const clauseOf = (quote: string, section?: string) =>
    resolveProgrammes(notices, [{ ...medicalCenter2025, ...quoting(quote, section) }])[0]?.criteria[0]?.source.clause

  test('is found in the own one', () => {
    expect(clauseOf('项目单位应与市知识产权局签订协议')).toBe('1.4.p1')
  })

  test('is found under the section named', () => {
    expect(clauseOf('在国家知识产权局存量专利盘活系统', '1.2.2')).toBe('1.2.2')
  })
})
