import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { people, staffApp } from '../../support/staff-app.ts'

let today = dayOfTests
const { assistant, say, as } = await staffApp({ today: () => today })

const office = {
  kind: 'office',
  answer: '窗口周一到周五办公，午间12:00到13:30休息。',
  wordings: ['你们窗口午休吗'],
  authorRole: '业务受理处',
  expiresOn: '2027-05-31',
}
const clause = { notice: 'medical-2025', clause: '1.2.1' }
const write = (body: object) => as('editor', 'POST', '/api/staff/faqs', { body })
const list = async (state = '') =>
  (await jsonOf(as('reviewer', 'GET', `/api/staff/faqs${state && `?state=${state}`}`))).faqs
const newest = async () => (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions[0]

describe('what is published in the office’s name is refused with the place', () => {
  const cases: [string, object, string][] = [
    ['without words', { answer: '' }, 'answer'],
    ['without who says so', { authorRole: ' ' }, 'authorRole'],
    ['without an end', { expiresOn: null }, 'expiresOn'],
    ['when it is over', { expiresOn: '2026-11-20' }, 'expiresOn'],
    ['for a notice that is not there', { scope: { notice: 'none' } }, 'scope.notice'],
    ['for a programme of another notice', { scope: { notice: 'medical-2025', programme: 'x' } }, 'scope.programme'],
  ]
  test.each(cases)('%s', async (_title, change, path) => {
    const response = await write({ ...office, ...change })
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors.map((fault: { path: string }) => fault.path)).toEqual([path])
  })

  test('but may be kept as a draft, as may an answer without a clause', async () => {
    const drafts = [
      { ...office, expiresOn: null, authorRole: '', state: 'draft' },
      { answer: '还没找到条款。', wordings: ['还没想好'], state: 'draft' },
    ]
    for (const body of drafts) expect((await write(body)).status).toBe(201)
    const published = await write({ answer: '没有条款。', wordings: ['没有条款也能发吗'] })
    expect((await jsonOf(published)).errors).toEqual([{ path: 'clauses', message: '答复必须附上至少一个条款' }])
  })
})

describe('an answer of the office', () => {
  test('is said with its label, by whom, when and until when, and cites no clause', async () => {
    const made = await jsonOf(write({ ...office }))
    expect(made).toMatchObject({ kind: 'office', authorRole: '业务受理处', expiresOn: '2027-05-31', clauses: [] })
    const { replies } = await say('请问你们窗口午休吗？')
    expect(replies[0]!.text).toBe(
      `【本局答复】${office.answer}\n\n来源：本局业务受理处的答复，${dayOfTests}作出，有效期到2027-05-31。收录的通知没有写到这一点。`,
    )
    expect(replies[0]!.citations).toEqual([])
    expect((await newest()).status).toBe('curated')
  })

  test('is said after a topic and in an interview too', async () => {
    const { conversation } = await say('2025年运营中心要多少件有效发明专利')
    expect((await say('你们窗口午休吗', conversation)).replies[0]!.text).toContain('【本局答复】')
    const begun = await say('/check medical-center-2025')
    const { replies } = await say('你们窗口午休吗', begun.conversation)
    expect(replies[0]!.text).toContain('【本局答复】')
    expect(replies.at(-1)!.kind).toBe('question')
  })

  test('that holds for one notice is not said of another', async () => {
    await write({
      ...office,
      answer: '可以用电子章。',
      wordings: ['申报书能盖电子章吗'],
      scope: { notice: 'medical-2025' },
    })
    expect((await say('2025年运营中心申报书能盖电子章吗')).replies[0]!.text).toContain('可以用电子章')
    expect((await say('2022年高校运营中心申报书能盖电子章吗')).replies[0]!.text).not.toContain('可以用电子章')
  })

  test('is no longer said once its time is over, and waits for staff with its questions', async () => {
    await say('来办事能停几辆车')
    const { id, group } = await newest()
    const body = {
      ...office,
      answer: '每家单位一辆。',
      wordings: ['来办事能停几辆车'],
      expiresOn: dayOfTests,
      question: id,
    }
    const { id: faq } = await jsonOf(write(body))
    expect((await say('来办事能停几辆车')).replies[0]!.text).toContain('每家单位一辆')
    today = '2026-11-22'
    expect((await say('来办事能停几辆车')).replies[0]!.text).not.toContain('每家单位一辆')
    const returned = (await list('returned')).find((one: { id: number }) => one.id === faq)
    expect(returned).toMatchObject({
      returnedBecause: `本局答复的有效期已过（到${dayOfTests}）`,
      reviewer: people.editor,
    })
    const { groups } = await jsonOf(as('reviewer', 'GET', `/api/staff/groups?group=${group}`))
    expect(groups[0]).toMatchObject({ review: 'new', returnedBecause: returned.returnedBecause })
    const again = await as('editor', 'PATCH', `/api/staff/faqs/${faq}`, {
      body: { version: returned.version, state: 'published', expiresOn: '2026-12-31' },
    })
    expect(again.status).toBe(200)
    expect((await say('来办事能停几辆车')).replies[0]!.text).toContain('有效期到2026-12-31')
    today = dayOfTests
  })

  test('that is over is not told to those who wait for it', async () => {
    const { conversation, replies } = await say('母婴室几楼有')
    await say(`/remind answer ${replies[0]!.id}`, conversation)
    const { id } = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions?q=母婴室'))).questions[0]
    await write({ ...office, answer: '二楼。', wordings: ['母婴室几楼有'], question: id })
    await assistant.db.updateTable('faq').set({ expires_on: '2026-11-01' }).where('answer', '=', '二楼。').execute()
    await assistant.remind()
    const waiting = () =>
      assistant.db.selectFrom('delivery').select('event').where('conversation', '=', conversation).execute()
    const before = await waiting()
    await assistant.db.updateTable('faq').set({ expires_on: '2027-01-01' }).where('answer', '=', '二楼。').execute()
    await assistant.remind()
    expect([before.length, (await waiting()).length]).toEqual([0, 1])
  })
})

test('two answers in use do not say different things to the same question', async () => {
  const own = { answer: '可以。', wordings: ['获批以后能换依托单位吗'], clauses: [clause] }
  expect((await write(own)).status).toBe(201)
  const other = { ...own, answer: '不可以。', wordings: ['获批之后可以更换依托单位吗'] }
  const refused = await write(other)
  expect(refused.status).toBe(400)
  expect((await jsonOf(refused)).errors[0]).toMatchObject({
    path: 'wordings',
    message: expect.stringContaining('可以。'),
  })
  const draft = await jsonOf(write({ ...other, state: 'draft' }))
  const publish = { version: draft.version, state: 'published' }
  expect((await as('editor', 'PATCH', `/api/staff/faqs/${draft.id}`, { body: publish })).status).toBe(400)
  const elsewhere = {
    ...other,
    clauses: [{ notice: 'medical-2022', clause: '1' }],
    wordings: ['2022年医疗运营中心获批后能换依托单位吗'],
  }
  expect((await write({ ...elsewhere, scope: { notice: 'medical-2022' } })).status).toBe(201)
})

test('of two that contradict each other and are published at once only one is', async () => {
  const at = (answer: string) => write({ answer, wordings: ['材料可以用电子章盖吗'], clauses: [clause] })
  const responses = await Promise.all([at('能。'), at('不能。'), at('看情况。')])
  expect(responses.map(({ status }) => status).toSorted()).toEqual([201, 400, 400])
})

test('what publishing would change of what staff have published is told before', async () => {
  await write({ answer: '一楼大厅。', wordings: ['在哪里取号'], clauses: [clause] })
  const body = { answer: '二楼。', wordings: ['请问到哪里取号'], clauses: [clause] }
  const impact = await jsonOf(as('editor', 'POST', '/api/staff/faqs/impact', { body }))
  expect(impact.asked).toBe(impact.questions)
  expect(impact.questions).toBeGreaterThan(0)
  expect(impact.contradicted).toEqual([expect.stringContaining('一楼大厅')])
  const apart = { ...body, wordings: ['周末有人值班吗'] }
  expect(await jsonOf(as('editor', 'POST', '/api/staff/faqs/impact', { body: apart }))).toMatchObject({
    answers: [],
    contradicted: [],
  })
})

test('a preview tries an answer in five situations and tells the nearest wording', async () => {
  const body = { answer: '可以。', clauses: [clause], wordings: ['可以线上预约吗'], ask: '请问可以线上预约吗' }
  const preview = await jsonOf(as('editor', 'POST', '/api/staff/faqs/preview', { body }))
  const used = preview.contexts.map(({ isUsed }: { isUsed: boolean }) => isUsed)
  // The last is that of a call of another year.
  expect(used).toEqual([true, true, true, true, false])
  expect(preview.contexts[0].after).toContain('可以。')
  expect(preview.nearest).toEqual({ wording: '可以线上预约吗', likeness: 1 })
})
