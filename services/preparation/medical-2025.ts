import type { PreparationItem } from './preparation.ts'

/** 三、申报程序 of the notice of 2025, where both centres are asked for 相关证明材料. */
export const evidenceQuote = '准备相关证明材料'

export const commitmentLetter2025: PreparationItem = {
  id: 'commitment-letter',
  kind: 'form',
  text: '项目实施承诺书。',
  quote: '申报单位应按照相关要求填写项目申报书、项目实施承诺书',
}

/** How to hand in and whom to ask: the same for both centres of 2025. */
export const submission2025: readonly PreparationItem[] = [
  {
    id: 'deadline',
    kind: 'submission',
    text: '于2025年6月13日前报送，逾期不予受理。通知没有说明当天是否算在内，请提前报送。',
    quote: '于2025年6月13日前',
  },
  {
    id: 'copies',
    kind: 'submission',
    text: '电子邮件和纸件都要报送；纸件一式2份，装订成册。',
    quote: '以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局',
  },
  {
    id: 'mail',
    kind: 'submission',
    text: '通知所列邮箱：yszhang@zscqj.shanghai.gov.cn。',
    quote: '邮箱：yszhang@zscqj.shanghai.gov.cn',
  },
  {
    id: 'address',
    kind: 'submission',
    text: '通知所列地址：世博村路300号1号楼（市知识产权局知识产权运用促进处）。',
    quote: '地址：世博村路300号1号楼',
  },
  {
    id: 'contact',
    kind: 'contact',
    text: '知识产权运用促进处 张燕山，电话 021-23170420。',
    quote: '联系人：知识产权运用促进处张燕山；地址：世博村路300号1号楼；联系电话：021-23170420',
  },
]
