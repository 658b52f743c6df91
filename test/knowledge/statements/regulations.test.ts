import { describe, expect, test } from 'vitest'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { statementsOf } from './made-up.ts'

const said = (text: string, heading = '管理规定'): string[] =>
  statementsOf(text, heading)
    .filter(({ sure }) => sure)
    .map((statement) => wordStatement(statement, 'zh'))

/** Faults that reading wordings of regulations beside their sentences has shown, each as all that may be said of a sentence. */
const groups: Record<string, [name: string, text: string, said: string[], heading?: string][]> = {
  'a later case comes with what it is a case of': [
    [
      'where it names no case of its own',
      '持证人可以使用至期满；没有期限的，应当自施行之日起6个月内补办。',
      ['持证人可以使用至期满。', '持证人可以使用至期满；没有期限的，应当自施行之日起6个月内补办。'],
    ],
    [
      'where it is the worse one of two',
      '验收优秀的，一次性奖励20万元；不合格的，给予4个月整改期。',
      ['验收优秀的，一次性奖励20万元。', '验收优秀的，一次性奖励20万元；不合格的，给予4个月整改期。'],
      '资助标准',
    ],
    [
      'but not where both are told alike at the beginning',
      '以甲方式申报的，每单补助1元；以乙方式申报的，每单补助4元。',
      ['以甲方式申报的，每单补助1元。', '以乙方式申报的，每单补助4元。'],
      '资助标准',
    ],
    [
      'or at the end',
      '交易场所发生安全事件的，应当立即报告；数据商发生安全事件的，应当在12小时内报告。',
      ['交易场所发生安全事件的，应当立即报告。', '数据商发生安全事件的，应当在12小时内报告。'],
    ],
    ['and not at all where what comes before is a case itself', '已经获奖的；获得提名的可以再次推荐。', []],
  ],
  'an extension goes with the term that it extends': [
    [
      'in the next segment',
      '登记机构应当自受理之日起10个工作日内办结；情况复杂的，可以延长5个工作日。',
      [
        '登记机构应当自受理之日起10个工作日内办结；情况复杂的，可以延长5个工作日。',
        '登记机构应当自受理之日起10个工作日内办结；情况复杂的，可以延长5个工作日。',
      ],
    ],
    ['in the next chunk', '建设期两年，可以延长一年。', ['建设期两年，可以延长一年。', '建设期两年，可以延长一年。']],
  ],
  'nothing before an exception is left out': [
    [
      'of several bans',
      '买方不得超出约定用途使用数据，不得转售，但合同另有约定的除外。',
      [
        '买方不得超出约定用途使用数据，不得转售，但合同另有约定的除外。',
        '买方不得超出约定用途使用数据，不得转售，但合同另有约定的除外。',
      ],
    ],
    [
      'of a duty and its consequence',
      '服务时长须经组长签字，逾期不予补录，但因系统故障造成的除外。',
      [
        '服务时长须经组长签字，逾期不予补录，但因系统故障造成的除外。',
        '服务时长须经组长签字，逾期不予补录，但因系统故障造成的除外。',
      ],
    ],
    ['of one ban', '宠物不得进入展厅，导盲犬除外。', ['宠物不得进入展厅，导盲犬除外。']],
  ],
  'a noun with a figure is what the next chunk speaks of': [
    [
      'that begins with a modal word',
      '资助总额300万元以上的项目，应当委托审计。',
      ['资助总额300万元以上的项目，应当委托审计。'],
    ],
    ['that says when', '单台50万元以下的设备，预算时可不提供明细。', ['单台50万元以下的设备，预算时可不提供明细。']],
    ['that exempts', '面积不足2平方米的招牌，不需要办理备案。', ['面积不足2平方米的招牌，不需要办理备案。']],
  ],
  'a figure brings the base and the time before it': [
    [
      'for whom',
      '每户补贴机具不超过5台，补贴总额不超过18万元。',
      ['每户补贴机具不超过5台。', '每户补贴机具不超过5台，补贴总额不超过18万元。'],
      '资助标准',
    ],
    [
      'by when',
      '入选后12个月内建成信息库，入库可转化专利不少于30件。',
      ['入选后12个月内建成信息库。', '入选后12个月内建成信息库，入库可转化专利不少于30件。'],
    ],
  ],
  'a length of time is no deadline': [
    ['where a standing lasts for it', '情节严重的，2年内暂停申报资格。', []],
    ['where a fee is halved for it', '年费自授权之日起六年内减半。', []],
    ['in the name of a paper', '应当提交下列材料：30日内开具的证明。', ['应当提交下列材料：30日内开具的证明。']],
  ],
  'words that say for whom something holds stay': [
    [
      'in a range of ages',
      '年满16周岁、不超过68周岁，身体健康。',
      ['年满16周岁、不超过68周岁，身体健康。'],
      '申报条件',
    ],
    [
      'in a penalty',
      '违反第三条规定的，处一万元以上五万元以下罚款。',
      ['违反第三条规定的，处一万元以上五万元以下罚款。'],
    ],
    [
      'in a further penalty',
      '违反第三条规定的，责令改正；没有违法所得的，处二万元罚款。',
      ['违反第三条规定的，责令改正；没有违法所得的，处二万元罚款。'],
    ],
  ],
}

for (const [group, cases] of Object.entries(groups))
  describe(group, () => {
    test.each(cases)('%s: %s', (_, text, expected, heading) => {
      expect(said(text, heading)).toEqual(expected)
    })
  })

describe('slots of regulations', () => {
  const slots: [name: string, text: string, slots: object][] = [
    ['每个社区卫生服务中心 is a centre', '每个社区卫生服务中心不少于20张。', { figure: { per: ['中心'], value: 20 } }],
    [
      '每个区（县） is a district',
      '每个区（县）推荐不超过2家。',
      { kind: 'places', figure: { per: ['区（县）'], value: 2 } },
    ],
    ['次年 stays with its day', '余款于次年1月31日前结算。', { date: { ofYear: '次年', month: 1, day: 31 } }],
    ['最短 is a lower bound', '租期最短7天。', { figure: { bound: 'atLeast', value: 7 } }],
    ['一半 is a half', '培训经费占比不少于一半。', { figure: { kind: 'ratio', value: 0.5 } }],
    ['50MB are no bytes', '单个文件不超过50MB。', { figure: { unit: 'MB', value: 50 } }],
    [
      '（不含公摊面积） bounds nothing',
      '面积500平方米以上（不含公摊面积）。',
      { figure: { bound: 'atLeast' }, note: '不含公摊面积' },
    ],
    [
      'a time of day stays in its range',
      '5月6日9:00至5月20日17:00受理。',
      { date: { phrase: '5月6日9:00至5月20日17:00' } },
    ],
    ['不予处罚 refuses nobody', '主动改正的，不予处罚当事人。', { kind: 'exemption', modality: 'need-not' }],
  ]
  test.each(slots)('%s: %s', (_, text, expected) => {
    expect(statementsOf(text, '管理规定')[0]).toMatchObject(expected)
  })

  test('重新启用前 is nobody who acts', () => {
    const [duty] = statementsOf('停用的，重新启用前应当经检验合格。', '管理规定')
    expect([duty?.kind, duty?.subject]).toEqual(['duty', undefined])
  })
})
