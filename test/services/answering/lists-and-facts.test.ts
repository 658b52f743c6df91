import { describe, expect, test } from 'vitest'
import { answering, bare, catalogue, expectAnswer } from '../../support/answering.ts'

const { ask } = await answering()
const fact = 300
const condition = 450

describe('a whole list is told complete and in order', () => {
  const lists: [string, string, string[]][] = [
    ['2025年运营中心申报条件有哪些', 'medical-2025', ['1.2.1', '1.2.2', '1.2.3', '1.2.4']],
    ['申报2025年促进中心要满足什么条件', 'medical-2025', ['2.2.1', '2.2.2']],
    ['2025年运营中心的任务目标都有什么', 'medical-2025', ['1.3.1', '1.3.2', '1.3.3', '1.3.4']],
    ['2025年促进中心的任务目标列一下', 'medical-2025', ['2.3.1', '2.3.2', '2.3.3', '2.3.4']],
    ['2025年医疗项目的申报程序有几步', 'medical-2025', ['3.1', '3.2', '3.3']],
    ['2022年医疗运营中心申报条件是什么', 'medical-2022', ['2.1', '2.2', '2.3', '2.4']],
    ['2022年医疗的绩效目标有哪些', 'medical-2022', ['4.2.1', '4.2.2', '4.2.3', '4.2.4', '4.2.5']],
    ['2022年医疗工作任务都有哪几项', 'medical-2022', ['3.1', '3.2', '3.3', '3.4', '3.5', '3.6']],
    ['高校运营中心的申报条件列举一下', 'university-2022', ['1.1', '1.2', '1.3']],
    ['高校运营中心的近期目标是什么', 'university-2022', ['2.1.1', '2.1.2', '2.1.3']],
    ['高校建设方案的主要任务有哪些', 'university-2022', ['a1.2.1', 'a1.2.2', 'a1.2.3', 'a1.2.4', 'a1.2.5', 'a1.2.6']],
    ['专项行动方案分为哪几部分', 'special-action-2024', ['1', '2', '3', '4', '5', '6']],
    ['工作总结模板包括哪几部分', 'review-2024', ['a1.1', 'a1.2', 'a1.3', 'a1.4', 'a1.5']],
    ['填报说明有哪几条', 'university-2022', ['a2.h1.1', 'a2.h1.2', 'a2.h1.3', 'a2.h1.4', 'a2.h1.5']],
  ]
  test.each(lists)('%s', async (question, notice, clauses) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'listed' })
    const cited = asked.places.filter((place) => clauses.includes(place.replace(`${notice}#`, '')))
    expect(cited, asked.text).toEqual(clauses.map((clause) => `${notice}#${clause}`))
    expect(new Set(asked.places.map((place) => place.split('#')[0]))).toEqual(new Set([notice]))
    const openings = clauses.map((clause) => bare(catalogue.find(notice, clause)!.clause.text).slice(0, 8))
    const places = openings.map((opening) => bare(asked.text).indexOf(opening))
    expect(Math.min(...places), asked.text).toBeGreaterThanOrEqual(0)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('a single fact takes a sentence or two', () => {
  const facts: [string, string, string[]][] = [
    ['2025年运营中心每家支持多少经费', 'medical-2025#1.4.p1', ['20万元']],
    ['2025年促进中心能拿多少钱', 'medical-2025#2.4.p1', ['50万元']],
    ['2022年医疗运营中心每家给多少经费', 'medical-2022#7.p1', ['50万元']],
    ['2022年医疗运营中心的配套比例', 'medical-2022#7.p1', ['1：1']],
    ['2025年促进中心评几家', 'medical-2025#2.4.p1', ['1家']],
    ['2025年运营中心评几家', 'medical-2025#1.4.p1', ['5家']],
    ['2022年医疗运营中心名额有多少', 'medical-2022#6.p1', ['10家']],
    ['2025年医疗申报发到哪个邮箱', 'medical-2025#contact', ['yszhang@zscqj.shanghai.gov.cn']],
    ['2025年医疗通知的联系电话', 'medical-2025#contact', ['021-23170420']],
    ['2022年医疗运营中心联系人是谁', 'medical-2022#8.p1', ['张燕山', '孔元中']],
    ['2022年医疗运营中心材料送到哪个地址', 'medical-2022#8.p1', ['306室']],
    ['总结验收材料发到哪个邮箱', 'review-2024#p3', ['sipa70422@163.com']],
    ['高校建设方案里专项奖励资金总额多少', 'university-2022#a1.4.3.p2', ['350万元']],
    ['高校运营中心专职负责人员要几个人', 'university-2022#a1.4.1.p2', ['3人']],
    ['高校申报书里建设方案限多少字', 'university-2022#a2.3.p2', ['2000字']],
    ['申报书封面的项目编号要填吗', 'university-2022#a2.h1.2', ['不需填写']],
    ['专项行动质押融资登记规模目标多少', 'special-action-2024#6.25', ['300亿元']],
    ['专利密集型产业增加值占GDP多少', 'special-action-2024#3.11', ['20%']],
    ['预算要调整怎么办', 'review-2024#p4', ['备案同意']],
  ]
  test.each(facts)('%s', async (question, place, says) => {
    expectAnswer(await ask(question), { cites: [place], says, within: fact })
  })
})

describe('a condition or target takes no more than a paragraph', () => {
  const conditions: [string, string, string[]][] = [
    ['2025年运营中心要多少件有效发明专利', 'medical-2025#1.2.1', ['100件以上']],
    ['2025年运营中心盘点率要求多少', 'medical-2025#1.2.2', ['100%']],
    ['2025年运营中心申报时到账金额要多少', 'medical-2025#1.2.4', ['500万元']],
    ['2025年促进中心要服务多少家医疗机构', 'medical-2025#2.2.1', ['20家']],
    ['2025年促进中心转让许可的交易次数目标', 'medical-2025#2.3.2', ['200次']],
    ['2025年运营中心开放许可声明目标几件', 'medical-2025#1.3.2', ['5件']],
    ['2022年医疗运营中心申报要多少件有效发明专利', 'medical-2022#2.2', ['30件以上']],
    ['2022年医疗运营中心三年内要达成几次交易', 'medical-2022#2.3', ['5次以上']],
    ['2022年医疗绩效目标里专利导航报告几份', 'medical-2022#4.2.3', ['2份']],
    ['高校运营中心年度转让许可专利数占比要求', 'university-2022#2.1.3', ['2%']],
  ]
  test.each(conditions)('%s', async (question, place, says) => {
    expectAnswer(await ask(question), { cites: [place], says, within: condition })
  })
})

test('what a programme is, is answered by what it is for or who carries it', async () => {
  expectAnswer(await ask('高校知识产权运营中心是什么'), { cites: ['university-2022#a1.1.p1'], says: ['实体机构'] })
})

describe('where no year is named, the newest notice leads', () => {
  test.each([
    ['医疗运营中心要多少件有效发明专利', '100件', '2022年的旧通知规定不同', '30件'],
    ['医疗运营中心每家支持多少钱', '20万元', '2022年的旧通知规定不同', '50万元'],
  ])('and the older is named with its year: %s', async (question, newer, naming, older) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'answered', says: [newer, naming, older] })
    expect(asked.places[0]).toMatch(/^medical-2025#/)
    expect(asked.places[1]).toMatch(/^medical-2022#/)
    expect(bare(asked.text).indexOf(newer)).toBeLessThan(bare(asked.text).indexOf(naming))
  })

  test('the older notice, asked for by its year, says that there is a newer one', async () => {
    const asked = await ask('2022年医疗运营中心每家给多少经费')
    expectAnswer(asked, { says: ['2025年另有新通知'] })
    expect(asked.places.every((place) => place.startsWith('medical-2022#'))).toBe(true)
  })
})
