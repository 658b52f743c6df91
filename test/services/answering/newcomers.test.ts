import { describe, expect, test } from 'vitest'
import { answering } from '../../support/answering.ts'
import { bases } from './decide/bases.ts'
import { kilnsNew, kilnsOld, library } from './decide/kilns.ts'
import { madeUp } from './decide/made-up.ts'

const { ask, talk } = await answering()
const elsewhere = madeUp([bases, kilnsNew, kilnsOld, library])

describe('a unit is found by a part of its name', () => {
  test.each([
    ['微创医疗', ['上海微创医疗器械（集团）有限公司']],
    ['微创投资', ['微创投资控股有限公司']],
    ['微创', ['微创投资控股有限公司', '上海微创医疗器械（集团）有限公司']],
    ['微创医疗要交什么材料', ['上海微创医疗器械（集团）有限公司']],
    ['蓝天经济', ['上海蓝天经济城（嘉定）']],
    ['Is Haohai on the list?', ['上海昊海生物科技股份有限公司']],
    ['Haohai', ['上海昊海生物科技股份有限公司']],
  ])('%s: %j', async (question, units) => {
    const { kind, text } = await ask(question)
    expect(kind).toBe('roster')
    for (const unit of units) expect(text).toContain(unit)
    if (units.length === 1) expect(text).not.toMatch(/西门子|微创投资.*微创医疗/u)
  })

  test('what the notices speak of outside their lists is no name', async () => {
    expect((await ask('知识产权')).kind).not.toBe('roster')
    expect((await ask('技术交易')).kind).not.toBe('roster')
  })
})

describe('in English', () => {
  test.each([
    ['Is Foobar Holdings on the list?', 'not-found', /“Foobar Holdings”.*type the Chinese name/u],
    ['Is our hospital on the list?', 'clarify', /Which unit\?/u],
    ['How do I apply for the 2025 centre?', 'answer', /项目申报书/u],
    ['what is the application process for the 2025 promotion centre', 'answer', /项目申报书/u],
  ])('%s: %s', async (question, kind, says) => {
    const told = await ask(question)
    expect(told.kind, told.text).toBe(kind)
    expect(told.text).toMatch(says)
  })

  test('a short follow-up stays in English, and what no notice speaks of is not answered from the topic', async () => {
    const first = 'How many units are selected in the 2025 medical centre?'
    expect((await talk(first, 'and in 2022?')).text).toMatch(/^At most 10/u)
    for (const weather of ["What's the weather like?", 'weather?'])
      expect((await talk(first, weather)).kind, weather).toBe('not-found')
    expect((await talk(first, 'tell me more')).kind).toBe('answer')
  })
})

describe('the money of the programme that is spoken of', () => {
  test.each([
    [['2022年高校给多少钱'], 'university-2022#a1.4.1.p1'],
    [['2022年高校的名额', '奖励多少钱'], 'university-2022#a1.4.3.p2'],
    [['2025年运营中心的名额', '多少钱'], 'medical-2025#1.4.p1'],
    [['2025年促进中心的名额', '多少钱'], 'medical-2025#2.4.p1'],
  ])('%j: %s', async (turns, place) => {
    expect((await talk(...turns)).places[0]).toBe(place)
  })

  test('is not another fund of its notice', async () => {
    expect((await talk('2022年高校的名额', '多少钱')).text).not.toContain('350')
  })
})

describe('a figure of the person’s own', () => {
  test('is judged by the programme that counts it, which is named', async () => {
    const { text, places } = await talk('2025年促进中心的任务目标', '我们医院有80件专利能报吗')
    expect(text).toMatch(/^按2025年医疗卫生系统知识产权运营中心的条件，不够：.*还差20件/u)
    expect(places[0]).toBe('medical-2025#1.2.1')
  })

  test('by the one spoken of where that counts it', async () => {
    expect((await talk('2025年促进中心的任务目标', '我们服务了15家医疗机构能报吗')).text).toMatch(/^不够：.*还差5家/u)
    expect((await talk('2022年医疗运营中心给多少钱', '我们医院有80件专利能报吗')).places[0]).toBe('medical-2022#2.2')
  })

  test('supposes nothing of the notice', async () => {
    for (const asked of ['我们医院有80件专利能报吗', '我们有80台设备能报吗'])
      expect((await talk('2025年促进中心的任务目标', asked)).text).not.toContain('不一致')
  })
})

describe('a charge that no notice speaks of', () => {
  test.each([
    [['评审费多少'], /^已收录的通知都没有写明评审费/u],
    [['2025年运营中心评审费是多少'], /^《2025年.+》的原文没有写明评审费/u],
    [['2025年运营中心的名额', '评审费多少'], /^《2025年.+》的原文没有写明评审费/u],
  ])('%j', async (turns, says) => {
    const { kind, text } = await talk(...turns)
    expect(kind).toBe('not-found')
    expect(text).toMatch(says)
  })

  test('one that a notice states is told, one that none does is not, whatever the notices', () => {
    expect(elsewhere.talk('读者证押金多少').finding).not.toMatchObject({ reason: { by: 'detail' } })
    expect(elsewhere.talk('工坊评审费多少').finding).toMatchObject({ kind: 'refusal', reason: { on: '评审费' } })
  })
})

test('the least number is asked for in any words, and set beside the same condition of the older notice', async () => {
  for (const question of ['最低多少件专利', '至少要多少件发明专利']) {
    const { text, places } = await ask(question)
    expect(text, question).toMatch(/^至少100件/u)
    expect(places).toEqual(['medical-2025#1.2.1', 'medical-2022#2.2'])
  }
})

describe('a figure of their own is judged', () => {
  test.each([
    ['到账300万能报吗', /^不够：.*300万元还差200万元。这是几项中的一项/u],
    ['2022年运营中心有80件专利可以吗', /^都够：.*30件以上.*20件以上/u],
    ['2022年运营中心有25件专利可以吗', /^看是哪一种：.*25件还差5件；.*25件达到要求/u],
    ['2022年运营中心有10件专利可以吗', /^都不够：/u],
  ])('%s: %s', async (question, says) => {
    expect((await ask(question)).text).toMatch(says)
  })

  test('by the newest notice that takes applications, where a list is spoken of', async () => {
    const turns = ['微创医疗', '80件专利能报吗', '那2022年呢']
    expect((await talk(...turns.slice(0, 2))).text).toMatch(/^不够：.*100件以上.*还差20件/u)
    expect((await talk(...turns)).text).toMatch(/^都够：/u)
  })

  test('and what is so already is neither contradicted nor forbidden', async () => {
    expect((await ask('2025年支持20万对吧')).text).not.toMatch(/^(?:不可以|与通知)/u)
    expect((await ask('2025年支持30万对吧')).text).toMatch(/^与通知的规定不一致/u)
    expect((await ask('经费20万可以交年费吗')).text).toMatch(/^不可以/u)
  })
})
