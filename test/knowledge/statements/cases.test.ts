import { describe, expect, test } from 'vitest'
import { leadOf, wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { slots, statementsOf } from './made-up.ts'

type Case = {
  text: string | string[]
  heading?: string
  says: Record<string, unknown>[]
  words?: string[]
  lead?: string
}

/** Sentences of official notices, or of their making, with what each says and how it is said. */
const cases: Case[] = [
  {
    text: '截至申报日，有效发明专利达到100件以上。',
    says: [
      {
        metric: '有效发明专利',
        measured: '截至申报日',
        modality: 'must',
        'figure.value': 100,
        'figure.bound': 'atLeast',
        'figure.unit': '件',
      },
    ],
    words: ['截至申报日，有效发明专利不少于100件。'],
    lead: '至少100件（含100件）。',
  },
  {
    text: '2023年至申报日，达成专利转化交易，实际到账金额达到500万元；或者具有成功实施专利作价入股典型案例。',
    says: [
      {
        kind: 'any-of',
        group: {
          mode: 'any',
          from: 'text',
          members: ['2023年至申报日，达成专利转化交易，实际到账金额达到500万元', '具有成功实施专利作价入股典型案例'],
        },
      },
    ],
    lead: '两项有一项即可。',
  },
  {
    text: '申报单位近三年实际开展过运营工作，三年内实际达成交易5次以上或实际到账金额达到50万元以上。',
    says: [
      {
        kind: 'any-of',
        group: { mode: 'any', from: 'text', members: ['三年内实际达成交易5次以上', '实际到账金额达到50万元以上'] },
      },
    ],
    lead: '两项有一项即可。',
  },
  {
    text: '可以投入运营的专利（含发明、实用新型、外观设计专利）20件以上。',
    says: [{ metric: '可以投入运营的专利（含发明、实用新型、外观设计专利）', modality: 'must', 'figure.value': 20 }],
    words: ['可以投入运营的专利（含发明、实用新型、外观设计专利）不少于20件。'],
  },
  {
    text: '完成专利开放许可声明不少于5件（取得相关声明手续合格通知书）。',
    heading: '任务目标',
    says: [{ verb: '完成', metric: '专利开放许可声明', note: '取得相关声明手续合格通知书', modality: 'aimed' }],
    words: ['完成专利开放许可声明不少于5件（取得相关声明手续合格通知书）。'],
  },
  {
    text: '知识产权专职工作人员不少于2人，其中1人须具有知识产权职称或者知识产权工作者证书。',
    heading: '绩效目标',
    says: [
      { metric: '知识产权专职工作人员', 'figure.value': 2, 'figure.bound': 'atLeast' },
      {
        'figure.value': 1,
        'figure.bound': 'exactly',
        modality: 'must',
        object: '具有知识产权职称或者知识产权工作者证书',
      },
    ],
  },
  {
    text: 'PCT专利申请较2022年增长20%以上，且不少于3件。',
    heading: '绩效目标',
    says: [
      { kind: 'growth', metric: 'PCT专利申请', 'figure.value': 20, 'figure.against': '2022年' },
      { kind: 'quantity', metric: 'PCT专利申请', 'figure.value': 3, 'figure.bound': 'atLeast' },
    ],
    words: ['PCT专利申请较2022年增长20%以上，且不少于3件。', 'PCT专利申请较2022年增长20%以上，且不少于3件。'],
  },
  {
    text: '到2025年底，本市每万人高价值发明专利拥有量达到６０件以上,PCT国际专利申请量达到７０００件左右。',
    heading: '总体目标',
    says: [
      { 'figure.value': 60, 'figure.per': ['万人'], measured: '到2025年底' },
      { 'figure.value': 7000, 'figure.bound': 'about', metric: 'PCT国际专利申请量' },
    ],
  },
  {
    text: '2025年，评定运营中心不超过5家，对每家单位支持工作经费不超过20万元。',
    heading: '配套政策',
    says: [
      { kind: 'places', 'figure.value': 5, 'figure.bound': 'atMost', modality: 'fact' },
      { kind: 'money', 'figure.value': 200000, 'figure.per': ['单位'], metric: '工作经费' },
    ],
    words: ['2025年，评定运营中心不超过5家。', '2025年，对每家单位支持工作经费不超过20万元。'],
  },
  {
    text: '项目承担单位须以自筹资金方式为本项目设置不低于1：1的配套资金。',
    heading: '扶持资金',
    says: [
      {
        kind: 'ratio',
        subject: '项目承担单位',
        verb: '设置',
        object: '配套资金',
        'figure.value': 1,
        'figure.bound': 'atLeast',
        modality: 'must',
      },
    ],
  },
  {
    text: '按照许可转让费用实际到账金额的0.1%给予服务团队个人奖励。',
    heading: '扶持资金',
    says: [
      { kind: 'rate', 'figure.value': 0.1, 'figure.of': '许可转让费用实际到账金额', object: '给予服务团队个人奖励' },
    ],
  },
  {
    text: '申报单位应准备相关证明材料，于2025年6月13日前以电子邮件和纸件（一式2份，装订成册）报送至市知识产权局，逾期不予受理。',
    heading: '申报程序',
    says: [
      { kind: 'duty', subject: '申报单位' },
      { kind: 'deadline', modality: 'must', 'date.edge': 'before', 'date.year': 2025, 'date.month': 6, 'date.day': 13 },
      { kind: 'ban', modality: 'must-not' },
    ],
  },
  {
    text: ['至2023年底，推动实现以下绩效目标：', '1.形成专利导航报告2份。'],
    heading: '绩效目标',
    says: [{ measured: '至2023年底', 'figure.value': 2, 'figure.unit': '份', modality: 'aimed' }],
    words: ['至2023年底，形成专利导航报告2份。'],
  },
  {
    text: ['有下列情形之一的，不予批准：', '（一）提供虚假材料的；', '（二）逾期未报告的。'],
    heading: '审批程序',
    says: [{ kind: 'item', leadIn: '有下列情形之一的，不予批准：' }, { kind: 'item' }],
    words: ['有下列情形之一的，不予批准：提供虚假材料的。'],
  },
  {
    text: ['符合下列条件之一的企业可以申报：', '（一）有效发明专利10件以上；', '（二）获得中国专利奖。'],
    says: [
      { kind: 'any-of', group: { mode: 'any', from: 'lead-in', members: ['有效发明专利10件以上', '获得中国专利奖'] } },
    ],
    lead: '两项有一项即可。',
  },
  {
    text: '材料不齐的，受理机关应当在收到之日起3个工作日内告知补正。',
    heading: '办理程序',
    says: [{ kind: 'deadline', subject: '受理机关', modality: 'must', 'date.edge': 'within' }],
    words: ['材料不齐的，受理机关应当在收到之日起3个工作日内告知补正。'],
  },
  {
    text: '每个团队签约居民原则上不超过600人。',
    heading: '工作要求',
    says: [{ hedge: '原则上', 'figure.value': 600 }],
    lead: '每个团队签约居民原则上不超过600人。',
  },
  {
    text: '同一申请人各项资助总额不超过60万元，第八条规定的奖励除外。',
    heading: '资助标准',
    says: [{ kind: 'money', 'figure.value': 600000 }],
    lead: '同一申请人各项资助总额不超过60万元，第八条规定的奖励除外。',
  },
]

describe('a sentence says', () => {
  for (const { text, heading, says, words, lead } of cases) {
    const name = typeof text === 'string' ? text : text.join('')
    test(name, () => {
      const said = statementsOf(text, heading).filter(({ sure }) => sure)
      expect(said.map((statement, at) => slots(statement, Object.keys(says[at] ?? {})))).toEqual(says)
      for (const [at, wording] of (words ?? []).entries()) expect(wordStatement(said[at]!, 'zh')).toBe(wording)
      if (lead !== undefined) expect(leadOf(said[0]!, 'zh')).toBe(lead)
    })
  }
})

/** What no slot holds yet: found by, but never said in words of ours. */
const unsaid: [string, string][] = [
  ['a member of an alternative', '实际到账金额达到500万元；或者具有典型案例。'],
  ['a rule before the case of another', '给予补助10万元，情节严重的，取消资格。'],
  ['a share of nothing in particular', '验收合格后拨付50%。'],
  ['a figure in an attribute', '拥有租赁期不少于3年的固定场所。'],
  ['a bound that stands apart from its figure', '按不超过贷款金额的50%给予补助。'],
  ['a bound that stands apart from what it is counted for', '设施容积不得小于每头存栏生猪0.2立方米。'],
  ['words that point to another provision', '前款规定的补助不超过10万元。'],
  ['a list that is not there', '符合下列条件的单位补助10万元。'],
  ['a day without its month', '第二批项目安排在25日上午。'],
  ['a case that goes on from the sentence before', '未经许可不得停车。逾期未改正的，处5000元罚款。'],
  ['a further case of the same provision', '违反规定停车的，责令改正。情节严重的，并处两万元罚款。'],
  ['a bracket that is not closed', '补助不超过10万元（含税。'],
]

describe('never said in other words', () => {
  for (const [name, text] of unsaid) {
    test(`${name}: ${text}`, () => {
      const figures = statementsOf(text, '资助标准').filter(({ figure }) => figure !== undefined)
      expect(figures.filter(({ sure }) => sure).map((statement) => wordStatement(statement, 'zh'))).toEqual([])
    })
  }
})

/** Lines under a heading, and what may be said of them in words of ours. */
const said: [string, string[], string[]][] = [
  [
    'an article behind a list is no entry of it',
    ['第一条 用户不得有下列行为：', '（一）擅自改装；', '（二）擅自拆除。', '第二条 用户应当及时更新软管。'],
    ['用户不得有下列行为：擅自改装。', '用户不得有下列行为：擅自拆除。', '用户应当及时更新软管。'],
  ],
  [
    'the second sentence of an entry does not stand under the lead-in',
    ['下列人员由委员会任免：', '（一）根据提请，任命主任。委员必须是代表。', '（二）副主任。'],
    ['下列人员由委员会任免：根据提请，任命主任。', '委员必须是代表。', '下列人员由委员会任免：副主任。'],
  ],
  [
    'what is to be done is not cut off',
    ['停车人应当按照收费标准，在驶离之日起三十日内缴纳费用。'],
    ['停车人应当按照收费标准，在驶离之日起三十日内缴纳费用。'],
  ],
  [
    'an alternative goes with its rule',
    ['当事人应当预付医疗费，也可以由他人预付。'],
    ['当事人应当预付医疗费，也可以由他人预付。', '当事人应当预付医疗费，也可以由他人预付。'],
  ],
  [
    'a further penalty goes with what it is for',
    ['违反第三条规定的，责令改正；逾期不改正的，处五千元以下罚款。'],
    ['违反第三条规定的，责令改正；逾期不改正的，处五千元以下罚款。'],
  ],
  ['根据需要可以 permits, and asks for nothing', ['根据需要可以设立派出机构。'], ['根据需要可以设立派出机构。']],
]

describe('only this is said:', () => {
  for (const [name, lines, wordings] of said) {
    test(name, () => {
      const sure = statementsOf(lines, '管理规定').filter((statement) => statement.sure)
      expect(sure.map((statement) => wordStatement(statement, 'zh'))).toEqual(wordings)
    })
  }
})

test('any one of several faults is no requirement of which one is enough', () => {
  const lines = ['有下列行为之一的，由总工会责令改正：', '（一）阻挠选举的；', '（二）打击报复的。']
  const kinds = statementsOf(lines, '管理规定').map(({ kind, sure }) => [kind, sure])
  expect(kinds).toEqual([
    ['item', true],
    ['item', true],
  ])
})

test('根据需要可以 is a permission', () => {
  expect(statementsOf('根据需要可以设立派出机构。', '管理规定').map(({ modality }) => modality)).toEqual(['may'])
})

/** Words that hold other words. */
const wordsInWords: [string, string, string[]][] = [
  ['专利许可 permits nothing', '开展专利许可、转让工作。', []],
  ['申请 asks for nothing', '提高专利申请质量。', []],
  ['所有权 is no right to do', '赋予科研人员职务成果所有权。', []],
  ['不得少于 is a bound', '工作人员不得少于3人。', ['must']],
  ['条件保障 is no condition', '建立联络员网络。', []],
]

describe('words within words', () => {
  for (const [name, text, modalities] of wordsInWords) {
    test(name, () => {
      const heading = name.startsWith('条件保障') ? '条件保障' : name.startsWith('不得') ? '申报条件' : '工作任务'
      const said = statementsOf(text, heading).filter(({ kind }) => kind !== 'activity')
      expect(said.map(({ modality }) => modality)).toEqual(modalities)
    })
  }
})

test('a cell is said with the heads of its row and its column', () => {
  const table = ['病种\t职工医保\t居民医保', '糖尿病\t200元/月\t150元/月', '高血压\t200元/月\t100元/月']
  const said = statementsOf(table, '待遇标准').filter(({ kind, sure }) => kind === 'cell' && sure)
  expect(said.map((statement) => wordStatement(statement, 'zh'))).toEqual([
    '糖尿病：职工医保200元/月（待遇标准）。',
    '糖尿病：居民医保150元/月（待遇标准）。',
    '高血压：职工医保200元/月（待遇标准）。',
    '高血压：居民医保100元/月（待遇标准）。',
  ])
})

test('a cell of a row that is called like another one is not said alone', () => {
  const table = ['类别\t名额', '一类\t3', '一类\t5']
  expect(statementsOf(table, '名额').filter(({ kind, sure }) => kind === 'cell' && sure)).toEqual([])
})

test('English gives figure, bound and date, and quotes what nobody has translated', () => {
  const [statement] = statementsOf('实际成交额不低于20万元。')
  expect(wordStatement(statement!, 'en')).toBe('At least 200,000 yuan — “实际成交额不低于20万元。”')
  expect(leadOf(statement!, 'en')).toBe('At least 200,000 yuan.')
})
