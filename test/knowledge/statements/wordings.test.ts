import { describe, expect, test } from 'vitest'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { leadOf, wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { statementsOf } from './made-up.ts'

/** The last sure statement of a text. */
const last = (text: string, heading: string) => statementsOf(text.split('\n'), heading).findLast(({ sure }) => sure)!

/** Sentences with the answer alone, in Chinese; – where nothing so short is true without the rest. */
const leads: [heading: string, text: string, lead: string][] = [
  ['申报条件', '有效发明专利100件以上。', '至少100件（含100件）。'],
  ['申报条件', '有效发明专利不少于100件。', '至少100件。'],
  ['申报条件', '有效发明专利超过100件。', '超过100件。'],
  ['申报条件', '推荐项目20项以内。', '推荐项目不超过20项。'],
  ['申报条件', '研发投入占比不低于5%。', '至少5%。'],
  ['工作目标', '盘点率达到100%。', '100%。'],
  ['资助标准', '每家单位补助20万元。', '每家单位20万元。'],
  ['资助标准', '单个企业最高100万元。', '单个企业最多100万元。'],
  ['资助标准', '补助标准为30元/平方米。', '–'],
  ['资助标准', '按合同金额的3%给予奖励。', '–'],
  ['资助标准', '对考核优秀的，奖励10万元。', '–'],
  ['资助标准', '补助不超过10万元，第八条规定的除外。', '补助不超过10万元，第八条规定的除外。'],
  ['资助标准', '原则上不超过10万元。', '原则上不超过10万元。'],
  ['资助标准', '停车费首小时10元。', '停车费首小时10元。'],
  ['资助标准', '押金为两个月租金。', '押金为两个月租金。'],
  ['资助标准', '年龄放宽2周岁。', '年龄放宽2周岁。'],
  ['名额', '每名专家只能推荐1名人选。', '每名专家只能推荐1名人选。'],
  ['申报程序', '申报书一式三份。', '一式三份。'],
  ['申报程序', '于2026年6月13日前报送。', '2026年6月13日前。'],
  ['申报程序', '于次年1月31日前结算。', '次年1月31日前。'],
  ['申报程序', '自受理之日起20个工作日内办结。', '受理之日起20个工作日内。'],
  ['申报程序', '初审后5日内公布，7日内拨付。', '初审后5日内公布，7日内拨付。'],
  ['申报程序', '材料不齐的，应当在3日内补正。', '材料不齐的，应当在3日内补正。'],
  ['管理规定', '单位不得截留资金。', '单位不得截留资金。'],
  ['管理规定', '承租人不得连续空置6个月以上。', '承租人不得连续空置6个月以上。'],
]

describe('the answer alone', () => {
  test.each(leads)('%s: %s → %s', (heading, text, lead) => {
    const statement = last(text, heading)
    const short = leadOf(statement, 'zh') ?? '–'
    if (lead === '–') expect(['–', wordStatement(statement, 'zh')]).toContain(short)
    else expect(short).toBe(lead)
  })

  test(`is left out where it is longer than ${longestLead} characters`, () => {
    const text = `在本市从事${'研究开发'.repeat(20)}的单位，应当建立台账。`
    expect(leadOf(last(text, '管理规定'), 'zh')).toBeUndefined()
  })
})

/** Sentences with what English says before it quotes them. */
const english: [heading: string, text: string, said: string][] = [
  ['申报条件', '专职人员不少于15人。', 'At least 15 people'],
  ['申报条件', '成立满1年。', 'At least 1 year'],
  ['申报条件', '成立满2年。', 'At least 2 years'],
  ['申报条件', '年满18周岁、不超过35周岁。', '18 to 35 years of age'],
  ['申报条件', '场地面积超过200平方米。', 'More than 200 平方米'],
  ['资助标准', '每家单位补助20万元。', '200,000 yuan per unit'],
  ['资助标准', '补助总额1.5亿元。', '150 million yuan'],
  ['资助标准', '补助总额12345元。', '12,345 yuan'],
  ['资助标准', '奖励10万元至30万元。', '100,000 to 300,000 yuan'],
  ['管理规定', '违反规定停车的，处五百元以上二千元以下罚款。', '500 to 2,000 yuan'],
  ['管理规定', '单位出席人数不少于三分之二。', 'At least 2/3'],
  ['管理规定', '培训经费占比不少于一半。', 'At least 1/2'],
  ['管理规定', '配套资金比例不低于1:2。', 'At least 1:2'],
  ['资助标准', '开行班列的，每往返一班补助6万元。', "In the notice's words"],
  ['管理规定', '承租人不得连续空置6个月以上。', 'Not allowed'],
  ['管理规定', '单位不得拒绝检查。', 'Not allowed'],
  ['管理规定', '匿名举报的，不予受理。', '–'],
  ['管理规定', '申请人无需提交证明。', 'Not required'],
  ['管理规定', '申请人可以委托他人办理。', 'Allowed'],
  ['管理规定', '申请人应当到场。', 'Required'],
  ['管理规定', '鼓励社会力量参与。', 'Encouraged'],
  ['管理规定', '残疾人优先安排。', 'Preferred'],
  ['管理规定', '本办法由市管理局负责解释。', "In the notice's words"],
  ['申报程序', '于2026年6月13日前报送。', 'Deadline: before 13 June 2026'],
  ['申报程序', '于6月底前报送。', 'Deadline: before 30 June'],
  ['申报程序', '于2月底前报送。', 'Deadline: before the end of February'],
  ['申报程序', '2026年底前建成。', 'Deadline: before the end of 2026'],
  ['申报程序', '每年3月31日前报送。', 'Deadline: before 31 March every year'],
  ['申报程序', '次年1月31日前结算。', 'Deadline: “次年1月31日前”'],
  ['申报程序', '5个工作日内答复。', 'Deadline: within 5 working days'],
  ['申报程序', '自受理之日起5个工作日内答复。', 'Deadline: “受理之日起5个工作日内”'],
  ['申报程序', '申报书一式三份。', '3 copies'],
]

describe('English says before the quotation', () => {
  test.each(english)('%s: %s → %s', (heading, text, said) => {
    const statement = statementsOf(text, heading).findLast(({ sure }) => sure)
    if (said === '–') expect(statement?.modality ?? 'must-not').toBe('must-not')
    else expect(wordStatement(statement!, 'en')).toBe(`${said} — “${text}”`)
  })

  const shorts: [heading: string, text: string, said: string | undefined][] = [
    ['申报条件', '专职人员不少于15人。', 'At least 15 people.'],
    ['资助标准', '原则上不超过10万元。', undefined],
    ['资助标准', '年龄放宽2周岁。', undefined],
    ['管理规定', '承租人不得连续空置6个月以上。', undefined],
    ['申报程序', '于2026年6月13日前报送。', 'Before 13 June 2026.'],
    ['管理规定', '申请人应当到场。', undefined],
  ]
  test.each(shorts)('in short: %s: %s → %s', (heading, text, said) => {
    expect(leadOf(last(text, heading), 'en')).toBe(said)
  })
})

describe('bounds are said in plain words', () => {
  const plain: [text: string, wording: string][] = [
    ['有效发明专利达到100件以上。', '有效发明专利不少于100件。'],
    ['有效发明专利100件及以上。', '有效发明专利不少于100件。'],
    ['合格率达到95%以上。', '合格率不低于95%。'],
    ['推荐项目20项以内。', '推荐项目不超过20项。'],
    ['推荐项目20项及以下。', '推荐项目不超过20项。'],
    // What these say is no quantity of a noun, or more than one.
    ['从业经历5年以上。', '从业经历5年以上。'],
    ['盘点率达到100%。', '盘点率达到100%。'],
    ['有效发明专利100件以上200件以下。', '有效发明专利100件以上200件以下。'],
    ['有效发明专利超过100件。', '有效发明专利超过100件。'],
    ['有效发明专利100件左右。', '有效发明专利100件左右。'],
  ]
  test.each(plain)('%s → %s', (text, wording) => {
    const said = statementsOf(text, '申报条件').filter(({ sure }) => sure)
    expect(said.map((statement) => wordStatement(statement, 'zh'))).toEqual([wording])
  })
})
