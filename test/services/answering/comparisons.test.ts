import { describe, expect, test } from 'vitest'
import { answering, expectAnswer } from '../../support/answering.ts'

const { ask } = await answering()

describe('two notices or programmes are held against each other', () => {
  const pairs: [string, string[], string[]][] = [
    ['2025年运营中心和促进中心的申报条件对比一下', ['medical-2025#1.2.1', 'medical-2025#2.2.1'], ['100件', '20家']],
    ['2025年运营中心和促进中心支持经费差多少', ['medical-2025#1.4.p1', 'medical-2025#2.4.p1'], ['20万元', '50万元']],
    ['运营中心和促进中心的任务目标有什么区别', ['medical-2025#1.3.3', 'medical-2025#2.3.2'], ['10次', '200次']],
    ['医疗运营中心2022年和2025年有效发明专利的门槛差别', ['medical-2025#1.2.1', 'medical-2022#2.2'], ['100件', '30件']],
    ['医疗运营中心今年跟以前比名额有什么变化', ['medical-2025#1.4.p1', 'medical-2022#6.p1'], ['5家', '10家']],
    ['2022年医疗和高校运营中心截止日期哪个早', ['medical-2022#5.1', 'university-2022#3.1'], ['11月23日', '11月8日']],
    ['2022年医疗和2025年医疗的申报对象有什么不同', ['medical-2025#1.1.p1', 'medical-2022#1.p1'], ['三级以上']],
  ]
  test.each(pairs)('%s', async (question, cites, says) => {
    expectAnswer(await ask(question), { status: 'compared', cites, says })
  })
})

test('each side is told under the name of its notice', async () => {
  const { text } = await ask('2022年医疗和2025年医疗的申报对象有什么不同')
  expect(text).toContain('2025年医疗卫生系统运营（促进）中心申报通知')
  expect(text).toContain('2022年医疗卫生系统运营中心申报通知')
})

test('the sides stand beside each other in a table, each cell with its clause', async () => {
  const { answer } = await ask('2025年运营中心和促进中心支持经费差多少')
  expect(answer.table?.columns).toEqual([
    '事项',
    '2025年医疗卫生系统知识产权运营中心',
    '2025年医疗卫生系统知识产权运营促进中心',
  ])
  const [name, ...cells] = answer.table!.rows[0]!
  expect(name!.text).toBe('工作经费')
  expect(cells.map(({ text }) => /\d+万元/u.exec(text)?.[0])).toEqual(['20万元', '50万元'])
  expect(cells.map(({ rest }) => answer.rests[rest!]?.clause.id)).toEqual(['1.4.p1', '2.4.p1'])
})

describe('everything that two calls state is compared where nothing is named', () => {
  const figures: [string, string, string][] = [
    ['有效发明专利', '至少30件（含30件）', '至少100件（含100件）'],
    ['名额', '最多10家', '最多5家'],
    ['工作经费', '每家单位50万元', '每家单位最多20万元'],
    ['配套资金', '至少1:1', '没有读到'],
  ]
  test.each(['2022和2025有什么变化', '医疗运营中心2022年跟2025年相比有什么不同'])('%s', async (question) => {
    const { answer, status } = await ask(question)
    expect(status).toBe('compared')
    const rows = answer.table!.rows.map((row) => row.map(({ text }) => text))
    for (const figure of figures) expect(rows).toContainEqual(figure)
    const income = rows.find(([name]) => name === '实际到账金额')!
    expect(income[1]).toContain('50万元以上')
    expect(income[2]).toContain('500万元')
  })
})
