import { medicalCenter2022Preparation } from '../../preparation/medical-center-2022.ts'
import type { Programme } from '../programme.ts'

/** 上海市医疗卫生系统知识产权运营中心, the notice of 2022, which bears neither number nor date. The order is the notice's. */
export const medicalCenter2022 = {
  id: 'medical-center-2022',
  title: '上海市医疗卫生系统知识产权运营中心',
  year: 2022,
  notice: 'medical-2022',
  window: {
    closes: '2022-11-23',
    quote: '于2022年11月23日前以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局，逾期不予受理',
  },
  criteria: [
    {
      id: 'applicant',
      title: '申报对象',
      quote: '本市三级以上医疗机构',
      allOf: [
        { fact: 'isShanghaiMedicalInstitution', is: true },
        { fact: 'hospitalLevel', oneOf: ['tertiary'] },
      ],
    },
    {
      id: 'ip-management',
      title: '知识产权管理制度、部门人员和经费',
      quote: '申报单位具备完善的知识产权管理规章制度，建有知识产权管理部门及工作人员，知识产权工作经费保障有力',
      allOf: [
        { fact: 'hasIpRules', is: true },
        { fact: 'hasIpDepartmentAndStaff', is: true },
        { fact: 'hasIpFunding', is: true },
      ],
    },
    {
      id: 'willing-and-able',
      title: '开展知识产权运营的意愿和能力',
      quote: '申报单位具有开展知识产权运营的意愿和能力',
      fact: 'willingAndAble',
      is: true,
    },
    {
      id: 'valid-invention-patents',
      title: '有效发明专利',
      quote: '有效发明专利30件以上',
      fact: 'validInventionPatents',
      atLeast: 30,
    },
    {
      id: 'operable-patents',
      title: '可以投入运营的专利',
      quote: '可以投入运营的专利（含发明、实用新型、外观设计专利）20件以上',
      fact: 'operablePatents',
      atLeast: 20,
    },
    {
      id: 'track-record',
      title: '近三年交易次数或到账金额',
      quote:
        '申报单位近三年实际开展过专利许可、转让、作价入股等知识产权运营工作，三年内实际达成交易5次以上或实际到账金额达到50万元以上',
      anyOf: [
        { fact: 'transactionsLast3Years', atLeast: 5 },
        { fact: 'incomeLast3YearsWan', atLeast: 50 },
      ],
      note: '交易和到账都须来自近三年实际开展的专利许可、转让、作价入股等工作。',
    },
  ],
  preferences: [
    {
      id: 'pilot-unit',
      title: '上海市企事业专利工作试点示范单位',
      quote: '同等条件下，上海市企事业专利工作试点示范单位',
      fact: 'isPatentPilotUnit',
      is: true,
    },
    {
      id: 'award',
      title: '中国专利奖、上海知识产权创新奖或上海市高价值专利运营大赛奖项',
      quote: '获得中国专利奖、上海知识产权创新奖或上海市高价值专利运营大赛奖项的单位优先考虑',
      fact: 'hasHospitalListedAward',
      is: true,
    },
  ],
  commitments: [
    {
      id: 'rules-documents',
      quote: '形成知识产权运营制度文件',
      text: '至2023年底，知识产权运营制度文件',
      target: '形成文件',
    },
    {
      id: 'full-time-staff',
      quote: '知识产权专职工作人员不少于2人，其中1人须具有知识产权职称或者知识产权工作者证书',
      text: '至2023年底，知识产权专职工作人员',
      target: '不少于2人，其中1人须具有知识产权职称或者知识产权工作者证书',
    },
    {
      id: 'patent-navigation',
      quote: '形成专利导航报告2份',
      text: '至2023年底，形成专利导航报告',
      target: '2份',
    },
    {
      id: 'pct-applications',
      quote: 'PCT专利申请较2022年增长20%以上，且不少于3件',
      text: '至2023年底，PCT专利申请',
      target: '较2022年增长20%以上，且不少于3件（例：2022年为2件，须达到3件；为10件，须达到12件）',
    },
    {
      id: 'transactions-growth',
      quote: '专利许可转让、作价入股次数与金额较2022年增长20%以上',
      text: '至2023年底，专利许可转让、作价入股次数与金额',
      target: '较2022年增长20%以上（例：2022年为10次，须达到12次）',
    },
    {
      id: 'small-business-growth',
      quote: '其中向中小微企业开展专利转让许可的次数与金额较2022年增长30%以上',
      text: '至2023年底，向中小微企业开展专利转让许可的次数与金额',
      target: '较2022年增长30%以上（例：2022年为10次，须达到13次）',
    },
    {
      id: 'matching-funds',
      quote: '项目承担单位须以自筹资金方式为本项目设置不低于1：1的配套资金',
      text: '以自筹资金方式设置配套资金',
      target: '不低于1：1（支持经费50万元，自筹不低于50万元）',
    },
  ],
  support: {
    amountWan: 50,
    amountText: '每家单位支持工作经费50万元',
    places: 10,
    placesText: '不超过10家',
    money: { quote: '本项目资金为专利转化专项计划中央财政资金，每家单位支持工作经费50万元' },
    placesQuote: { quote: '评定上海市医疗卫生系统知识产权运营中心不超过10家' },
    restrictions: [
      {
        quote: '项目承担单位须以自筹资金方式为本项目设置不低于1：1的配套资金',
        text: '须以自筹资金设置不低于1：1的配套资金。',
      },
      { quote: '对本项目经费单独核算，专款专用', text: '对本项目经费单独核算，专款专用。' },
      { quote: '不得挪作他用', text: '不得挪作他用。' },
      {
        quote: '不得用于购置办公设备及人员奖金、津贴等工资性支出',
        text: '不得用于购置办公设备及人员奖金、津贴等工资性支出。',
      },
      {
        quote: '不得用于专利申请维持费等国家政策禁止资助的经费支出',
        text: '不得用于专利申请维持费等国家政策禁止资助的经费支出。',
      },
    ],
  },
  preparation: medicalCenter2022Preparation,
} as const satisfies Programme
