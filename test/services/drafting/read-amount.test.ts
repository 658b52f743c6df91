import { expect, test } from 'vitest'
import { readAmounts } from '../../../services/drafting/read-amount.ts'

test.each([
  ['对每家单位支持工作经费不超过20万元。', { wan: 20 }],
  [
    '按实际发生费用的50%给予支持，每家企业每年最高不超过30万元。',
    { upTo: 30, amount: { percent: 50, base: '实际发生费用' } },
  ],
  [
    '按照不超过实际支付利息的50%给予贴息，同一企业年度贴息总额最高60万元。',
    { upTo: 60, amount: { percent: 50, base: '实际支付利息' } },
  ],
  ['给予50%的中介费用补贴，对单家企业的补贴上限为100万元。', { upTo: 100, amount: { percent: 50, base: '中介费用' } }],
  [
    '按项目实际投入的30%与50万元孰低的原则给予补助。',
    { lowerOf: [{ percent: 30, base: '项目实际投入' }, { wan: 50 }] },
  ],
  [
    '按照担保额的1%与实际支付担保费两者中较低者给予补贴。',
    {
      lowerOf: [
        { percent: 1, base: '担保额' },
        { percent: 100, base: '实际支付担保费' },
      ],
    },
  ],
  [
    '每件发明专利资助1万元，单个企业年度资助总额不超过30万元。',
    { upTo: 30, amount: { wan: 1, per: '发明专利', unit: '件' } },
  ],
  [
    '一等奖、二等奖、三等奖分别奖励10万元、5万元、3万元。',
    {
      cases: [
        { level: '一等奖', amount: { wan: 10 } },
        { level: '二等奖', amount: { wan: 5 } },
        { level: '三等奖', amount: { wan: 3 } },
      ],
    },
  ],
])('%s', (text, amount) => expect(readAmounts(text).map((one) => one.amount)).toEqual([amount]))

test('who gets it stands before the amount as a case', () => {
  const [read] = readAmounts(
    '对入驻续贷受理中心开展续贷业务的金融机构，按照贷款金额的1%予以补贴，对单一机构的补贴上限为100万元。',
  )
  expect(read!.amount).toMatchObject({
    when: { all: [{ text: '入驻续贷受理中心开展续贷业务' }, { text: '为金融机构' }] },
    amount: { upTo: 100, amount: { percent: 1, base: '贷款金额' } },
  })
})
