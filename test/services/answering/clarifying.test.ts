import { describe, expect, test } from 'vitest'
import { answering, catalogue, expectAnswer, type Expected } from '../../support/answering.ts'

const { ask, talk } = await answering()
const programmes = catalogue.notices.flatMap((notice) => notice.programmes)

describe('an aspect alone is asked back', () => {
  const bare = [
    '申报条件有哪些？',
    '支持经费是多少',
    '联系电话是多少',
    '什么时候截止',
    '名额有几个',
    '需要交什么材料',
    '申报程序是怎样的',
    '配套资金要多少',
    '哪些单位可以申报',
  ]
  test.each(bare)('%s', async (question) => {
    const asked = await ask(question)
    expectAnswer(asked, { status: 'clarify' })
    expect(asked.citations).toEqual([])
    expect(asked.answer.actions).toHaveLength(programmes.length)
    for (const { label, send } of asked.answer.actions ?? []) {
      expect(asked.text).toContain(label)
      expect(send).toContain(question)
    }
  })

  test('in English, too', async () => {
    expectAnswer(await ask('What are the application requirements?'), { status: 'clarify', says: ['Which programme'] })
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

describe('what was asked back is answered by', () => {
  const choices: [string, string, Expected][] = [
    ['什么时候截止', '2025年的', { status: 'deadline-passed', cites: ['medical-2025#3.1'] }],
    ['什么时候截止', '1', { status: 'deadline-passed', cites: ['medical-2025#3.1'] }],
    ['支持经费是多少', '第二个', { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    ['支持经费是多少', '促进中心', { cites: ['medical-2025#2.4.p1'], says: ['50万元'] }],
    ['申报条件有哪些？', '选3吧', { status: 'listed', says: ['2022年高校运营中心申报通知'] }],
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
