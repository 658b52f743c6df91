import { describe, expect, test } from 'vitest'
import { answering, expectAnswer, type Expected } from '../../support/answering.ts'

const { ask, talk } = await answering()

describe('a follow-up leans on what came before', () => {
  const talks: [string[], Expected][] = [
    [['2025年运营中心支持经费多少', '那促进中心呢'], { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    [['2025年运营中心支持经费多少', '那促进中心呢', '2022年的呢'], { cites: ['medical-2022#7.p1'], says: ['50万元'] }],
    [['2025年促进中心评几家', '截止日期呢'], { status: 'deadline-passed', cites: ['medical-2025#3.1'] }],
    [['2022年医疗运营中心给多少经费', '什么时候截止'], { cites: ['medical-2022#5.1'], says: ['11月23日'] }],
    [['2022年医疗运营中心给多少经费', '联系人呢'], { cites: ['medical-2022#8.p1'], says: ['孔元中'] }],
    [['高校运营中心近期目标有哪些', '第一条'], { cites: ['university-2022#2.1.1'], says: ['3项'] }],
    [['高校运营中心近期目标有哪些', '联系人呢'], { status: 'not-found', says: ['没有写明联系方式'] }],
    [['2025年运营中心申报条件有哪些', '任务目标呢'], { status: 'listed', cites: ['medical-2025#1.3.1'] }],
    [['2025年促进中心申报条件有哪些', '任务目标呢'], { status: 'listed', cites: ['medical-2025#2.3.1'] }],
    [['总结验收材料发到哪个邮箱', '截止了吗'], { status: 'deadline-passed', says: ['3月22日'] }],
    [['专项行动方案第九条', '谁负责'], { cites: ['special-action-2024#2.9'], says: ['市国资委'] }],
    [['专项行动方案第九条', '谁负责', '下一条呢'], { cites: ['special-action-2024#2.10'] }],
    [['专项行动方案第九条', '30呢'], { cites: ['special-action-2024#6.30'] }],
    [['专项行动方案第九条', '那12'], { cites: ['special-action-2024#3.12'] }],
    [['专项行动方案第九条', '45呢'], { status: 'not-found', says: ['共30条'] }],
    [['what does measure 25 say', 'and 30?'], { cites: ['special-action-2024#6.30'] }],
    [['2025年医疗运营中心每家给多少钱', '那促进中心呢'], { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    [['专项行动方案第九条', '上一条说什么'], { cites: ['special-action-2024#2.8'] }],
    [['2025年运营中心申报条件有哪些', '第四呢'], { cites: ['medical-2025#1.2.4'] }],
    [['2022年和2025年医疗运营中心的条件有什么不同', '名额呢'], { cites: ['medical-2025#1.4.p1'] }],
    [['2025年运营中心联系人是谁', '名额呢'], { cites: ['medical-2025#1.4.p1'], says: ['5家'] }],
    [['2025年运营中心要多少件专利'], { cites: ['medical-2025#1.2.1'] }],
    [['2025年运营中心要多少件有效发明专利', '我们99件呢'], { cites: ['medical-2025#1.2.1'], says: ['还差1件'] }],
    [['2025年运营中心要多少件有效发明专利', '那120件呢'], { cites: ['medical-2025#1.2.1'], says: ['120件'] }],
    [['2025年运营中心要多少件有效发明专利', '我们99件呢', '2022年呢'], { cites: ['medical-2022#2.2'], says: ['30件'] }],
    [["What's the deadline for the 2025 medical center?", 'Who was the contact?'], { cites: ['medical-2025#contact'] }],
  ]
  test.each(talks)('%j', async (turns, expected) => {
    expectAnswer(await talk(...turns), expected)
  })
})

test('a question that names its own notice leans on nothing', async () => {
  expectAnswer(await talk('高校运营中心近期目标有哪些', '2025年促进中心评几家'), {
    cites: ['medical-2025#2.4.p1'],
    says: ['1家'],
  })
  expectAnswer(await talk('2025年促进中心评几家', '专项行动方案第七条'), { cites: ['special-action-2024#2.7'] })
})

test('small talk between two questions is forgotten', async () => {
  expectAnswer(await talk('2025年促进中心评几家', '谢谢', '支持经费多少'), {
    cites: ['medical-2025#2.4.p1'],
    says: ['50万元'],
  })
})

test('what is remembered is small and can be kept as JSON', async () => {
  const { memory } = await talk('2025年运营中心申报条件有哪些', '那促进中心呢', `${'好'.repeat(1900)}截止日期呢`)
  expect(JSON.parse(JSON.stringify(memory))).toEqual(JSON.parse(JSON.stringify(memory)))
  expect(JSON.stringify(memory).length).toBeLessThan(4_000)
})

describe('small talk is answered in kind, claims nothing and changes nothing', () => {
  const talks = ['你好', '您好！', '在吗', '谢谢', '非常感谢您的解答', '好的，明白了', '再见', '你是谁', '你能做什么']
  const english = ['Hello', 'hi there', 'thanks a lot', 'Thank you!', 'bye', 'who are you?']
  test.each([...talks, ...english])('%s', async (text) => {
    const before = (await ask('2025年促进中心评几家')).memory
    const asked = await ask(text, before)
    expectAnswer(asked, { status: 'small-talk' })
    expect(asked.kind).toBe('info')
    expect(asked.citations).toEqual([])
    expect(asked.memory).toBe(before)
    expect(/\p{Script=Han}/u.test(asked.text)).toBe(talks.includes(text))
  })

  test('a greeting before a question does not hide the question', async () => {
    for (const question of ['你好，2025年促进中心评几家？', '谢谢老师，再问一下2025年促进中心评几家'])
      expectAnswer(await ask(question), { status: 'answered', cites: ['medical-2025#2.4.p1'] })
  })
})
