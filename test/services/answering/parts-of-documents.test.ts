import { describe, expect, test } from 'vitest'
import { answering, expectAnswer } from '../../support/answering.ts'

const { ask, talk } = await answering()

describe('into what parts a document falls', () => {
  const documents: [string, string, string[]][] = [
    ['工作总结模版包括哪几部分', 'review-2024#a1.2', ['资金使用情况', '工作推进情况']],
    ['总结里要写哪几块', 'review-2024#a1.1', ['项目实施成效']],
    ['高校建设方案分几个方面', 'university-2022#a1.1', ['功能定位', '条件保障']],
    ['高校的申报书由哪几部分组成', 'university-2022#a2.1', ['申报单位基本信息']],
    ['高校承诺书里有什么内容', 'university-2022#a3.p1', ['运营正常']],
    ['专利转化行动方案分哪几个方面', 'special-action-2024#1', ['优化专利供给质量']],
    ['2024年方案分几大块', 'special-action-2024#1', ['优化专利供给质量', '完善知识产权运营体系']],
  ]
  test.each(documents)('%s: %s', async (question, place, heads) => {
    expectAnswer(await ask(question), { status: 'listed', cites: [place], says: heads })
  })

  test('with how many measures it has, where both are asked for', async () => {
    expectAnswer(await ask('专项行动实施方案总共分几大块、多少条措施'), { says: ['30条', '六、'] })
  })

  test('of the paper spoken of', async () => {
    expectAnswer(await talk('瑞金医院', '要准备什么', '模板里有哪几部分'), { cites: ['review-2024#a1.2'] })
  })

  test('and where a part only says where to look, what is asked for there', async () => {
    expectAnswer(await ask('2024年方案第三块里，专利产品备案重点抓哪些企业'), {
      cites: ['special-action-2024#3.11'],
      says: ['专精特新企业'],
    })
  })

  const others = [
    '那我们自己再出八块就够了吧',
    '总结里面资金花得太慢要怎么写',
    '医院申报分几步',
    '钱分几次给',
    '分几批验收',
  ]
  test.each(others)('which is not what %s asks', async (question) => {
    const { places } = await ask(question)
    expect(places.filter((place) => /#(?:a\d+|title|\d+)$/u.test(place))).toEqual([])
  })
})
