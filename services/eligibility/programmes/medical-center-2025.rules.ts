import { medicalCenter2025Preparation } from '../../preparation/medical-center-2025.ts'
import type { Programme } from '../programme.ts'

/** 上海市医疗卫生系统知识产权运营中心, 沪知局促〔2025〕11号. The order is the notice's. */
export const medicalCenter2025 = {
  id: 'medical-center-2025',
  title: '上海市医疗卫生系统知识产权运营中心',
  year: 2025,
  notice: 'medical-2025',
  section: '1',
  window: {
    opens: '2025-06-04',
    closes: '2025-06-13',
    quote: '于2025年6月13日前以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局，逾期不予受理',
  },
  criteria: [
    {
      id: 'applicant',
      title: '申报对象',
      quote:
        '在国家知识产权局存量专利盘活系统（https://www.patentnavi.org.cn/）注册，并完成存量专利盘点工作的本市医疗卫生机构',
      allOf: [
        { fact: 'isShanghaiMedicalInstitution', is: true },
        { fact: 'registeredInPatentSystem', is: true },
        { fact: 'inventoryCompleted', is: true },
      ],
    },
    {
      id: 'valid-invention-patents',
      title: '有效发明专利',
      quote: '截至申报日，有效发明专利达到100件以上',
      fact: 'validInventionPatents',
      atLeast: 100,
    },
    {
      id: 'inventory-rate',
      title: '盘点率',
      quote: '截至申报日，在国家知识产权局存量专利盘活系统开展专利盘点工作，盘点率达到100%',
      fact: 'inventoryRatePercent',
      atLeast: 100,
    },
    {
      id: 'industrialization-rate',
      title: '发明专利产业化率',
      quote: '截至申报日，在国家知识产权局存量专利盘活系统中的“发明专利产业化率”达到10%',
      fact: 'industrializationRatePercent',
      atLeast: 10,
    },
    {
      id: 'income-or-equity-case',
      title: '专利转化到账金额或者作价入股案例',
      quote:
        '2023年至申报日，通过专利许可、转让等形式，达成专利转化交易，实际到账金额达到500万元;或者具有成功实施专利作价入股典型案例',
      anyOf: [
        { fact: 'incomeSince2023Wan', atLeast: 500 },
        { fact: 'hasEquityCase', is: true },
      ],
    },
  ],
  preferences: [],
  commitments: [
    {
      id: 'industrialization-rate',
      quote: '提高存量专利盘活率，在国家知识产权局存量专利盘活系统中的“发明专利产业化率”达到20%以上',
      text: '2025年内，存量专利盘活系统中的“发明专利产业化率”',
      target: '达到20%以上',
      baseline: { fact: 'industrializationRatePercent', atLeast: 20 },
    },
    {
      id: 'open-licences',
      quote: '完成专利开放许可声明不少于5件（取得相关声明手续合格通知书）',
      text: '2025年内，完成专利开放许可声明（取得相关声明手续合格通知书）',
      target: '不少于5件',
    },
    {
      id: 'registered-transactions',
      quote: '在国家知识产权局完成专利转让登记、许可备案的交易次数不少于10次',
      text: '2025年内，在国家知识产权局完成专利转让登记、许可备案的交易次数',
      target: '不少于10次',
    },
    {
      id: 'typical-cases',
      quote: '围绕近年来专利作价入股、许可、转让、产业化等专利转化运用工作形成本单位典型案例不少于2件',
      text: '2025年内，形成本单位专利转化运用典型案例',
      target: '不少于2件',
    },
    {
      id: 'agreement',
      quote: '项目单位应与市知识产权局签订协议，确保完成项目绩效及合规使用资金',
      text: '与市知识产权局签订协议',
      target: '完成项目绩效，合规使用资金',
    },
  ],
  support: {
    amountWan: 20,
    amountText: '每家单位支持工作经费不超过20万元',
    places: 5,
    placesText: '不超过5家',
    money: { quote: '评定上海市医疗卫生系统知识产权运营中心不超过5家，对每家单位支持工作经费不超过20万元' },
    restrictions: [
      {
        quote: '财政资金不得用于专利申请维持费等国家政策禁止资助的经费支出',
        text: '财政资金不得用于专利申请维持费等国家政策禁止资助的经费支出。',
      },
    ],
  },
  preparation: medicalCenter2025Preparation,
} as const satisfies Programme
