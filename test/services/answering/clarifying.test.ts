import { describe, expect, test } from 'vitest'
import { answering, catalogue, expectAnswer, type Expected } from '../../support/answering.ts'

const { ask, talk } = await answering()
const programmes = catalogue.notices.flatMap((notice) => notice.programmes)

const [newest] = catalogue.notices.filter((notice) => notice.programmes.length > 0)

describe('an aspect alone leads to the newest notice, and the same of the other programmes is one tap away', () => {
  const bare: [string, string][] = [
    ['申报条件有哪些？', '100件'],
    ['支持经费是多少', '20万元'],
    ['给多少钱', '20万元'],
    ['要几个专利', '100件'],
    ['几件才够格', '100件'],
    ['联系电话是多少', '021-23170420'],
    ['电话', '021-23170420'],
    ['什么时候截止', '2025年6月13日'],
    ['名额有几个', '5家'],
    ['哪些单位可以申报', '医疗卫生机构'],
  ]
  test.each(bare)('%s: %s', async (question, fact) => {
    const asked = await ask(question)
    expectAnswer(asked, { says: [fact] })
    expect(asked.kind).toBe('answer')
    expect(asked.places[0]).toContain(`${newest!.id}#`)
  })

  const named = ['申报条件有哪些？', '给多少钱', '电话', '什么时候截止', '名额有几个', '哪些单位可以申报']
  test.each(named)('%s', async (question) => {
    const asked = await ask(question)
    const others = (asked.answer.actions ?? []).filter(({ send }) => send.includes(question))
    expect(others.length).toBeGreaterThanOrEqual(programmes.length - newest!.programmes.length)
    for (const { label, send } of others) expect(send).toBe(`${label}，${question}`)
  })
})

test.each(['申报条件有哪些？', '支持经费是多少', '什么时候截止'])(
  'each choice offered for %s is answered from its own notice',
  async (question) => {
    const { answer } = await ask(question)
    for (const { label, send } of answer.actions ?? []) {
      const asked = await ask(send)
      const year = label.slice(0, 4)
      const field = label.includes('高校') ? 'university' : 'medical'
      expect(['answer'], asked.text).toContain(asked.kind)
      for (const place of asked.places) expect(place, send).toContain(`${field}-${year}#`)
    }
  },
)

test('nothing is asked back once something was spoken of', async () => {
  expectAnswer(await talk('2025年促进中心评几家', '支持经费是多少'), {
    status: 'answered',
    cites: ['medical-2025#2.4.p1'],
    says: ['50万元'],
  })
})

describe('the same of another is asked by', () => {
  const choices: [string, string, Expected][] = [
    ['什么时候截止', '2022年高校的', { status: 'deadline-passed', cites: ['university-2022#3.1'] }],
    ['什么时候截止', '1', { status: 'deadline-passed', cites: ['university-2022#3.1'] }],
    ['支持经费是多少', '第一个', { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    ['支持经费是多少', '促进中心', { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    ['申报条件有哪些？', '选2吧', { status: 'listed', says: ['2022年高校运营中心申报通知'] }],
    ['申报条件有哪些？', '高校的', { status: 'listed', says: ['2022年高校运营中心申报通知'] }],
  ]
  test.each(choices)('%s: %s', async (question, choice, expected) => {
    expectAnswer(await talk(question, choice), expected)
  })

  test('no number that stands for none of the choices', async () => {
    expect((await talk('什么时候截止', '9')).status).not.toBe('deadline-passed')
    expect((await talk('什么时候截止', '在家办公', '1')).status).not.toBe('deadline-passed')
  })
})

describe('whether a figure suffices is asked of its criterion in the newest notice', () => {
  const figures: [string, string][] = [
    ['我们医院有80件专利能报吗', '还差20件'],
    ['99件专利能申报吗', '还差1件'],
    ['120件专利够不够', '120件达到要求'],
  ]
  test.each(figures)('%s: %s', async (question, verdict) => {
    expectAnswer(await ask(question), { cites: ['medical-2025#1.2.1'], says: [verdict] })
  })
})

describe('what was not typed in words', () => {
  test.each(['👍', '😀😀😀', '🙏！'])('%s asks nothing, whatever was spoken of', async (picture) => {
    expectAnswer(await talk('瑞金医院', picture), { status: 'small-talk' })
  })
})

test('the unit of a row that another name found is not the one spoken of before', async () => {
  const { answer } = await talk('昊海的邮件标题是什么', '微创投资入选了吗', '它的邮件标题')
  expect(answer.text).not.toContain('昊海')
})
