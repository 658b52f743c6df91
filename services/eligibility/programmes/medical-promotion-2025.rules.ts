import { medicalPromotion2025Preparation } from '../../preparation/medical-promotion-2025.ts'
import type { Programme } from '../programme.ts'

/** 上海市医疗卫生系统知识产权运营促进中心, 沪知局促〔2025〕11号. The order is the notice's. */
export const medicalPromotion2025 = {
  id: 'medical-promotion-2025',
  title: '上海市医疗卫生系统知识产权运营促进中心',
  year: 2025,
  notice: 'medical-2025',
  section: '2',
  window: {
    opens: '2025-06-04',
    closes: '2025-06-13',
    quote: '于2025年6月13日前以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局，逾期不予受理',
  },
  criteria: [
    {
      id: 'applicant',
      title: '申报对象',
      quote: '承担促进本市医疗卫生系统专利转化运用相关职能的单位',
      fact: 'promotesMedicalPatentUse',
      is: true,
    },
    {
      id: 'institutions-served',
      title: '服务医疗卫生机构数量',
      quote: '服务本市医疗卫生系统开展专利许可转让、产业化等专利运用工作，服务医疗卫生机构数量不少于20家',
      fact: 'institutionsServed',
      atLeast: 20,
    },
    {
      id: 'transactions-reached',
      title: '达成交易次数',
      quote: '达成交易不少于10次',
      fact: 'transactionsReached',
      atLeast: 10,
    },
    {
      id: 'equity-and-finance',
      title: '作价入股、金融创新和典型案例',
      quote: '服务本市医疗卫生系统开展专利作价入股以及金融创新，并取得实际成效，形成典型案例',
      allOf: [
        { fact: 'supportsEquityInvestment', is: true },
        { fact: 'supportsFinancialInnovation', is: true },
        { fact: 'hasResultsAndTypicalCase', is: true },
      ],
    },
  ],
  preferences: [],
  commitments: [
    {
      id: 'industrialization-rate',
      quote: '推动本市医疗卫生机构在国家知识产权局存量专利盘活系统中的“发明专利产业化率”达到20%以上',
      text: '2025年内，推动本市医疗卫生机构在存量专利盘活系统中的“发明专利产业化率”',
      target: '达到20%以上',
    },
    {
      id: 'registered-transactions',
      quote: '推动本市医疗卫生机构在国家知识产权局完成专利转让登记、许可备案的交易次数不少于200次',
      text: '2025年内，推动本市医疗卫生机构在国家知识产权局完成专利转让登记、许可备案的交易次数',
      target: '不少于200次',
    },
    {
      id: 'open-licences',
      quote: '完成专利开放许可声明不少于30件（取得相关声明手续合格通知书），达成专利开放许可交易不少于50次',
      text: '2025年内，推动本市医疗卫生机构完成专利开放许可声明（取得相关声明手续合格通知书），达成专利开放许可交易',
      target: '声明不少于30件，交易不少于50次',
    },
    {
      id: 'typical-cases',
      quote: '形成专利作价入股、许可、转让、产业化等专利转化运用工作典型案例不少于2件',
      text: '2025年内，探索形成专利运营服务模式经验，形成专利转化运用工作典型案例',
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
    amountWan: 50,
    amountText: '支持工作经费不超过50万元',
    places: 1,
    placesText: '1家',
    money: { quote: '评定上海市医疗卫生系统知识产权运营促进中心1家，对项目单位支持工作经费不超过50万元' },
    restrictions: [],
  },
  preparation: medicalPromotion2025Preparation,
} as const satisfies Programme
