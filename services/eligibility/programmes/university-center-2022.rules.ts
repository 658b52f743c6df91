import { universityCenter2022Preparation } from '../../preparation/university-center-2022.ts'
import type { Programme } from '../programme.ts'

/** 上海市高校知识产权运营中心, 沪知局办〔2022〕28号. The order is the notice's. */
export const universityCenter2022 = {
  id: 'university-center-2022',
  title: '上海市高校知识产权运营中心',
  year: 2022,
  notice: 'university-2022',
  window: {
    opens: '2022-10-28',
    closes: '2022-11-08',
    quote: '于2022年11月8日前以电子邮件和纸件（一式2份,装订成册）报送至市知识产权局，逾期不予受理',
  },
  criteria: [
    {
      id: 'applicant',
      title: '申报对象',
      quote: '上海市高校知识产权运营中心项目面向全市高校开展评选',
      fact: 'isShanghaiUniversity',
      is: true,
    },
    {
      id: 'willing',
      title: '建设意愿',
      quote:
        '申报高校具有积极参与高校知识产权运营中心建设的意愿，能够按照《高校知识产权运营中心建设方案》的各项要求，积极推进本校知识产权运营机制建设',
      fact: 'willingToBuild',
      is: true,
    },
    {
      id: 'resources',
      title: '基础条件和人力、物力、财力支持',
      quote: '申报高校具有一定的知识产权运营基础条件，能够为高校知识产权运营中心建设提供人力、物力、财力支持',
      fact: 'hasResources',
      is: true,
    },
    {
      id: 'cases',
      title: '知识产权运营实践案例',
      quote:
        '申报高校具有一定数量的专利许可转让、作价入股等知识产权运营实践案例，具备开展高校知识产权运营中心建设的业务能力基础',
      fact: 'operationCases',
      atLeast: 1,
      words: {
        required: '需有一定数量的知识产权运营实践案例（通知没有规定具体数量）',
        gap: '需有知识产权运营实践案例',
      },
      note: '通知没有规定案例数量，是否足够由专家评审判断。本自查只区分有案例和没有案例。',
    },
  ],
  preferences: [
    {
      id: 'national-ip-university',
      title: '国家知识产权试点示范高校',
      quote: '同等条件下，获得认定的国家知识产权试点示范高校优先',
      fact: 'isNationalIpUniversity',
      is: true,
    },
    {
      id: 'award',
      title: '中国专利奖、上海知识产权创新奖',
      quote: '获得过中国专利奖、上海知识产权创新奖的优先',
      fact: 'hasUniversityListedAward',
      is: true,
    },
  ],
  commitments: [
    {
      id: 'open-licences',
      quote: '完成不少于3项专利开放许可',
      text: '至2023年底，完成专利开放许可',
      target: '不少于3项',
    },
    {
      id: 'transactions-growth',
      quote: '专利许可转让、作价入股的项目数和项目金额较2022年度增长30%以上',
      text: '至2023年底，专利许可转让、作价入股的项目数和项目金额',
      target: '较2022年度增长30%以上（例：2022年为10项，须达到13项）',
    },
    {
      id: 'transfer-share',
      quote: '年度转让许可专利数占有效专利数的比例不低于2%',
      text: '至2023年底，年度转让许可专利数占有效专利数的比例',
      target: '不低于2%（例：有效专利1000件，须转让许可20件以上）',
    },
    {
      id: 'leader',
      quote: '相关高校应由校领导牵头负责知识产权运营中心工作',
      text: '知识产权运营中心工作',
      target: '由校领导牵头负责',
    },
    {
      id: 'full-time-staff',
      quote: '知识产权运营中心专职负责人员应不少于3人',
      text: '知识产权运营中心专职负责人员',
      target: '不少于3人',
    },
    {
      id: 'matching-funds',
      quote: '高校履行主体责任，配套相应的资金',
      text: '高校配套资金',
      target: '配套相应的资金（方案没有规定比例）',
    },
  ],
  support: {
    amountText: '一次性经费支持，通知没有写明金额',
    places: 10,
    placesText: '不超过10所',
    money: { quote: '上海市知识产权局于2022年内给予相关高校知识产权运营中心一次性经费支持' },
    placesQuote: { quote: '选取不超过10所高校开展高校知识产权运营中心建设工作' },
    restrictions: [],
  },
  preparation: universityCenter2022Preparation,
} as const satisfies Programme
