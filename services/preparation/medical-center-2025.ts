import { commitmentLetter2025, evidenceQuote, submission2025 } from './medical-2025.ts'
import { evidence, type PreparationItem } from './preparation.ts'

/** What a medical institution prepares for the operation centre of 2025. */
export const medicalCenter2025Preparation: readonly PreparationItem[] = [
  {
    id: 'application-form',
    kind: 'form',
    text: '上海市医疗卫生系统知识产权运营中心项目申报书（通知附件1）。',
    quote: '1.上海市医疗卫生系统知识产权运营中心项目申报书',
  },
  commitmentLetter2025,
  evidence(
    'applicant',
    evidenceQuote,
    '医疗机构执业许可证或法人证书复印件，存量专利盘活系统的注册和盘点完成页面截图。',
  ),
  evidence(
    'valid-invention-patents',
    evidenceQuote,
    '有效发明专利清单（专利号、名称、授权日、法律状态）和证书复印件。',
  ),
  evidence('inventory-rate', evidenceQuote, '存量专利盘活系统中显示盘点率的页面截图，注明日期。'),
  evidence('industrialization-rate', evidenceQuote, '存量专利盘活系统中显示“发明专利产业化率”的页面截图，注明日期。'),
  evidence(
    'income-or-equity-case',
    evidenceQuote,
    '转让、许可合同和到账凭证，附逐笔合计；或者作价入股协议、评估报告、公司登记材料和案例说明。两者有一项即可。',
  ),
  ...submission2025,
]
