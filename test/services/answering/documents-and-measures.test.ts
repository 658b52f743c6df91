import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../../services/answering/decide/provision.ts'
import { answering, catalogue, expectAnswer } from '../../support/answering.ts'

const { ask, talk } = await answering()

describe('a question on a notice itself', () => {
  const stated: [string, string, string][] = [
    ['2025年医疗运营中心申报通知是什么文号？', 'medical-2025#front', '沪知局促〔2025〕11号'],
    ['专项行动实施方案的发文字号是啥', 'special-action-2024#front', '沪府办发〔2024〕7号'],
    ['总结验收那份通知的文件号', 'review-2024#front', '沪知局促〔2024〕6号'],
    ['高校运营中心申报通知几号文', 'university-2022#front', '沪知局办〔2022〕28号'],
    ['高校运营中心申报通知哪天印发的', 'university-2022#a3.furniture', '2022年10月28日'],
    ['2025年医疗通知什么时候发布的', 'medical-2025#closing~2', '2025年6月4日'],
    ['专项行动方案何时印发', 'special-action-2024#front~3', '2024年4月24日'],
    ['What is the document number of the 2025 medical notice?', 'medical-2025#front', '沪知局促〔2025〕11号'],
    ['When was the 2025 medical notice issued?', 'medical-2025#closing~2', '4 June 2025'],
  ]
  test.each(stated)('%s is answered from %s with %s', async (question, place, fact) => {
    expectAnswer(await ask(question), { status: 'answered', cites: [place], says: [fact], within: 200 })
  })

  test.each([
    ['2022年医疗那份通知的文号是多少', '文号'],
    ['2022年医疗那份通知哪天发布的', '印发日期'],
  ])('%s is answered by saying that the notice prints no %s', async (question, what) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'not-found', says: [`没有写明${what}`] })
    expect(asked.citations).toEqual([])
  })
})

describe('a measure asked for by its number', () => {
  const numbered: [string, string, string][] = [
    ['方案第七条是什么', '2.7', '建立数据链接'],
    ['专项行动第25条说了什么', '6.25', '300亿元'],
    ['实施方案第三十项措施', '6.30', '特色网点'],
    ['专项行动方案的第1条', '1.1', '存量专利'],
    ['第二十二条措施讲什么', '5.22', '长三角'],
    ['What does measure 12 of the action plan say?', '3.12', '中小企业'],
  ]
  test.each(numbered)('%s is answered with clause %s', async (question, clause, fact) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'answered', says: [fact], within: 450 })
    expect(asked.places).toEqual([`special-action-2024#${clause}`])
  })

  test.each(['专项行动方案第31条讲什么', '措施第40条', '行动方案第100条措施'])(
    '%s is answered with how many there are',
    async (question) => {
      const asked = await ask(question)
      expectAnswer(asked, { status: 'not-found', says: ['共30条'] })
      expect(asked.citations).toEqual([])
    },
  )

  test('every one of the thirty is found by its number', async () => {
    const plan = catalogue.notices.find(({ id }) => id === 'special-action-2024')!
    const series = seriesOf(catalogue, plan)
    expect(series).toHaveLength(30)
    for (const [at, entry] of series.entries()) {
      const asked = await ask(`专项行动实施方案第${at + 1}条的内容`)
      expect(asked.places, asked.text).toEqual([`special-action-2024#${entry.clause.id}`])
    }
  })

  test('a point of a list just shown is told by its number', async () => {
    const third = await talk('2025年运营中心申报条件有哪些', '第三条')
    expectAnswer(third, { status: 'answered', says: ['发明专利产业化率', '10%'], cites: ['medical-2025#1.2.3'] })
    const second = await talk('高校运营中心近期目标有哪些', '第二条具体怎么说')
    expectAnswer(second, { status: 'answered', says: ['30%'], cites: ['university-2022#2.1.2'] })
  })

  test('a point of a list that the question names is told by its number', async () => {
    expectAnswer(await ask('2022年医疗运营中心申报条件第3条'), { cites: ['medical-2022#2.3'], says: ['5次以上'] })
    expectAnswer(await ask('2025年促进中心的任务目标第二条'), { cites: ['medical-2025#2.3.2'], says: ['200次'] })
  })
})
