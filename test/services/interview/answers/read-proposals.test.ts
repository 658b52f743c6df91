import { describe, expect, test } from 'vitest'
import { facts } from '../../eligibility/resolved.ts'
import { readProposals } from '../../../../services/interview/answers/read-proposals.ts'

const cases: [said: string, answers: object][] = [
  [
    '我们是三甲，有120件有效发明专利，盘点率100%',
    { hospitalLevel: 'tertiary', validInventionPatents: 120, inventoryRatePercent: 100 },
  ],
  ['我们是二级乙等医院，发明专利35件。能申报吗？', { hospitalLevel: 'secondary', validInventionPatents: 35 }],
  [
    '我院已经注册了，盘点完成了，产业化率12.5%',
    { registeredInPatentSystem: true, inventoryCompleted: true, industrializationRatePercent: 12.5 },
  ],
  ['2023年以来到账5,200,000元，没有作价入股案例', { incomeSince2023Wan: 520, hasEquityCase: false }],
  ['近三年到账68.5万元，可投入运营的专利25件', { incomeLast3YearsWan: 68.5, operablePatents: 25 }],
  ['我们服务了23家医院', { institutionsServed: 23 }],
  ['我们不是三甲', {}],
  ['我们大概有120件有效发明专利', {}],
  ['我们有100多件有效发明专利', {}],
  ['需要100件有效发明专利', {}],
  ['我们有多少件有效发明专利？', {}],
  ['盘点率要达到100%吗', {}],
  ['如果有120件有效发明专利', {}],
  ['我们医院能申报吗', {}],
]

describe('what is said in passing is proposed as answers where it is exact', () => {
  test.each(cases)('%s', (said, answers) => expect(readProposals(said, facts)).toEqual(answers))
})
