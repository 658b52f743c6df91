import { describe, expect, test } from 'vitest'
import { rosterRows } from '../../../services/roster/roster.ts'
import { isOfKind } from '../../../services/roster/unit-names.ts'
import { answering, catalogue, expectAnswer } from '../../support/answering.ts'

const { ask, talk } = await answering()
const rows = rosterRows(catalogue)
const at = (...ids: string[]) => ids.map((id) => `review-2024#${id}`)

describe('a unit is told with every row it stands in', () => {
  const units: [string, string[]][] = [
    ['复旦大学附属中山医院在哪份名单', at('a3.r35')],
    ['中山医院属于哪个项目', at('a3.r35')],
    ['瑞金医院在哪些名单里', at('a3.r14', 'a3.r33')],
    ['昊海生科是第几批', at('a2.r27', 'a3.r23')],
    ['硅酸盐所在哪些项目里', at('a2.r26', 'a3.r24')],
    ['商发入选了哪些项目', at('a2.r31', 'a3.r34')],
    ['华东理工大学在哪几个项目里', at('a2.r30', 'a3.r9')],
    ['五官科医院在不在名单里', at('a3.r13')],
    ['上技所在名单里吗', at('a2.r2')],
    ['B站在哪个项目', at('a2.r37')],
    ['上海交大是第几批的', at('a3.r7')],
    ['宝山区在名单里吗', at('a2.r11', 'a3.r99')],
    ['九院在两张名单里一共占了几个', at('a2.r32', 'a2.r45', 'a3.r11')],
  ]
  test.each(units)('%s: %s', async (question, places) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'roster', cites: places })
    for (const place of places) {
      const row = rows.find(({ entry }) => `review-2024#${entry.clause.id}` === place)!
      expect(asked.text).toContain(row.unit)
      expect(asked.text).toContain(`序号${row.seq}`)
    }
  })

  test('with what is handed in, and by when, where that is asked', async () => {
    for (const question of ['瑞金医院要交哪些材料', '瑞金医院中期检查要准备什么', '瑞金医院这次中期检查什么时候交'])
      expectAnswer(await ask(question), {
        status: 'roster',
        cites: at('a3.r14', 'a3.r33', 'p3'),
        says: ['总结材料', '一式二份', '3月22日前', '已于2024年3月22日截止'],
      })
  })
})

describe('the units of a project are told whole and in order', () => {
  const projects: [string, 1 | 2, string][] = [
    ['产学研运营联合体有哪些单位', 1, '上海市知识产权产学研运营联合体'],
    ['先导产业运营促进中心是哪几家协会', 2, '上海市先导产业知识产权运营促进中心'],
    ['“专利超市”项目涉及哪些区', 2, '“专利超市”项目'],
    ['综合服务基地由谁承担', 1, '上海市知识产权运营综合服务基地'],
    ['首批运营服务集聚区各区功能园有哪些', 1, '上海市知识产权运营服务集聚区各区功能园'],
    ['第二批的高校运营中心有哪些学校', 2, '上海市高校知识产权运营中心'],
    ['地方标准制定项目的承担单位是谁', 2, '上海市知识产权地方标准制定项目'],
    ['2022年度高价值专利培育中心有哪些单位', 1, '2022年度上海市高价值专利培育中心'],
    ['2023年度高价值专利培育中心名单', 2, '2023年度上海市高价值专利培育中心'],
  ]
  test.each(projects)('%s', async (question, batch, project) => {
    const own = rows.filter((row) => row.batch === batch && row.project === project)
    expect(own.length).toBeGreaterThan(0)
    const asked = await ask(question)
    expect(asked.status, asked.text).toBe('roster')
    expect(asked.places).toEqual(own.map(({ entry }) => `review-2024#${entry.clause.id}`))
    const places = own.map(({ unit }) => asked.text.indexOf(unit))
    expect(Math.min(...places), asked.text).toBeGreaterThanOrEqual(0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('a row is told by its number, in the list that is named', () => {
  const numbered: [string, string][] = [
    ['第一批名单里序号35是哪家单位', 'a2.r35'],
    ['第二批名单里序号35是哪家单位', 'a3.r35'],
    ['中期检查名单第98号', 'a3.r98'],
    ['总结验收名单排第1的是谁', 'a2.r1'],
    ['附件3子序号114是哪个单位', 'a3.r114'],
    ['附件2序号五十九的单位', 'a2.r59'],
  ]
  test.each(numbered)('%s: %s', async (question, place) => {
    const asked = await ask(question)
    expect(asked.places, asked.text).toEqual(at(place))
  })

  test('and in both where neither is', async () => {
    expect((await ask('名单里序号10是哪个单位')).places).toEqual(at('a2.r10', 'a3.r10'))
  })
})

test('how many stand in a list is counted, each list by itself', async () => {
  expectAnswer(await ask('总结验收一共列了多少家单位'), { status: 'roster', says: ['59个'], lacks: ['附件3'] })
  expectAnswer(await ask('第二批名单上有几个单位'), { status: 'roster', says: ['114个'], lacks: ['附件2'] })
  expectAnswer(await ask('两份名单分别有多少个单位'), { status: 'roster', says: ['59个', '114个'] })
})

test.each([
  ['华山医院在不在名单里', '华山医院'],
  ['名单里有没有仁济医院', '仁济医院'],
  ['上海财经大学要参加中期检查吗', '上海财经大学'],
])('%s is answered by saying that it is in neither list', async (question, unit) => {
  const asked = await ask(question)
  expectAnswer(asked, { status: 'not-in-roster', says: [`“${unit}”不在`, '附件2', '附件3'] })
  expect(asked.citations).toEqual([])
})

test.each([
  ['宝钢在中期检查名单里吗', '宝钢'],
  ['小红书在不在名单里', '小红书'],
])('%s: no unit is called so, in the lists that are named', async (question, name) => {
  expectAnswer(await ask(question), { status: 'not-in-roster', says: [`没有名称含“${name}”的单位`, '附件2', '附件3'] })
})

describe('nothing is denied that was not understood as a name', () => {
  const asked = [
    '公司在名单里吗',
    '企业在不在名单里',
    '2022年度的在名单里吗',
    '机器人在名单里吗',
    '材料在名单里吗',
    '申报运营中心的在名单里吗',
  ]
  test.each(asked)('%s', async (question) => {
    expect((await ask(question)).status).not.toBe('not-in-roster')
  })

  test('nor in a follow-up', async () => {
    for (const more of ['费用呢', '专利超市怎么入驻呢', '为什么呢', '公司呢', '奖金有吗'])
      expect((await talk('瑞金医院在哪些名单', more)).status, more).not.toBe('not-in-roster')
  })
})

describe('a bare name of a unit is told with all its rows', () => {
  test.each([
    ['昊海生物', at('a2.r27', 'a3.r23')],
    ['瑞金医院', at('a3.r14', 'a3.r33')],
    ['九院', at('a2.r32', 'a2.r45', 'a3.r11')],
    ['嘉定在名单里吗', at('a2.r3', 'a3.r100')],
  ])('%s: %s', async (question, places) => {
    const told = await ask(question)
    expectAnswer(told, { status: 'roster', within: 450 })
    expect(told.places).toEqual(places)
    expect(told.text.split('\n')[0]).toContain(`共${places.length}行`)
  })

  test('and what only shares a word with one is no question on it', async () => {
    for (const question of [
      '机器人',
      '企业',
      '大学',
      '上海',
      '瑞金医院怎么走',
      '瑞金医院几号检查',
      '瑞金医院总结写什么',
      '嘉定区有哪些企业',
      '同济大学项目负责人是谁',
      '瑞金医院中期检查结果是优秀还是合格',
      '瑞金医院今天专家门诊还有号吗',
    ])
      expect((await ask(question)).status, question).not.toBe('roster')
  })
})

describe('units are told by their kind', () => {
  test.each([
    ['哪些医院要做中期检查', '医院', 'a3'],
    ['中期检查名单里有哪些高校', '高校', 'a3'],
    ['首批名单里的研究所有哪些', '研究所', 'a2'],
  ])('%s', async (question, kind, annex) => {
    const own = rows.filter(({ entry, unit }) => entry.clause.id.startsWith(annex) && isOfKind(unit, kind))
    const told = await ask(question)
    expect(told.places).toEqual(own.map(({ entry }) => `review-2024#${entry.clause.id}`))
  })

  test('and counted by group', async () => {
    const told = await talk('哪些医院要做中期检查', '有哪几类项目，各有几家')
    expectAnswer(told, {
      status: 'roster',
      says: ['分为8类', '上海市医疗卫生系统知识产权运营中心：10个', '“专利超市”项目：15个'],
    })
    expectAnswer(await ask('首批分哪几类项目'), { status: 'roster', says: ['分为7类'], lacks: ['附件3'] })
  })
})

test('a unit asked for in a list or group that it is not in is told where it is', async () => {
  expectAnswer(await ask('瑞金医院在总结验收名单里吗'), {
    status: 'roster',
    says: ['不在', '附件3'],
    cites: at('a3.r14'),
  })
  expectAnswer(await ask('“专利超市”项目的名单里有浦东新区吗'), {
    status: 'roster',
    says: ['没有浦东新区'],
    cites: at('a3.r98'),
  })
  expectAnswer(await ask('浦东新区有专利超市项目吗'), {
    status: 'not-in-roster',
    says: ['专利超市', '附件3'],
    lacks: ['附件2'],
  })
})

test('a name is denied only where no name in the lists holds it', async () => {
  expectAnswer(await ask('中国科学院在名单里吗'), { status: 'roster', says: ['共5行'], cites: at('a2.r25', 'a3.r24') })
  expectAnswer(await ask('上海市第九人民医院在名单里吗'), { status: 'roster', cites: at('a3.r11') })
  expectAnswer(await ask('同济大学和北京大学在名单里吗'), {
    status: 'roster',
    says: ['“北京大学”不在', '同济大学在'],
    cites: at('a3.r1'),
  })
  expect((await ask('浦东有哪些单位在名单里')).status).not.toBe('not-in-roster')
})

describe('whether the person’s own unit is listed', () => {
  test.each(['我们公司在名单里吗', '请问我们在不在名单上', '我们医院入选了吗', '我院也在中期检查名单里吗'])(
    'is asked for by its name where none is given: %s',
    async (question) => {
      const { kind, text } = await ask(question)
      expect([kind, text]).toEqual(['clarify', '请发单位的全称或简称，我来查它在不在名单里。'])
    },
  )

  test('is looked up by the name that is given', async () => {
    expectAnswer(await ask('我们是昊海生物，在不在名单里'), { status: 'roster', cites: at('a2.r27', 'a3.r23') })
    for (const question of ['我们是上海小米科技有限公司，在不在名单里', '上海小米科技有限公司在不在名单里'])
      expectAnswer(await ask(question), { status: 'not-in-roster', says: ['“上海小米科技有限公司”不在'] })
  })
})

test.each(['哪些区没有专利超市', '哪些单位不用验收', '除了瑞金医院还有哪些医院', '我们公司在不在名单里'])(
  'what a list does not say is not answered with what it says: %s',
  async (question) => {
    expect((await ask(question)).status).not.toMatch(/roster/u)
  },
)

describe('English questions are answered from the same rows', () => {
  test.each([
    ['Is 瑞金医院 in the list?', at('a3.r14', 'a3.r33')],
    ['Is Ruijin Hospital on the list?', at('a3.r14', 'a3.r33')],
    ['Is Donghua University in the list?', at('a3.r2')],
    ['Which hospitals are on the mid-term check list?', at('a3.r11', 'a3.r20', 'a3.r35')],
  ])('%s', async (question, places) => {
    expectAnswer(await ask(question), { status: 'roster', cites: places, says: ['original in Chinese'] })
  })
})

test('a follow-up leans on the rows shown last', async () => {
  const shown = await talk('专利超市有哪些区', '那嘉定呢')
  expect(shown.places).toEqual(at('a3.r100'))
  expectAnswer(await ask('他在第几批', shown.memory), { status: 'roster', cites: at('a3.r100'), says: ['第二批'] })
  expectAnswer(await ask('第12号呢', shown.memory), { status: 'roster', says: ['复旦大学附属肿瘤医院'] })
  const others = await ask('这个项目还有谁', shown.memory)
  expectAnswer(others, { status: 'roster', cites: at('a3.r98', 'a3.r112'), says: ['闵行区', '金山区'] })
  const long = await ask('中小企业运营能力提升项目有哪些单位')
  expectAnswer(long, { status: 'roster', says: ['共50个', '序号48至97'], lacks: ['上海智能交通有限公司'], within: 450 })
  expectAnswer(await ask('还有哪些', long.memory), { status: 'roster', says: ['上海智能交通有限公司'] })
  expectAnswer(await ask('一共几家', long.memory), { status: 'roster', says: ['50个'] })
})

test('a group that returns every year is told for each, and then for the year asked', async () => {
  const both = await ask('高价值专利培育中心有哪些单位')
  expectAnswer(both, { status: 'roster', says: ['2022年度', '2023年度'] })
  const one = await ask('我要2023年度的', both.memory)
  expectAnswer(one, { status: 'roster', says: ['2023年度上海市高价值专利培育中心', '共10个'], lacks: ['2022年度'] })
})

test('a list that is named keeps the other out', async () => {
  for (const [question, own, other] of [
    ['首批专利升级培育项目有哪些单位', 'a2', 'a3'],
    ['第二批高价值专利升级培育项目有哪些单位', 'a3', 'a2'],
    ['总结验收的运营促进中心有哪些单位', 'a2', 'a3'],
    ['中期检查的医疗运营中心名单', 'a3', 'a2'],
  ] as const) {
    const { places, text } = await ask(question)
    expect(places.length, text).toBeGreaterThan(0)
    expect(new Set(places.map((place) => place.split('.')[0])), text).toEqual(new Set([`review-2024#${own}`]))
    expect(text).not.toContain(other === 'a3' ? '附件3' : '附件2')
  }
})

test('a follow-up asks of another unit what was asked of the last', async () => {
  expectAnswer(await talk('瑞金医院在哪些名单', '华东医院呢'), { status: 'roster', cites: at('a3.r19') })
  expectAnswer(await talk('瑞金医院在哪些名单', '那华山医院呢'), { status: 'not-in-roster', says: ['华山医院'] })
  expectAnswer(await talk('专利超市有哪些区', '浦东呢'), { status: 'not-in-roster', says: ['浦东'] })
  expectAnswer(await talk('专利超市有哪些区', '闵行呢'), { status: 'roster', cites: at('a3.r98') })
})
