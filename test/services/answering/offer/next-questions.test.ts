import { describe, expect, test } from 'vitest'
import { statuses } from '../../../../services/answering/answer.ts'
import { nextQuestions } from '../../../../services/answering/offer/next-questions.ts'
import { offersAfter } from '../../../../services/answering/offer/offers-after.ts'
import { whomToCall } from '../../../../services/answering/offer/whom-to-call.ts'
import { afterAllWindows as today, answering, catalogue } from '../../../support/answering.ts'

const { ask, talk, knowledge } = await answering()

const after = async (...turns: string[]) => {
  const { answer, memory } = await talk(...turns)
  return { answer, memory, offers: await offersAfter(knowledge, answer, memory, turns.at(-1)!, today) }
}

describe('every answer offers two or three questions that its notice answers', () => {
  const asked = [
    '2025年运营中心给多少钱',
    '2025年促进中心的联系人是谁',
    '2022年高校运营中心的申报条件有哪些',
    '2022年医疗运营中心什么时候截止',
    '瑞金医院要交什么',
    '昊海在名单里吗',
    'How many valid invention patents are required in 2025?',
    'What is the deadline of the 2022 university centre?',
  ]
  test.each(asked)('%s', async (question) => {
    const { offers, answer, memory } = await after(question)
    expect(offers.length).toBeGreaterThanOrEqual(2)
    expect(offers.length).toBeLessThanOrEqual(3)
    for (const { send } of offers) {
      const next = await ask(send, memory)
      expect(['answer', 'roster'], send).toContain(statuses[next.status])
      expect(next.citations[0]!.notice, send).toBe(answer.rests[0]!.notice.id)
    }
  })
})

test('what was just asked is not offered again, and what was asked before comes last', async () => {
  const { offers } = await after('2025年运营中心给多少钱', '什么时候截止')
  expect(offers.map(({ label }) => label)).not.toContain('什么时候截止')
  expect(offers.map(({ label }) => label)).not.toContain('支持多少经费')
})

test('after a unit’s rows it is what to hand in, by when and to whom', async () => {
  const { offers } = await after('昊海在名单里吗')
  expect(offers.map(({ label }) => label)).toEqual(['要交什么', '什么时候交', '交给谁'])
})

describe('a refusal offers what fits what was asked, and a person to ask', () => {
  test('on the programme spoken of', async () => {
    const { answer, memory, offers } = await after('2025年促进中心给多少钱', '食堂几点开门')
    expect(answer.status).toBe('not-found')
    for (const { send } of offers) expect(send).toContain('促进中心')
    const contact = whomToCall(catalogue, answer, memory)
    expect(contact?.clause.id).toBe('contact')
    expect(contact?.notice.id).toBe('medical-2025')
    expect(offers.map(({ label }) => label)).not.toContain('找谁问')
  })

  test('and not the same to everybody', async () => {
    const [one, other] = [await after('2022年高校运营中心的食堂在哪'), await after('2025年促进中心的食堂在哪')]
    expect(one.offers.map(({ send }) => send)).not.toEqual(other.offers.map(({ send }) => send))
  })

  test('whoever wants something written is told whom to ask', async () => {
    const { offers } = await after('帮我写一份申报书')
    expect(offers.map(({ label }) => label)).toEqual(['找谁问'])
  })
})

test('a question is offered only where the clause gives what it asks for', async () => {
  const money = (id: string) => {
    const notice = catalogue.notices.find((one) => one.id === id)!
    const scope = { notice: id, programme: notice.programmes[0]!.id }
    return nextQuestions(knowledge, { scope, language: 'zh', only: ['money'], today })
  }
  expect(await money('medical-2025')).toMatchObject([{ label: '支持多少经费' }])
  // It promises support and names no sum.
  expect(await money('university-2022')).toEqual([])
})

test('without the index nothing is offered that isn’t answered, and nothing of a notice that is gone', async () => {
  const { answer, memory } = await ask('2025年运营中心给多少钱')
  const broken = { ...knowledge, catalogue: { ...catalogue }, search: () => Promise.reject(new Error('down')) }
  const offers = await offersAfter(broken, answer, memory, '给多少钱', today)
  for (const { send } of offers) expect(statuses[(await ask(send)).status]).toBe('answer')
  expect(await nextQuestions(knowledge, { scope: { notice: 'gone' }, language: 'zh', today })).toEqual([])
})
