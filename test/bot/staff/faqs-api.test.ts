import { describe, expect, test } from 'vitest'
import { openNoticeDesk } from '../../../knowledge/importing/notice-desk.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { jsonOf } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { changeNotice, people, staffApp } from '../../support/staff-app.ts'

const { assistant, say, as } = await staffApp()

const threshold = { notice: 'medical-2025', clause: '1.2.1' }
const answer = '获批以后不能更换依托单位。'
const faq = { answer, wordings: ['2025年医疗运营中心获批后可以更换依托单位吗'], clauses: [threshold] }
const ofPlan = loadNotices().find(({ id }) => id === 'special-action-2024')!.clauses[5]!
const patience = { timeout: 15_000, interval: 300 }

const write = (body: object) => as('editor', 'POST', '/api/staff/faqs', { body })
/** The version an answer has now, taken away or not; 1 where there is none. */
const versionOf = async (id: number): Promise<number> => {
  const lists = await Promise.all(
    ['', '?state=deleted'].map((state) => jsonOf(as('editor', 'GET', `/api/staff/faqs${state}`))),
  )
  return lists.flatMap(({ faqs }) => faqs).find((one: { id: number }) => one.id === id)?.version ?? 1
}
const change = async (id: number, body: object) =>
  as('editor', 'PATCH', `/api/staff/faqs/${id}`, { body: { ...body, version: await versionOf(id) } })
const undo = async (id: number) =>
  as('editor', 'POST', `/api/staff/faqs/${id}/undo`, { body: { version: await versionOf(id) } })
const remove = async (id: number) => as('editor', 'DELETE', `/api/staff/faqs/${id}?version=${await versionOf(id)}`)
const find = async (id: number) =>
  (await jsonOf(as('reviewer', 'GET', '/api/staff/faqs'))).faqs.find((one: { id: number }) => one.id === id)
const reply = async (question: string, conversation?: string) => (await say(question, conversation)).replies[0]!
const statusOf = async (question: string) => {
  await say(question)
  return (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions[0].status
}
const asked = '2025年医院运营中心拿到以后能换依托单位吗？'

describe('an answer that is no answer is refused with the place', () => {
  const cases: [string, object, string][] = [
    ['without a clause', { ...faq, clauses: [] }, 'clauses'],
    ['without the field of clauses', { answer, wordings: faq.wordings }, 'clauses'],
    [
      'with a clause that is not there',
      { ...faq, clauses: [threshold, { notice: 'medical-2025', clause: '99' }] },
      'clauses.1',
    ],
    ['without a wording', { ...faq, wordings: [] }, 'wordings'],
    ['with an empty wording', { ...faq, wordings: [' '] }, 'wordings.0'],
    ['with a field that is not there', { ...faq, author: 'x' }, 'author'],
    ['too long', { ...faq, answer: '长'.repeat(2001) }, 'answer'],
  ]
  test.each(cases)('%s', async (_title, body, path) => {
    const response = await write(body)
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors.map((fault: { path: string }) => fault.path)).toContain(path)
  })

  test('which is only what the bot itself has said, until somebody says that they have read it', async () => {
    const { text } = await reply('2025年运营中心要多少件有效发明专利？')
    const { questions } = await jsonOf(as('editor', 'GET', '/api/staff/questions'))
    const body = { ...faq, answer: text, wordings: ['要多少件'], question: questions[0].id, state: 'draft' }
    expect((await jsonOf(write(body))).errors[0].path).toBe('answer')
    expect((await write({ ...body, isRead: true })).status).toBe(201)
  })
})

describe('a curated answer', () => {
  let id = 0

  test('is used first for other wordings, says that it was reviewed and when, and cites its clauses word for word', async () => {
    expect(await statusOf(asked)).not.toBe('curated')
    const made = await write(faq)
    expect(made.status).toBe(201)
    id = (await jsonOf(made)).id
    const said = await reply(asked)
    expect(said.kind).toBe('answer')
    expect(said.text).toContain(answer)
    expect(said.text).toContain(`该答复已经人工审核（${dayOfTests}）`)
    expect(said.text).toContain('有效发明专利达到100件以上')
    expect(said.citations).toEqual([expect.objectContaining({ ...threshold, quote: expect.stringContaining('100') })])
    expect(await statusOf(asked)).toBe('curated')
  })

  const others = [
    '2022年医疗运营中心获批后可以更换依托单位吗',
    '2022年高校运营中心获批后可以更换依托单位吗',
    '2025年运营促进中心获批后可以更换依托单位吗',
    '2025年医疗运营中心获批后不可以更换依托单位吗',
    '2025年医疗运营中心获批后可以更换负责人吗',
    '2025年医疗运营中心的申报截止时间',
    '2025年医疗运营中心要多少件有效发明专利',
    '你好',
  ]
  test.each(others)('is not used for %s', async (question) => {
    expect(await statusOf(question)).not.toBe('curated')
  })

  test('is used in the middle of an interview too, and the open question comes back', async () => {
    const { conversation } = await say('/check medical-center-2025')
    const { replies } = await say(asked, conversation)
    expect(replies.map(({ kind }) => kind)).toEqual(['answer', 'question'])
    expect(replies[0]!.text).toContain(answer)
  })

  test('is changed, with its history, and a draft is not used', async () => {
    expect((await change(id, { answer: '确需更换的，请先报告。' })).status).toBe(200)
    expect((await reply(asked)).text).toContain('确需更换的，请先报告。')
    await change(id, { state: 'draft' })
    expect(await statusOf(asked)).not.toBe('curated')
    const { changes } = await jsonOf(as('reviewer', 'GET', `/api/staff/faqs/${id}/history`))
    expect(changes).toMatchObject([
      { who: people.editor, action: 'faq-changed', before: { state: 'published' }, after: { state: 'draft' } },
      { who: people.editor, before: { answer }, after: { answer: '确需更换的，请先报告。' } },
      { who: people.editor, action: 'faq-added', before: null, after: { answer } },
    ])
  })

  test('is undone, and what was undone done again', async () => {
    expect((await jsonOf(undo(id))).state).toBe('published')
    expect(await statusOf(asked)).toBe('curated')
    expect((await jsonOf(undo(id))).state).toBe('draft')
    expect(await statusOf(asked)).not.toBe('curated')
    await change(id, { state: 'published' })
  })

  test('is taken away and brought back', async () => {
    expect((await remove(id)).status).toBe(204)
    expect(await find(id)).toBeUndefined()
    expect(await statusOf(asked)).not.toBe('curated')
    await undo(id)
    expect(await statusOf(asked)).toBe('curated')
  })

  test('goes back to the queue when a clause of it changes, is not used meanwhile, and is used again when it was read', async () => {
    await changeNotice(assistant.db, 'medical-2025', '达到 100 件以上', '达到 120 件以上')
    await expect.poll(() => statusOf(asked), patience).not.toBe('curated')
    expect(await find(id)).toMatchObject({ state: 'returned', returnedBecause: expect.stringContaining('文字有变化') })
    await change(id, { state: 'published' })
    expect(await statusOf(asked)).toBe('curated')
    expect((await reply(asked)).text).toContain('120件以上')
    expect(await find(id)).toMatchObject({ state: 'published', returnedBecause: null })
  })

  test('goes back to the queue when its notice is gone', async () => {
    const { questions } = await jsonOf(as('editor', 'GET', '/api/staff/questions'))
    const made = await jsonOf(
      write({
        answer: '请看方案。',
        wordings: ['专项行动方案怎么落实'],
        clauses: [{ notice: 'special-action-2024', clause: ofPlan.id }],
        question: questions[0].id,
      }),
    )
    expect(made.state).toBe('published')
    const { review } = (await jsonOf(as('editor', 'GET', '/api/staff/questions'))).questions[0]
    expect(review).toMatchObject({ status: 'reviewed', reviewer: people.editor })
    await openNoticeDesk(assistant.db, loadNotices()).remove('special-action-2024')
    await expect.poll(async () => (await find(made.id)).state, patience).toBe('returned')
    const [{ review: again }] = (await jsonOf(as('editor', 'GET', `/api/staff/questions?group=${questions[0].group}`)))
      .questions
    expect(again.status).toBe('new')
  })

  test('that is not there is 404', async () => {
    for (const response of [change(99_999, { answer }), undo(99_999), remove(99_999)])
      expect((await response).status).toBe(404)
  })
})

test('without words of its own an answer points to the right clause, which then answers', async () => {
  const question = '民营医院算不算申报单位'
  const made = await write({ wordings: [question], clauses: [{ notice: 'medical-2025', clause: '1.1.p1' }] })
  expect(made.status).toBe(201)
  const said = await reply(`请问${question}？`)
  expect(said.citations).toMatchObject([{ notice: 'medical-2025', clause: '1.1.p1' }])
  expect(said.text).not.toContain('人工审核')
  expect(await statusOf(question)).toBe('attached')
})

test('a preview shows what is said before and after, and changes nothing', async () => {
  const body = {
    answer: '可以停在院内。',
    wordings: ['来办事车停哪里'],
    clauses: [threshold],
    ask: '请问来办事车停哪里呀',
  }
  const preview = await jsonOf(as('editor', 'POST', '/api/staff/faqs/preview', { body }))
  expect(preview.isUsed).toBe(true)
  expect(preview.before[0].text).not.toContain('可以停在院内')
  expect(preview.after[0].text).toContain('可以停在院内')
  expect(await statusOf(body.ask)).not.toBe('curated')
  const elsewhere = await jsonOf(
    as('editor', 'POST', '/api/staff/faqs/preview', { body: { ...body, ask: '食堂在哪' } }),
  )
  expect(elsewhere).toMatchObject({ isUsed: false })
  expect(elsewhere.after[0].text).toBe(elsewhere.before[0].text)
})

test('a wording keeps nothing that identifies the person who typed it', async () => {
  const made = await jsonOf(write({ ...faq, wordings: ['我是13912345678，能换单位吗'], state: 'draft' }))
  expect(made.wordings).toEqual(['我是[手机号]，能换单位吗'])
})
