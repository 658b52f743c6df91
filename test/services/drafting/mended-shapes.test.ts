import { describe, expect, test } from 'vitest'
import { prepareNotice } from '../../../knowledge/importing/prepare-notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { mendReading } from '../../../knowledge/parsing/mend-reading.ts'
import { draftProgrammes } from '../../../services/drafting/draft-programmes.ts'
import { readAmounts } from '../../../services/drafting/read-amount.ts'
import { readProvisions } from '../../../services/drafting/read-provision.ts'
import { inWords } from './in-words.ts'

const source = (conditions: string, support: string, more = '') => `石桥市科学技术局
石科〔2026〕12号
石桥市科学技术局关于申报2026年度创新平台奖补项目的通知
各有关单位：
现将2026年度创新平台奖补项目申报工作通知如下：
一、申报条件
${conditions}
二、支持标准
${support}
三、申报材料
${more === '' ? '（一）项目申报书。' : more}
四、申报时间
2026年5月1日至2026年6月30日。
石桥市科学技术局
2026年4月20日
`
const noticeOf = (text: string) => prepareNotice({ fileName: '通知.txt', source: text, given: {}, hints: {} }, [], [])
const draftOf = (text: string) => draftProgrammes(noticeOf(text))[0]!.document
const needs = (conditions: string): string[] => {
  const { criteria, facts } = draftOf(source(conditions, '一次性奖励20万元。'))
  return criteria.flatMap(({ condition }) =>
    (JSON.stringify(condition).match(/"fact":"\w+"/gu) ?? []).map((key) => {
      const fact = facts[key.slice(8, -1)]!
      return fact.type === 'bool' ? fact.need : fact.label
    }),
  )
}

describe('conditions', () => {
  test('what was had already is asked to be not so, where one may not apply again', () => {
    expect(readProvisions('同一设备已享受市级补助的，不得重复申报。').map(({ need }) => inWords(need))).toEqual([
      '¬同一设备已享受市级补助',
    ])
  })

  test('entries that name things are of the verb of the line above', () => {
    expect(needs('1.具备下列设施之一：（1）中试车间；（2）检测中心；')).toEqual(['具备中试车间', '具备检测中心'])
    expect(needs('1.具备以下条件之一：\n（1）企业信用良好；\n（2）获得质量奖。')).toEqual(['信用良好', '获得质量奖'])
  })

  test('a line without a number that refuses is of the entries behind it, whatever they are numbered', () => {
    const asked = needs(
      '1.研发人员不少于10人；\n2.资产负债率不高于60%。\n有下列情形之一的，不予支持：\n（1）存在违法用工的；\n（2）同一平台已获市级奖补的。',
    )
    expect(asked).toEqual(['研发人员', '资产负债率', '没有违法用工', '不属于“同一平台已获市级奖补”的情形'])
  })

  test('both halves of a clause that a person splits are read', () => {
    const text = source('（一）研发人员不少于10人，研发场地面积不少于300平方米。', '一次性奖励20万元。')
    const { clauses, source: _, ...metadata } = noticeOf(text)
    const { id, text: words } = clauses.find((clause) => clause.text.includes('研发人员'))!
    const at = words.indexOf('研发场地')
    const mended = mendReading(text, parseNotice(metadata, text).clauses, [{ do: 'split', clause: id, at }])
    expect(mended.unfit).toEqual([])
    const [draft] = draftProgrammes({ ...metadata, source: text, clauses: mended.clauses })
    expect(Object.values(draft!.document.facts).map(({ label }) => label)).toEqual(['研发人员', '研发场地面积'])
  })
})

describe('what an awardee gets', () => {
  test.each([
    [
      '带动就业10人以上的，另外给予5万元奖励。',
      { when: { kind: 'figure', limits: { atLeast: 10 } }, amount: { wan: 5 } },
    ],
    ['租用办公用房的，按实际租金的50%给予补贴，最高10万元。', { when: { text: '租用办公用房' }, amount: { upTo: 10 } }],
    ['经评审立项的，给予20万元支持。', { wan: 20 }],
  ])('%s', (text, amount) => expect(readAmounts(text)[0]!.amount).toMatchObject(amount))

  const table = (rows: string) => `按照设备实际投入的一定比例给予补助，标准见下表：\n${rows}`
  test('a table of shares and caps gives each level its share up to its cap', () => {
    const { support } = draftOf(
      source('1.研发人员不少于10人。', table('平台级别\t补助比例\t最高金额（万元）\n国家级\t30%\t100\n省级\t20%\t50')),
    )
    expect(support.amounts![0]!.amount).toMatchObject({
      cases: [{ amount: { upTo: 100, amount: { percent: 30 } } }, { amount: { upTo: 50, amount: { percent: 20 } } }],
    })
    expect(support.amountText).not.toContain('没有写明')
  })

  test('of shares of which nobody says what they are, nothing is promised', () => {
    const rows = '平台级别\t补助比例\t最高金额（万元）\n国家级\t30%\t100\n省级\t20%\t50'
    expect(draftOf(source('1.研发人员不少于10人。', `标准见下表：\n${rows}`)).support).not.toHaveProperty('amounts')
  })
})

test('papers listed on one line are each one; how to hand in is told apart', () => {
  const { preparation } = draftOf(
    source(
      '1.研发人员不少于10人。',
      '一次性奖励20万元。',
      '①申报书；②审计报告；③设备清单。材料请寄送至市科技局一式两份。',
    ),
  )
  const quoted = preparation.flatMap(({ kind, quote }) => (quote === undefined ? [] : [`${kind} ${quote}`]))
  expect(quoted).toContain('form 申报书')
  expect(quoted).toContain('evidence 设备清单')
  expect(quoted).toContain('submission 材料请寄送至市科技局一式两份')
})

test('what whoever is chosen must do is a commitment', () => {
  const text = source('1.研发人员不少于10人。', '一次性奖励20万元。').replace(
    '四、申报时间',
    '四、管理要求\n获得奖补的单位应当每年提交运行报告。\n五、申报时间',
  )
  expect(draftOf(text).commitments).toMatchObject([{ text: '获得奖补的单位应当每年提交运行报告' }])
})

test('the firm is asked about where a person applies for it', () => {
  const text = source('1.申请人年龄不超过40周岁。', '一次性奖励20万元。').replace(
    '二、支持标准',
    '二、企业条件\n1.实缴注册资本不少于50万元。\n三、支持标准',
  )
  expect(Object.values(draftOf(text).facts).map(({ prompt }) => prompt)).toEqual([
    expect.stringMatching(/^您年龄/u),
    expect.stringMatching(/^您的企业实缴注册资本/u),
  ])
})
