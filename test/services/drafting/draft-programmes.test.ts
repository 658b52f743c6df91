import { describe, expect, test } from 'vitest'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Condition } from '../../../services/eligibility/document-conditions.ts'
import { readDocument } from '../../../services/eligibility/document.ts'
import { locateQuote } from '../../../services/eligibility/find-source.ts'
import { draftProgrammes, type ProgrammeDraft } from '../../../services/drafting/draft-programmes.ts'
import { factsIn, factsOfAmount } from '../../../services/drafting/merge-facts.ts'
import { binhai, haizhou, jiangcheng, markdownNotice, noticeOf, textOf } from './notices.ts'

const shipped = loadNotices()
const drafts = shipped.flatMap((notice) => draftProgrammes(notice).map((draft) => ({ notice, draft })))
const draftOf = (id: string): ProgrammeDraft['document'] =>
  drafts.find(({ draft }) => draft.document.id === id)!.draft.document

/** A condition with the labels of its facts, and its limits. */
function said(condition: Condition, { facts }: ProgrammeDraft['document']): string {
  const of = (one: Condition): string => said(one, { facts } as ProgrammeDraft['document'])
  if ('allOf' in condition) return `(${condition.allOf.map(of).join(' & ')})`
  if ('anyOf' in condition) return `(${condition.anyOf.map(of).join(' | ')})`
  if ('atLeastOf' in condition) return `${condition.atLeastOf.count} of (${condition.atLeastOf.of.map(of).join(', ')})`
  if ('if' in condition) return `${of(condition.if)} → ${of(condition.then)}`
  if ('unsettled' in condition) return '?'
  const { fact, ...limits } = condition
  const limit = Object.entries(limits).filter(([bound]) => bound !== 'is')
  return `${facts[fact]!.label}${limit.map(([bound, value]) => ` ${bound} ${JSON.stringify(value)}`).join('')}`
}

describe('the notices that ship', () => {
  test('those that open programmes are drafted, one draft a programme, the others not', () => {
    expect(drafts.map(({ draft }) => draft.document.id).toSorted()).toEqual([
      'medical-center-2022',
      'medical-center-2025',
      'medical-promotion-2025',
      'university-center-2022',
    ])
  })

  test.each([
    [
      'medical-center-2025',
      [
        '(在国家知识产权局存量专利盘活系统注册 & 完成存量专利盘点工作 & 本市医疗卫生机构)',
        '有效发明专利 atLeast 100',
        '盘点率 atLeast 100',
        '发明专利产业化率 atLeast 10',
        '(2023年至申报日实际到账金额 atLeast 500 | 成功实施专利作价入股典型案例)',
      ],
    ],
    [
      'medical-promotion-2025',
      [
        '承担促进本市医疗卫生系统专利转化运用相关职能',
        '(服务医疗卫生机构数量 atLeast 20 & 达成交易 atLeast 10)',
        '(服务本市医疗卫生系统开展专利作价入股以及金融创新 & 实际成效 & 形成典型案例)',
      ],
    ],
    [
      'medical-center-2022',
      [
        '(本市医疗机构 & 医院等级 oneOf ["三级"])',
        '(具备完善的知识产权管理规章制度 & 知识产权管理部门及工作人员 & 知识产权工作经费保障有力)',
        '(具有开展知识产权运营的意愿和能力 & 有效发明专利 atLeast 30 & 可以投入运营的专利 atLeast 20)',
        '(近三年实际开展过专利许可、转让、作价入股等知识产… & (三年内实际达成交易 atLeast 5 | 三年内实际到账金额 atLeast 50))',
      ],
    ],
  ])('%s asks what its notice asks', (id, expected) => {
    const document = draftOf(id)
    expect(document.criteria.map(({ condition }) => said(condition, document))).toEqual(expected)
  })

  test('windows, money, places and targets are those of the notices', () => {
    expect(draftOf('medical-center-2025').window).toMatchObject({ opens: '2025-06-04', closes: '2025-06-13' })
    expect(draftOf('medical-center-2025').support).toMatchObject({ amountWan: 20, places: 5, placesText: '不超过5家' })
    expect(draftOf('medical-promotion-2025').support).toMatchObject({ amountWan: 50, places: 1 })
    expect(draftOf('medical-center-2025').commitments.map(({ target }) => target)).toEqual([
      '达到20%以上',
      '不少于5件（取得相关声明手续合格通知书）',
      '不少于10次',
      '不少于2件',
    ])
    expect(draftOf('university-center-2022').preferences.map(({ title }) => title)).toHaveLength(2)
  })
})

describe('notices that are added', () => {
  const [first] = draftProgrammes(binhai())
  const [second] = draftProgrammes(jiangcheng())

  test('alternatives, cases, k of n and grounds for refusal are bound as the text binds them', () => {
    const { document } = first!
    const conditions = document.criteria.map(({ condition }) => said(condition, document))
    expect(conditions.slice(2, 7)).toEqual([
      '(企业 → 上一年度研发投入占主营业务收入的比例 atLeast 5 & 高校、科研院所 → 近三年年均研发经费 atLeast 1000)',
      '((有效发明专利 atLeast 50 & 近三年有效发明专利中授权的发明专利 atLeast 10) | PCT国际专利申请 atLeast 5)',
      expect.stringContaining('专职知识产权管理人员 atLeast 3'),
      '((项目负责人职称 oneOf ["副高级","正高级"] | 项目负责人学历 oneOf ["博士研究生"]) & 项目负责人年龄 atMost 58)',
      expect.stringMatching(/^2 of \(.*近两年知识产权许可、转让收入累计 atLeast 200/u),
    ])
    expect(conditions.at(-2)).toBe('资产负债率 atMost 80')
  })

  test('shares with a cap, the lower of two and tables by level become computed amounts', () => {
    const amounts = [...first!.document.support.amounts!, ...second!.document.support.amounts!].map(({ amount }) =>
      JSON.stringify(amount).replace(/"(?:fact|of)":"\w+"/gu, '"of":…'),
    )
    expect(amounts).toEqual(
      expect.arrayContaining([
        '{"upTo":100,"amount":{"percent":40,"of":…}}',
        '{"upTo":60,"amount":{"percent":50,"of":…}}',
      ]),
    )
    expect(amounts.join()).toContain('{"lowerOf":[{"percent":1,"of":…},{"percent":100,"of":…}]}')
    expect(amounts.join()).toContain('"oneOf":["微型企业"]},"amount":{"wan":30}')
  })

  test('what is not settled bears a review with the words, and no guess', () => {
    const open = second!.document.criteria.filter(({ review }) => review !== undefined)
    expect(open).toEqual([
      expect.objectContaining({
        condition: { unsettled: { allOf: [] } },
        review: expect.stringContaining('不受前款第（四）项限制'),
      }),
    ])
    expect(first!.document.window.review).toContain('几个日期')
  })

  test('a fact of a programme in use is asked under its key and in its words', () => {
    const known = {
      pilotPatents: { ...first!.document.facts['youXiaoFaMingZhuanLi']!, prompt: '贵单位的有效发明专利？' },
    }
    const [again] = draftProgrammes(binhai(), known)
    expect(again!.document.facts['pilotPatents']).toEqual(known.pilotPatents)
    expect(again!.document.facts).not.toHaveProperty('youXiaoFaMingZhuanLi')
  })

  test('a notice of which nothing can be drafted gives no draft', () => {
    expect(
      draftProgrammes(
        noticeOf(
          '关于公布2026年海州市专利奖评审结果的通知\n\n海知〔2026〕3号\n\n各有关单位：\n现将评审结果予以公布。\n\n海州市知识产权局\n2026年3月2日',
        ),
      ),
    ).toEqual([])
  })
})

describe('a notice that calls for two things', () => {
  const [shop, teacher] = draftProgrammes(haizhou()).map(({ document }) => document)
  const conditionsOf = (document: ProgrammeDraft['document']) =>
    document.criteria.map(({ condition }) => said(condition, document))

  test('is drafted as two, each with its own conditions and days and with those of both', () => {
    expect([shop!.title, teacher!.title]).toEqual([
      expect.stringContaining('（示范书店）'),
      expect.stringContaining('（驻店讲师）'),
    ])
    expect([shop!.window.closes, teacher!.window.closes]).toEqual(['2026-05-29', '2026-06-19'])
    expect(conditionsOf(teacher!)).toEqual([
      '(男性 → 年龄 atMost 60 & 女性 → 年龄 atMost 55)',
      '(从事阅读推广工作 atLeast 5 & 与申报单位签订聘用合同 atLeast 2)',
      '(近三年没有受到出版物管理行政处罚 | 警告)',
      expect.stringContaining('在财政资金审计中被认定存在弄'),
      '每家单位限报2项',
    ])
  })

  test('a class has its conditions, a wider limit those whom it is given, and one of so many is required', () => {
    expect(conditionsOf(shop!).slice(1, 6)).toEqual([
      '不是网上书店、书报亭',
      '申报甲类 → (营业面积 atLeast 300 | (山区书店 & 营业面积 atLeast 120))',
      '申报甲类 → (年均读者活动 atLeast 24 & 年均读者活动中面向未成年人的活动占比 atLeast 30)',
      '申报甲类 → (年销售收入 atLeast 200 | (连续经营老店 atLeast 10 & 年销售收入 atLeast 100))',
      '(阅览区 & 3 of (阅览区, 无障碍通道, 饮品区, 讲座区, 儿童区))',
    ])
  })
})

const lines = (...text: string[]): string => text.join('\n\n')
const drawn = (title: string, ...text: string[]) =>
  draftProgrammes(noticeOf(lines(title, '东浦文〔2026〕8号', ...text, '东浦区文化局', '2026年3月2日'))).map(
    ({ document }) => ({
      title: document.title,
      asked: document.criteria.map(({ condition }) => said(condition, document)),
    }),
  )

describe('programmes of one notice are told apart', () => {
  test('by headings that are named after money and have conditions of their own', () => {
    const drafts = drawn(
      '东浦区文化局关于申报2026年书房建设补助和夜校办学奖励的通知',
      '一、书房建设补助',
      '（一）申报条件。申报单位应同时满足：',
      '1.书房面积不少于100平方米；',
      '2.藏书不少于5000册。',
      '二、夜校办学奖励',
      '（一）申报条件。申报单位应同时满足：',
      '1.上年度办班不少于10期；',
      '2.学员满意度不低于90%。',
      '如聘用外籍教师的，还应取得工作许可。',
      '三、有下列情形之一的，不予补助或者奖励',
      '1.近三年受到行政处罚的；',
      '2.夜校办学存在虚假宣传的。',
    )
    expect(drafts.map(({ asked }) => asked)).toEqual([
      ['书房面积 atLeast 100', '藏书 atLeast 5000', '近三年没有受到行政处罚'],
      [
        '上年度办班 atLeast 10',
        '学员满意度 atLeast 90',
        '聘用外籍教师 → 工作许可',
        '近三年没有受到行政处罚',
        expect.stringContaining('夜校办学'),
      ],
    ])
  })

  test('by the names that the notice gives them for short, article by article', () => {
    const drafts = drawn(
      '东浦区文化局关于受理2026年职工文化消费补贴和家庭藏书补贴申请的通告',
      '现就2026年度职工文化消费补贴（以下简称消费补贴）和家庭藏书补贴（以下简称藏书补贴）通告如下。职工文化消费补贴和家庭藏书补贴分别受理，职工消费补贴与家庭藏书补贴互不影响。',
      '第一条 申请消费补贴的个人，应当同时符合下列条件：',
      '（一）年满18周岁；',
      '（二）上年度文化消费不低于1000元。',
      '第二条 申请藏书补贴的家庭，除符合第一条规定外，还应当同时符合下列条件：',
      '（一）家庭藏书不少于800册；',
      '（二）上年度购书支出不低于600元；',
      '（三）近两年未领取同类补贴。',
      '第三条 有下列情形之一的，不予补贴：',
      '（一）提供虚假票据的。',
    )
    expect(drafts.map(({ asked }) => asked)).toEqual([
      ['年龄 atLeast 18', '上年度文化消费 atLeast 1000', '没有提供虚假票据'],
      ['家庭藏书 atLeast 800', '上年度购书支出 atLeast 600', '近两年未领取同类补贴', '没有提供虚假票据'],
    ])
  })
})

const performances = await markdownNotice(
  lines(
    '东浦区文化局关于申报2026年群众演出补助的通知',
    '东浦文〔2026〕9号',
    '一、申报条件',
    '1.演出团队登记满一年；',
    '2.演出场次和观众人数符合下表要求。',
    '| 团队类型 | 全年演出次数 | 累计观众 |\n|---|---|---|\n| 专业团队 | 不少于30次 | 不少于9000人次 |\n| 业余团队 | 不少于12次 | 不少于2000人次 |',
    '省属院团限报3项，其他团队限报1项。',
    '二、补助标准',
    '1.区财政资金总规模500万元。',
    '2.专业团队每场补助8000元，业余团队每场补助3000元。',
    '3.单个团队年度补助总额不超过20万元，且不超过演出支出的50%。',
    '4.补助资金须用于演出活动，其中劳务费支出不超过补助资金的30%，不得用于购置车辆。',
    '5.年度考核不合格的，不予拨付尾款。',
    '三、申报材料',
    '| 序号 | 材料名称 | 要求 |\n|---|---|---|\n| 1 | 演出补助申请表 | 一式两份 |\n| 2 | 演出合同 | 复印件 |',
    '申报单位应承诺接受现场核查，承诺三年内不解散团队。',
    '四、申报时间',
    '申报时间为2026年4月1日至2026年4月30日。',
    '东浦区文化局',
    '2026年3月2日',
  ),
)

describe('tables and lists of a notice', () => {
  const [draft] = draftProgrammes(performances).map(({ document }) => document)

  test('a table of limits is a case a row, and who may hand in how many is one too', () => {
    expect(draft!.criteria.map(({ condition }) => said(condition, draft!))).toEqual([
      '登记日期 atLeastAgo {"years":1}',
      '(专业团队 → (全年演出次数 atLeast 30 & 累计观众 atLeast 9000) & 业余团队 → (全年演出次数 atLeast 12 & 累计观众 atLeast 2000))',
      '(省属院团 → 申报数量 atMost 3 & 其他团队 → 申报数量 atMost 1)',
    ])
  })

  test('what bounds the money is no amount, and what is given for each is told by each', () => {
    const { amounts = [], restrictions } = draft!.support
    expect(amounts.map(({ amount }) => amount)).toEqual([
      {
        cases: [
          { when: expect.objectContaining({ oneOf: ['专业团队'] }), amount: { wan: 0.8, per: expect.any(String) } },
          { when: expect.objectContaining({ oneOf: ['业余团队'] }), amount: { wan: 0.3, per: expect.any(String) } },
        ],
      },
    ])
    expect(restrictions.map(({ text }) => text)).toEqual([
      '单个团队年度补助总额不超过20万元，且不超过演出支出的50%。',
      '补助资金须用于演出活动，其中劳务费支出不超过补助资金的30%，不得用于购置车辆。',
      '年度考核不合格的，不予拨付尾款。',
    ])
  })

  test('rows name what to hand in, and promises what is held to', () => {
    expect(
      draft!.preparation
        .filter(({ kind, quote }) => kind !== 'contact' && kind !== 'submission' && quote)
        .map(({ text }) => text),
    ).toEqual(['演出补助申请表（一式两份）。', '演出合同（复印件）。'])
    expect(draft!.commitments.map(({ text, target }) => [text, target])).toEqual([
      ['接受现场核查', '按承诺做到'],
      ['三年内不解散团队', '按承诺做到'],
    ])
  })
})

describe('the entries of a list', () => {
  test('are of whom the line above names', () => {
    const [draft] = drawn(
      '东浦区文化局关于申报2026年名家工作室的通知',
      '一、申报条件',
      '（一）主持人。工作室主持人应同时符合下列要求：',
      '1.具有正高级职称，且聘任满三年；',
      '2.不满60周岁；',
      '3.为本区文化单位全职人员。如工作室设在学校的，不适用本项，但应设立由学校参加的理事会。',
      '二、申报时间',
      '申报时间为2026年4月1日至2026年4月30日。',
    )
    expect(draft!.asked).toEqual([
      '(工作室主持人职称 oneOf ["正高级"] & 工作室主持人聘任 atLeast 3)',
      '工作室主持人年龄 lessThan 60',
      '(工作室主持人为本区文化单位全职人员 | 工作室设在学校)',
      '工作室设在学校 → 设立由学校参加的理事会',
    ])
  })
})

const every: { notice: Notice; draft: ProgrammeDraft }[] = [
  ...drafts,
  ...[binhai(), jiangcheng(), haizhou(), noticeOf(textOf('shenjiang-2026'))].flatMap((notice) =>
    draftProgrammes(notice).map((draft) => ({ notice, draft })),
  ),
]

describe.each(every.map((one) => [one.draft.document.id, one] as const))(
  'the draft %s',
  (_, { notice, draft: { document, sources } }) => {
    test('is a document', () => expect(readDocument(document)).toEqual({ document }))

    test('quotes its notice word for word, each quote in one clause', () => {
      const quoted = [
        document.window,
        ...document.criteria,
        ...document.preferences,
        ...document.commitments,
        ...document.support.restrictions,
        ...(document.support.amounts ?? []),
        ...document.preparation.filter(({ quote }) => quote !== undefined),
      ]
      const wrong = quoted.flatMap((one) => {
        const found = locateQuote(notice, document, one as { quote: string })
        return 'problem' in found ? [found.problem] : []
      })
      expect(wrong).toEqual([])
    })

    test('names every fact it reads and no other', () => {
      const read = [
        ...[...document.criteria, ...document.preferences].flatMap(({ condition }) => factsIn(condition)),
        ...(document.support.amounts ?? []).flatMap(({ amount }) => factsOfAmount(amount)),
      ]
      expect(new Set(read)).toEqual(new Set(Object.keys(document.facts)))
    })

    test('tells for each criterion the clause and the words it was read from', () => {
      expect(sources.map(({ criterion }) => criterion)).toEqual(document.criteria.map(({ id }) => id))
      for (const { clause, span, from } of sources) {
        const { text } = notice.clauses.find(({ id }) => id === clause)!
        expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true)
        expect(from).toContain(clause)
      }
    })

    test('is the same every time', () =>
      expect(draftProgrammes(notice).map((one) => one.document)).toContainEqual(document))
  },
)

test('four times as many conditions take about four times the time', () => {
  const condition = (at: number) =>
    `（${'一二三四五六七八九十'[at % 10]}）拥有有效发明专利${at + 10}件以上，或者近三年转让收入达到${at + 100}万元以上；`
  const timeOf = (count: number): number => {
    const notice = noticeOf(
      `关于组织申报2026年培育中心项目的通知\n\n海知〔2026〕3号\n\n一、申报条件\n\n${Array.from({ length: count }, (_, at) => condition(at)).join('\n')}\n\n海州市知识产权局\n2026年3月2日`,
    )
    const start = performance.now()
    draftProgrammes(notice)
    return performance.now() - start
  }
  const leastOf = (count: number) => Math.min(...[1, 2].map(() => timeOf(count)))
  timeOf(50)
  expect(leastOf(400)).toBeLessThan(10 * leastOf(100) + 200)
})

describe('what must not be is asked as what is not there', () => {
  const text =
    '关于申报乡村民宿奖励的通知\n\n一、申报条件\n\n（一）在本市登记注册。\n（二）不得有被列入严重失信名单的情形。\n（三）2025年度接待过夜游客3000人次以上。\n\n二、申报时间\n\n2026年12月15日前报送。\n'
  const metadata = {
    id: 'inns',
    title: '关于申报乡村民宿奖励的通知',
    shortTitle: '民宿奖励',
    issuer: '文化局',
    year: 2026,
  }
  const [draft] = draftProgrammes(parseNotice({ ...metadata, replaces: [], programmes: [], rosters: [] }, text))
  const prompts = Object.values(draft!.document.facts).map(({ prompt }) => prompt)

  test('in the words of a question that yes answers', () => {
    expect(prompts).toContain('贵单位没有被列入严重失信名单的情形，对吗？')
    expect(prompts).toContain('2025年度，贵单位接待过夜游客有多少人次？')
  })
})
