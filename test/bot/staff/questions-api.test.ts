import { describe, expect, test } from 'vitest'
import { jsonOf, post } from '../../support/app.ts'
import { people, staffApp } from '../../support/staff-app.ts'
import { dayOfTests } from '../../support/real-app.ts'

const { assistant, url, say, as } = await staffApp()

type Question = {
  id: string
  question: string
  group: number
  status: string
  review: { status: string; note: string; version: number; reviewer: string | null }
}

const list = async (query = ''): Promise<{ questions: Question[]; total: number }> =>
  jsonOf(as('reviewer', 'GET', `/api/staff/questions${query}`))
const texts = async (query: string) => (await list(query)).questions.map(({ question }) => question)
const newest = async () => (await list()).questions[0]!
/** Decides from the version that is there now; 1 where there is no such question. */
const decide = async (id: string, body: object) => {
  const version = (await list()).questions.find((one) => one.id === id)?.review.version ?? 1
  return as('reviewer', 'PATCH', `/api/staff/questions/${encodeURIComponent(id)}`, { body: { version, ...body } })
}
const enc = encodeURIComponent

describe('a question in the log', () => {
  test('has its conversation, channel, mode, clauses with scores, reply, status, feedback and time', async () => {
    const said = await say('2025年运营中心要多少件有效发明专利？')
    await post(`${url}/api/feedback`, { reply: said.replies[0]!.id, helpful: false, comment: '看不懂' })
    expect(await newest()).toMatchObject({
      conversation: said.conversation,
      channel: 'web',
      mode: 'extractive',
      question: '2025年运营中心要多少件有效发明专利？',
      status: 'answered',
      notice: 'medical-2025',
      programme: 'medical-center-2025',
      used: [{ notice: 'medical-2025', clause: '1.2.1', score: expect.any(Number) }],
      rejected: expect.arrayContaining([
        { notice: expect.any(String), clause: expect.any(String), score: expect.any(Number) },
      ]),
      replies: [{ text: said.replies[0]!.text }],
      feedback: { helpful: false, comment: '看不懂' },
      durationMs: expect.any(Number),
      review: { status: 'new', note: '', version: 1, reviewer: null },
    })
  })

  test('keeps nothing that identifies a person', async () => {
    await say('我是张三，手机13812345678，身份证110101199003078515，邮箱z@example.com，食堂在哪')
    const kept = JSON.stringify([
      await newest(),
      await assistant.db.selectFrom('question').select('searched').execute(),
      await assistant.db.selectFrom('question_group').selectAll().execute(),
    ])
    expect(kept).toContain('[手机号]')
    for (const secret of ['13812345678', '110101199003078515', 'z@example.com']) expect(kept).not.toContain(secret)
  })

  test('is not a command, nor an answer in an interview; what is asked beside one is', async () => {
    const before = (await list()).total
    const { conversation } = await say('/check medical-center-2025')
    await say('是', conversation)
    await say('/status', conversation)
    expect((await list()).total).toBe(before)
    await say('运营中心评审专家有几位？', conversation)
    expect((await list()).total).toBe(before + 1)
  })
})

describe('the list is narrowed', () => {
  const asked = ['周边有地铁站吗', '高校运营中心的申报条件有哪些', '材料交到哪']
  const cases: [string, string, string[]][] = [
    ['to what was not found', '?status=not-found', ['周边有地铁站吗']],
    ['to the unanswered', '?queue=unanswered', ['周边有地铁站吗']],
    ['by words, in any width and case', `?q=${enc('地铁')}`, ['周边有地铁站吗']],
    ['by several words that must all be there', `?q=${enc('条件 高校')}`, ['高校运营中心的申报条件有哪些']],
    ['by a notice', '?notice=university-2022', ['高校运营中心的申报条件有哪些']],
    ['by a channel', '?channel=telegram', []],
    ['by its first day', `?from=${dayOfTests}`, asked],
    ['by its last day', '?to=2026-11-20', []],
    ['by words that stand for no pattern', `?q=${enc('%')}`, []],
  ]
  test.each(cases)('%s', async (_title, query, expected) => {
    for (const question of asked) if (!(await texts('')).includes(question)) await say(question)
    const found = await texts(query)
    for (const question of asked) expect(found.includes(question), question).toBe(expected.includes(question))
  })

  const faulty = [
    '?from=yesterday',
    '?from=0000-01-01',
    '?to=0000-12-31',
    '?to=2025-02-30',
    '?from=2025-1-1',
    '?page=0',
    '?page=x',
    '?queue=none',
    '?colour=red',
    '?review=maybe',
  ]
  test.each(faulty)('%s is refused with the place', async (query) => {
    const response = await as('reviewer', 'GET', `/api/staff/questions${query}`)
    expect(response.status).toBe(400)
    expect((await jsonOf(response)).errors[0].path).toBe(/\?(\w+)/.exec(query)![1])
  })
})

describe('a decision', () => {
  test('holds for all that mean the same, those asked later included, with note and reviewer', async () => {
    await say('食堂几点开门？')
    const { id, group } = await newest()
    const response = await decide(id, { status: 'dismissed', note: '不属于通知的内容' })
    expect(response.status).toBe(200)
    await say('请问食堂什么时候开门呢')
    const later = await newest()
    expect(later).toMatchObject({
      question: '请问食堂什么时候开门呢',
      group,
      review: { status: 'dismissed', note: '不属于通知的内容', reviewer: people.reviewer },
    })
    expect(await texts('?status=new')).not.toContain('请问食堂什么时候开门呢')
    expect(await texts('?status=dismissed')).toContain('食堂几点开门？')
  })

  test('leaves questions of something else alone', async () => {
    await say('停车场几点开门？')
    expect(await newest()).toMatchObject({ review: { status: 'new' } })
  })

  test('can be taken back', async () => {
    await say('食堂几点营业')
    const { id } = await newest()
    expect((await jsonOf(decide(id, { status: 'new' }))).review).toMatchObject({
      status: 'new',
      note: '不属于通知的内容',
    })
  })

  const bad = [{}, { status: 'done' }, { note: 'x'.repeat(1001) }, { status: 'new', group: 1 }]
  test.each(bad.map((body) => [body]))('%j is refused', async (body) => {
    expect((await decide((await newest()).id, body)).status).toBe(400)
  })

  test('on a question that is not there is 404', async () => {
    expect((await decide('no-such', { status: 'new' })).status).toBe(404)
  })
})

test('groups count what means the same, the largest first', async () => {
  const { groups } = await jsonOf(as('reviewer', 'GET', '/api/staff/groups?queue=unanswered'))
  const counts = groups.map(({ count }: { count: number }) => count)
  expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a))
  expect(groups[0]).toMatchObject({ count: 3, last: { text: '食堂几点营业' } })
})

describe('what a person deletes', () => {
  test('is gone from the console, with the group that it alone made up and what was noted of it', async () => {
    const { conversation } = await say('月球上能设运营中心分部吗')
    const { id, group } = await newest()
    await decide(id, { status: 'reviewed', note: '问的人是李四' })
    await say('/delete', conversation)
    expect(await texts(`?q=${enc('月球')}`)).toEqual([])
    const { db } = assistant
    expect(await db.selectFrom('question_group').select('id').where('id', '=', group).execute()).toEqual([])
    const all = await Promise.all(
      (['turn', 'reply', 'question', 'question_group', 'audit', 'conversation', 'interview_record'] as const).map(
        (table) => db.selectFrom(table).selectAll().execute(),
      ),
    )
    expect(JSON.stringify(all)).not.toMatch(/月球|李四/)
  })

  test('leaves the group of others', async () => {
    const { conversation } = await say('食堂几点开门？')
    const { group } = await newest()
    await say('/delete', conversation)
    expect((await list(`?group=${group}`)).total).toBeGreaterThan(0)
  })
})
