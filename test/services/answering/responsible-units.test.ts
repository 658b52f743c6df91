import { describe, expect, test } from 'vitest'
import { seriesOf } from '../../../services/answering/decide/provision.ts'
import { responsibleUnits } from '../../../services/answering/decide/duties.ts'
import { answering, catalogue, expectAnswer } from '../../support/answering.ts'

const { ask, talk } = await answering()
const measures = seriesOf(
  catalogue,
  catalogue.notices.find(({ id }) => id === 'special-action-2024')!,
)

describe('who is responsible for a measure is answered from its own bracket', () => {
  const asked: [string, string, string[]][] = [
    ['专利开放许可试点由哪些部门负责', '2.9', ['市知识产权局', '市科委', '市国资委']],
    ['质押贷款贴息政策谁来落实', '6.26', ['市知识产权局', '各区政府']],
    ['长三角一体化那条的责任单位', '5.22', ['青浦区政府', '松江区政府', '市发展改革委']],
    ['专利产品备案的责任单位是谁', '3.11', ['市经济信息化委', '市统计局']],
    ['对外转让审查工作谁负责', '5.21', ['市商务委']],
    ['第二十四条的责任单位有哪些', '6.24', ['市委金融办', '浦东新区政府']],
  ]
  test.each(asked)('%s (%s)', async (question, clause, units) => {
    expectAnswer(await ask(question), { status: 'answered', cites: [`special-action-2024#${clause}`], says: units })
  })
})

describe('the measures of a unit are all told, in order', () => {
  const units: [string, string][] = [
    ['市科委负责哪些措施', '市科委'],
    ['青浦区政府要参与哪几条', '青浦区政府'],
    ['统计局管什么措施', '市统计局'],
    ['市商务委负责什么', '市商务委'],
    ['人民银行上海市分行承担哪几项措施', '中国人民银行上海市分行'],
    ['市委金融办负责哪几条', '市委金融办'],
    ['发改委参与哪几条', '市发展改革委'],
  ]
  test.each(units)('%s', async (question, unit) => {
    const own = measures.filter((entry) => responsibleUnits(entry).includes(unit))
    expect(own.length).toBeGreaterThan(0)
    const asked = await ask(question)
    expectAnswer(asked, { status: 'listed', says: [unit, `${own.length}条`] })
    expect(asked.places).toEqual(own.map(({ clause }) => `special-action-2024#${clause.id}`))
    for (const { clause } of own) expect(asked.text).toContain(clause.marker)
  })
})

test('every measure names who is responsible, and the notices that name nobody have none', () => {
  expect(measures).toHaveLength(30)
  for (const entry of measures) expect(responsibleUnits(entry)[0], entry.clause.id).toBe('市知识产权局')
  const others = catalogue.entries.filter(({ notice }) => notice.id !== 'special-action-2024')
  expect(others.flatMap(responsibleUnits)).toEqual([])
})

test('who is responsible is asked of the measure just told', async () => {
  expectAnswer(await talk('质押融资登记规模要到多少', '责任单位是谁'), {
    cites: ['special-action-2024#6.25'],
    says: ['金融监管总局上海监管局'],
  })
  expectAnswer(await talk('专项行动方案第十三条', '谁负责'), {
    cites: ['special-action-2024#3.13'],
    says: ['市经济信息化委', '市科委'],
  })
})
