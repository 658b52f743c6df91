import { describe, expect, test } from 'vitest'
import { anyOfThese, contextsOf, negative } from '../../../knowledge/statements/clause-context.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { noticeOf, statementsOf } from './made-up.ts'

/** What the last line takes from the lines above it. */
function contextOf(lines: string[], heading?: string) {
  const notice = noticeOf(lines, heading)
  const last = notice.clauses.findLast(({ text }) => text.includes(lines.at(-1)!.replace(/^（.）|^\d\./u, '')))!
  return contextsOf(notice).get(last.id)!
}

describe('a lead-in opens a list', () => {
  const leads: [lead: string, mode: 'all' | 'any', isNegative: boolean, isClear: boolean][] = [
    ['申请人应当符合下列条件：', 'all', false, true],
    ['申请人应当同时具备：', 'all', false, true],
    ['符合下列条件之一的，可以申请：', 'any', false, true],
    ['具备下列任一条件：', 'any', false, true],
    ['应当至少符合以下一项：', 'any', false, true],
    ['有下列情形之一的，不予受理：', 'any', true, true],
    ['有下列行为之一的，由主管部门处罚：', 'any', true, true],
    ['禁止下列行为：', 'all', true, true],
    ['资金不得用于下列支出：', 'all', true, true],
    ['其中：', 'all', false, false],
    ['前款规定的材料包括：', 'all', false, false],
    ['上述人员应当提交：', 'all', false, false],
  ]
  test.each(leads)('%s mode %s, negative %s, clear %s', (lead, mode, isNegative, isClear) => {
    const { leadIn } = contextOf([lead, '（一）甲事项；', '（二）乙事项。'], '管理规定')
    expect(leadIn).toMatchObject({ text: lead, mode, isNegative, isClear })
  })

  const none: [name: string, lines: string[]][] = [
    ['a line that ends its sentence', ['申请人应当符合条件。', '（一）甲事项。']],
    ['a preamble', ['现将有关事项通知如下：', '（一）甲事项。']],
    ['an article before another one', ['第一条 不得有下列行为：', '（一）甲；', '第二条 乙事项。']],
  ]
  test.each(none)('%s opens none', (_, lines) => {
    expect(contextOf(lines, '管理规定').leadIn).toBeUndefined()
  })

  test('a list within a list is not clear', () => {
    const lines = ['申请人应当符合下列条件：', '（一）具备下列能力：', '1.甲能力；', '2.乙能力。']
    expect(contextOf(lines, '管理规定').leadIn?.isClear).toBe(false)
  })

  test('any and bans are told by their words', () => {
    for (const text of ['之一', '任一条件', '其中一项', '至少满足其中1项']) expect(text).toMatch(anyOfThese)
    for (const text of ['不予受理', '有下列情形', '取消资格', '处以罚款']) expect(text).toMatch(negative)
    for (const text of ['符合下列条件', '提交材料']) expect(text).not.toMatch(anyOfThese)
    for (const text of ['符合下列条件', '提交材料']) expect(text).not.toMatch(negative)
  })
})

describe('a lead-in with a time and a target dissolves', () => {
  const dissolved: [lead: string, time: string, modality: string][] = [
    ['至2026年底，推动实现以下绩效目标：', '至2026年底', 'aimed'],
    ['在2026年内，应完成以下任务目标：', '在2026年内', 'must'],
    ['到2030年，实现以下目标：', '到2030年', 'aimed'],
  ]
  test.each(dissolved)('%s', (lead, time, modality) => {
    const context = contextOf([lead, '1.新建公园10个。'], '工作目标')
    expect(context.leadIn).toBeUndefined()
    expect([context.measured?.text, context.modality]).toEqual([time, modality])
  })

  test('words that are no time do not', () => {
    expect(contextOf(['在市政府领导下，实现以下目标：', '1.新建公园10个。'], '工作目标').measured).toBeUndefined()
  })
})

describe('a heading gives its topic, and what holds without a modal word', () => {
  const headings: [heading: string, topic: string | undefined, modality: string][] = [
    ['申报条件', 'conditions', 'must'],
    ['工作目标', 'targets', 'aimed'],
    ['资助标准', 'money', 'fact'],
    ['申报材料', 'materials', 'fact'],
    ['条件保障', undefined, 'fact'],
    ['总则', undefined, 'fact'],
  ]
  test.each(headings)('%s: %s, %s', (heading, topic, modality) => {
    expect(contextOf(['甲事项。'], heading)).toMatchObject({ ...(topic && { topic }), modality })
    expect(contextOf(['甲事项。'], heading).topic).toBe(topic)
  })
})

describe('a clause under its heading alone', () => {
  const read: [heading: string, line: string, said: string[]][] = [
    ['申报对象', '本市医疗机构和科研院所。', ['申报对象：本市医疗机构和科研院所。']],
    ['申报对象', '申报单位应当为医疗机构。', ['申报单位应当为医疗机构。']],
    ['报送要求', '（填写本单位全称）', ['报送要求：填写本单位全称。']],
    ['工作任务', '开展调查研究。', []],
  ]
  test.each(read)('under %s, %s', (heading, line, said) => {
    const sure = statementsOf(line, heading).filter((statement) => statement.sure)
    expect(sure.map((statement) => wordStatement(statement, 'zh'))).toEqual(said)
  })
})

describe('entries of a list are said with the line that opens it', () => {
  const lists: [name: string, lines: string[], said: string[]][] = [
    [
      'numbers, figures and papers alike',
      ['申请人应当提交下列材料：', '（一）申请表一式两份；', '（二）30日内开具的证明；', '（三）其他材料。'],
      [
        '申请人应当提交下列材料：申请表一式两份。',
        '申请人应当提交下列材料：30日内开具的证明。',
        '申请人应当提交下列材料：其他材料。',
      ],
    ],
    [
      'a case that opens a case',
      ['有下列情形之一的，终止合同：', '（一）已获奖的；获提名的可以保留；', '（二）自愿放弃的。'],
      ['有下列情形之一的，终止合同：自愿放弃的。'],
    ],
    [
      'an entry without its head is not said at all',
      ['其中：', '（一）甲岗位须年满18周岁；', '（二）乙岗位须年满20周岁。'],
      [],
    ],
    [
      'a ban on places',
      ['下列区域禁止停车：', '（一）消防通道；', '（二）公交站点。'],
      ['下列区域禁止停车：消防通道。', '下列区域禁止停车：公交站点。'],
    ],
  ]
  test.each(lists)('%s', (_, lines, said) => {
    const sure = statementsOf(lines, '管理规定').filter((statement) => statement.sure)
    expect(sure.map((statement) => wordStatement(statement, 'zh'))).toEqual(said)
  })
})
