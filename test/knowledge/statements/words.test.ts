import { describe, expect, test } from 'vitest'
import {
  changing,
  consequenceOpening,
  exceptionOpening,
  findModal,
  firstOnes,
  furthersCase,
  hedgeOf,
  lasting,
  leansBack,
  listsThings,
  opensCondition,
  pointsElsewhere,
  topicOf,
  verbEnding,
  verbOpening,
  widening,
} from '../../../knowledge/statements/words.ts'

/** Chunks with their modal word and what it says, or nothing. */
const modals: [chunk: string, modal?: string][] = [
  ['申报单位应当提交报告', '应当 must'],
  ['各部门须按期完成', '须 must'],
  ['请于月底前报送', '请 must'],
  ['企业应建立台账', '应 must'],
  ['各街道要建立台账', '要 must'],
  ['人员须知', undefined],
  ['相应调整标准', undefined],
  ['适应社会需求', undefined],
  ['响应群众期盼', undefined],
  ['应届毕业生', undefined],
  ['应急预案', undefined],
  ['专利申请数量', undefined],
  ['聘请专家', undefined],
  ['其他需要提交的材料', undefined],
  ['必要条件', undefined],
  ['重要事项', undefined],
  ['主要求职渠道', undefined],
  ['单位不得截留', '不得 must-not'],
  ['严禁套取资金', '严禁 must-not'],
  ['不予受理', '不予 must-not'],
  ['禁止转让', '禁止 must-not'],
  ['不能重复享受', '不能 must-not'],
  ['不得少于3人', undefined],
  ['不得超过五年', undefined],
  ['不应低于60分', undefined],
  ['不可抗力', undefined],
  ['生活不能自理老人', '不能 must-not'],
  ['不予处罚', '不予处罚 need-not'],
  ['无需提交证明', '无需 need-not'],
  ['不需要办理备案', '不需要 need-not'],
  ['可不提供明细', '可不 need-not'],
  ['可以延期', '可以 may'],
  ['申请人可申请复核', '可 may'],
  ['有权举报', '有权 may'],
  ['所有权归属', undefined],
  ['专有权', undefined],
  ['专利许可合同', undefined],
  ['认可度', undefined],
  ['可行性报告', undefined],
  ['可持续发展', undefined],
  ['可靠', undefined],
  ['推进无需见面的审批方式', undefined],
  ['具有不能自理老人的照护能力', undefined],
  ['鼓励社会资本参与', '鼓励 encouraged'],
  ['支持企业建设', '支持 encouraged'],
  ['给予资金支持', undefined],
  ['支持力度', undefined],
  ['力争三年内建成', '力争 aimed'],
  ['不再收取', '不再 fact'],
  ['不再符合条件的', undefined],
  ['（应当盖章）材料', undefined],
  ['《应当遵守的规则》', undefined],
  ['', undefined],
]

describe('the modal word of a chunk', () => {
  test.each(modals)('%s: %s', (chunk, expected) => {
    const found = findModal(chunk)
    expect(found && `${found.word} ${found.modality}`).toBe(expected)
    if (found) expect(chunk.slice(found.start, found.end)).toBe(found.word)
  })
})

const hedges: [chunk: string, hedge?: string][] = [
  ['原则上不超过5家', '原则上'],
  ['一般为三年', '一般'],
  ['力争达到100件', '力争'],
  ['（一般项目）不超过5家', undefined],
  ['不超过5家', undefined],
]

test.each(hedges)('%s is hedged by %s', (chunk, hedge) => {
  expect(hedgeOf(chunk)).toBe(hedge)
})

type Case = [words: string, is: boolean]
const tests: Record<string, [is: (words: string) => boolean, ...cases: Case[]]> = {
  'opens or ends like a condition': [
    opensCondition,
    ['对评审通过的项目', true],
    ['如遇特殊情况', true],
    ['未经批准', true],
    ['情况复杂的', true],
    ['评审结束后', true],
    ['申报单位', false],
  ],
  'opens an exception': [
    (words) => exceptionOpening.test(words),
    ['但因故障造成的除外', true],
    ['但是另有规定的除外', true],
    ['不但如此', false],
  ],
  'opens a consequence': [
    (words) => consequenceOpening.test(words),
    ['逾期不予受理', true],
    ['否则视为放弃', true],
    ['未逾期', false],
  ],
  'goes on from a case told before': [
    furthersCase,
    ['情节严重的', true],
    ['拒不改正的', true],
    ['逾期未缴的', true],
    ['造成损失的', true],
    ['申请人逾期的', false],
    ['以9610方式申报的', false],
  ],
  'points to another provision': [
    pointsElsewhere,
    ['前款规定的行为', true],
    ['上述材料', true],
    ['其负责人', true],
    ['该项目', true],
    ['其中3家', false],
    ['其他单位', false],
    ['其余款项', false],
    ['本项目', false],
    ['此前申报的', false],
  ],
  'leans on what stands before it': [
    leansBack,
    ['并公示五日', true],
    ['也可以预付', true],
    ['还应当提交', true],
    ['应当提交', false],
  ],
  'changes what another rule says': [
    (words) => widening.test(words),
    ['可以延长五个工作日', true],
    ['年龄放宽至40周岁', true],
    ['申请顺延', true],
    ['三年', false],
  ],
  'lasts rather than is done': [
    (words) => lasting.test(words),
    ['暂停申报资格', true],
    ['不再受理', true],
    ['减半收取', true],
    ['完成初审', false],
  ],
  'says by how much something changes': [
    (words) => changing.test(words),
    ['年龄放宽', true],
    ['期限延长至', true],
    ['每次扣', true],
    ['信用分', false],
  ],
  'holds for a part only': [
    (words) => firstOnes.test(words),
    ['停车费首小时', true],
    ['起步价', true],
    ['停车费', false],
  ],
  'leads to a list of things': [
    (words) => listsThings.test(words),
    ['提交下列材料：', true],
    ['提交以下证明', true],
    ['按下列程序办理：', false],
    ['材料审核程序：', false],
  ],
  'opens with a verb': [
    (words) => verbOpening.test(words),
    ['累计完成交易', true],
    ['给予补助', true],
    ['补助资金', false],
    ['资助总额', false],
    ['建设期', false],
    ['配套资金', false],
  ],
  'ends with a verb': [
    (words) => verbEnding.test(words),
    ['全市认定', true],
    ['每家单位给予', true],
    ['示范基地', false],
  ],
}

for (const [name, [is, ...cases]] of Object.entries(tests)) {
  describe(name, () => {
    test.each(cases)('%s: %s', (words, expected) => {
      expect(is(words)).toBe(expected)
    })
  })
}

const topics: [heading: string, topic?: string][] = [
  ['申报条件', 'conditions'],
  ['申报对象', 'conditions'],
  ['绩效目标', 'targets'],
  ['资助标准', 'money'],
  ['收费标准', 'money'],
  ['申报材料', 'materials'],
  ['办理程序', 'procedure'],
  ['联系方式', 'contact'],
  ['主要任务', 'tasks'],
  ['法律责任', 'sanctions'],
  ['附则', 'validity'],
  ['推荐名额', 'places'],
  ['条件保障', undefined],
  ['总则', undefined],
]

test.each(topics)('the heading %s is about %s', (heading, topic) => {
  expect(topicOf(heading)).toBe(topic)
})
