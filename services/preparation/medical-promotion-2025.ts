import { commitmentLetter2025, evidenceQuote, submission2025 } from './medical-2025.ts'
import { evidence, type PreparationItem } from './preparation.ts'

/** What a unit prepares for the promotion centre of 2025. */
export const medicalPromotion2025Preparation: readonly PreparationItem[] = [
  {
    id: 'application-form',
    kind: 'form',
    text: '上海市医疗卫生系统知识产权运营促进中心项目申报书（通知附件2）。',
    quote: '2.上海市医疗卫生系统知识产权运营促进中心项目申报书',
  },
  commitmentLetter2025,
  evidence('applicant', evidenceQuote, '法人证书复印件，载明相关职能的章程、职能规定或主管部门文件。'),
  evidence('institutions-served', evidenceQuote, '服务的医疗卫生机构名单，服务协议或服务记录。'),
  evidence('transactions-reached', evidenceQuote, '达成的交易清单，转让、许可合同或备案证明。'),
  evidence(
    'equity-and-finance',
    evidenceQuote,
    '作价入股、金融创新项目的协议和落地证明，实际成效的数据，典型案例文本。',
  ),
  ...submission2025,
]
