import { evidence, type PreparationItem } from './preparation.ts'

const evidenceQuote = '准备相关证明材料'

/** What a hospital prepares for the operation centre of 2022. */
export const medicalCenter2022Preparation: readonly PreparationItem[] = [
  { id: 'application-form', kind: 'form', text: '项目申报书（通知附件）。', quote: '附件：项目申报书' },
  {
    id: 'commitment-letter',
    kind: 'form',
    text: '项目实施承诺书。',
    quote: '申报单位应按照相关要求填写项目申报书、项目实施承诺书',
  },
  evidence('applicant', evidenceQuote, '医疗机构执业许可证和等级证明复印件。'),
  evidence('ip-management', evidenceQuote, '知识产权管理制度文本，部门设立和人员文件，经费预算或支出凭证。'),
  evidence('willing-and-able', evidenceQuote, '开展知识产权运营的院内决定，运营人员和工作情况说明。'),
  evidence('valid-invention-patents', evidenceQuote, '有效发明专利清单和证书复印件。'),
  evidence('operable-patents', evidenceQuote, '可以投入运营的专利清单，按发明、实用新型、外观设计分列。'),
  evidence('track-record', evidenceQuote, '近三年许可、转让、作价入股合同清单，或者到账凭证及逐笔合计。'),
  evidence('pilot-unit', evidenceQuote, '上海市企事业专利工作试点示范单位认定文件（有则提供）。'),
  evidence(
    'award',
    evidenceQuote,
    '中国专利奖、上海知识产权创新奖或上海市高价值专利运营大赛获奖证书复印件（有则提供）。',
  ),
  {
    id: 'deadline',
    kind: 'submission',
    text: '于2022年11月23日前报送，逾期不予受理。通知没有说明当天是否算在内，请提前报送。',
    quote: '于2022年11月23日前',
  },
  {
    id: 'copies',
    kind: 'submission',
    text: '电子邮件和纸件都要报送；纸件一式2份，装订成册。',
    quote: '以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局',
  },
  { id: 'mail', kind: 'submission', text: '通知所列邮箱：zys820701@163.com。', quote: '邮箱：zys820701@163.com' },
  {
    id: 'address',
    kind: 'submission',
    text: '通知所列地址：世博村路300号1号楼306室（市知识产权局知识产权运用促进处）。',
    quote: '地址：世博村路300号1号楼306室',
  },
  {
    id: 'contact',
    kind: 'contact',
    text: '知识产权运用促进处 张燕山、孔元中。',
    quote: '联系人：知识产权运用促进处张燕山孔元中',
  },
  {
    id: 'telephone',
    kind: 'contact',
    text: '电话 021-23110888，传真 021-50723882。',
    quote: '联系方式：021-23110888；021-50723882（传真）',
  },
]
