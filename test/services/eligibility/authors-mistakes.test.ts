import { describe, expect, test } from 'vitest'
import type { ProgrammeDocument } from '../../../services/eligibility/document.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { notices } from './resolved.ts'

const shipped = (id: string): ProgrammeDocument => shippedProgrammes().find((one) => one.id === id)!
const [medicalCenter2025, medicalCenter2022] = [shipped('medical-center-2025'), shipped('medical-center-2022')]
const [applicant, patents] = medicalCenter2025.criteria as [
  ProgrammeDocument['criteria'][0],
  ProgrammeDocument['criteria'][0],
]
const quoting = (quote: string, section?: string): Partial<ProgrammeDocument> => ({
  criteria: [{ ...patents, quote, ...(section !== undefined && { section }) }],
  preparation: [],
})
const asking = (condition: ProgrammeDocument['criteria'][0]['condition']): Partial<ProgrammeDocument> => ({
  criteria: [{ ...patents, condition }],
})

const mistakes: { title: string; changed: Partial<ProgrammeDocument>; says: string[] }[] = [
  {
    title: 'a quote that is not verbatim',
    changed: quoting('有效发明专利达到 99 件以上'),
    says: ['criteria.0.quote', '通知 medical-2025 的哪一条都没有这句话', '有效发明专利达到 99 件以上'],
  },
  { title: 'an empty quote', changed: quoting(' '), says: ['引文是空的'] },
  {
    title: 'a quote that stands twice where the programme is',
    changed: quoting('截至申报日'),
    says: ['1.2.1、1.2.2、1.2.3', '请用 section 写明'],
  },
  {
    title: 'a quote that stands elsewhere than the section named',
    changed: quoting('有效发明专利达到100件以上', '1.3'),
    says: ['1.2.1，不在 1.3 之下'],
  },
  {
    title: 'a quote of the other programme of the same notice',
    changed: quoting('服务医疗卫生机构数量不少于20家'),
    says: ['2.2.1，那是另一个项目的'],
  },
  {
    title: 'a criterion id that stands twice',
    changed: { criteria: [applicant, { ...patents, id: 'applicant' }] },
    says: ['criteria.1.id: applicant 用了两次'],
  },
  {
    title: 'evidence for a criterion that is not there',
    changed: { criteria: [applicant] },
    says: ['preparation.3.proves: 没有编号为 valid-invention-patents 的条件'],
  },
  {
    title: 'a limit on a yes or no',
    changed: asking({ fact: 'hasEquityCase', atLeast: 100 }),
    says: ['criteria.0.condition', '"atLeast":100', 'hasEquityCase 的类型是 bool'],
  },
  {
    title: 'a limit that nobody can miss',
    changed: asking({ fact: 'validInventionPatents', atLeast: 0 }),
    says: ['"atLeast":0'],
  },
  {
    title: 'a share above all there is',
    changed: asking({ fact: 'inventoryRatePercent', moreThan: 100 }),
    says: ['"moreThan":100'],
  },
  {
    title: 'two limits that leave nothing between them',
    changed: asking({ fact: 'validInventionPatents', moreThan: 10, lessThan: 10 }),
    says: ['"lessThan":10'],
  },
  {
    title: 'a day asked of a figure',
    changed: asking({ fact: 'validInventionPatents', notBefore: '2020-01-01' }),
    says: ['validInventionPatents 的类型是 int'],
  },
  {
    title: 'a fact that is not there',
    changed: asking({ anyOf: [{ fact: 'hospitalLevel', oneOf: ['三级'] }] }),
    says: ['facts 里没有 hospitalLevel'],
  },
  {
    title: 'a notice that is not there',
    changed: { notice: 'medical-2031' },
    says: ['medical-center-2025.json', '没有收录通知 medical-2031'],
  },
  {
    title: 'a last day that the quote does not name',
    changed: { window: { ...medicalCenter2025.window, closes: '2025-06-30' } },
    says: ['window.closes: 引文里没有写 2025-06-30'],
  },
  {
    title: 'a first day that is not the date of the notice',
    changed: { window: { ...medicalCenter2025.window, opens: '2025-06-01' } },
    says: ['window.opens', '通知的日期 2025-06-04'],
  },
]

test.each(mistakes)('$title stops the start', ({ changed, says }) => {
  const resolve = () => resolveProgrammes(notices, [{ ...medicalCenter2025, ...changed }])
  for (const words of ['medical-center-2025.json', ...says]) expect(resolve).toThrow(words)
})

test('a choice that the fact has not stops the start', () => {
  const [level] = medicalCenter2022.criteria
  const criteria = [{ ...level!, condition: { fact: 'hospitalLevel', oneOf: ['三级'] } }]
  expect(() => resolveProgrammes(notices, [{ ...medicalCenter2022, criteria }])).toThrow('三级')
})

test('a notice without a date opens no window on one', () => {
  const window = { ...medicalCenter2022.window, opens: '2022-11-01' }
  expect(() => resolveProgrammes(notices, [{ ...medicalCenter2022, window }])).toThrow('通知没有注明日期')
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
