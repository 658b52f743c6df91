import { describe, expect, test } from 'vitest'
import { jsonOf, post } from '../../support/app.ts'
import { changeNotice, staffApp } from '../../support/staff-app.ts'

const { assistant, url, say, as } = await staffApp()

type Group = { id: number; review: string; returnedBecause: string | null; askedSince: number; last: { id: string } }
type Faq = { id: number; version: number; state: string }

const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
const newest = async () => (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions[0]
const groupOf = async (id: number): Promise<Group> =>
  (await jsonOf(as('reviewer', 'GET', `/api/staff/groups?group=${id}`))).groups[0]
const returned = async (): Promise<number[]> =>
  (await jsonOf(as('reviewer', 'GET', '/api/staff/groups?queue=returned&review=new'))).groups.map(({ id }: Group) => id)
const decide = async (id: string, status: string) => {
  const { questions } = await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))
  const { version } = questions.find((one: { id: string }) => one.id === id).review
  return as('reviewer', 'PATCH', `/api/staff/questions/${encodeURIComponent(id)}`, { body: { status, version } })
}
/** Asks a question and answers its group; resolves to the answer and the group. */
async function answered(asked: string, answer: string): Promise<{ faq: Faq; group: number }> {
  await say(asked)
  const { id, group } = await newest()
  const body = { answer, wordings: [asked], clauses, question: id }
  return { faq: await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body })), group }
}
const patch = async ({ id, version }: Faq, body: object): Promise<Faq> =>
  jsonOf(as('editor', 'PATCH', `/api/staff/faqs/${id}`, { body: { version, ...body } }))
const think = (reply: string, helpful: boolean) => post(`${url}/api/feedback`, { reply, helpful })

describe('a closed group is back in the queue, and says why', () => {
  test('when its answer is taken out of use, and is closed again when it is published again', async () => {
    const { faq, group } = await answered('来办事车停哪里', '停在院内。')
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed', returnedBecause: null })
    const draft = await patch(faq, { state: 'draft' })
    expect(await groupOf(group)).toMatchObject({ review: 'new', returnedBecause: '原来的人工答复已停用或删除' })
    expect(await returned()).toContain(group)
    await patch(draft, { state: 'published' })
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed', returnedBecause: null })
    expect(await returned()).not.toContain(group)
  })

  test('when its answer is deleted, and not while another one is in use', async () => {
    const { faq, group } = await answered('院内有没有母婴室', '一楼有。')
    const { id: question } = await newest()
    const body = { answer: '二楼也有。', wordings: ['母婴室在哪层楼'], clauses, question }
    const other: Faq = await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body }))
    await as('editor', 'DELETE', `/api/staff/faqs/${faq.id}?version=${faq.version}`)
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed' })
    await as('editor', 'DELETE', `/api/staff/faqs/${other.id}?version=${other.version}`)
    expect(await groupOf(group)).toMatchObject({ review: 'new', returnedBecause: '原来的人工答复已停用或删除' })
  })

  test('when somebody finds the published answer of no help, before or after it stands in the log', async () => {
    const { group } = await answered('大厅有饮水机吗', '有。')
    const { replies } = await say('大厅有饮水机吗')
    expect(replies[0]!.text).toContain('人工审核')
    await think(replies[0]!.id, true)
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed' })
    await think(replies[0]!.id, false)
    expect(await groupOf(group)).toMatchObject({ review: 'new', returnedBecause: '审核以后，有人认为答复没有帮助' })
    expect(await returned()).toContain(group)

    await decide((await newest()).id, 'reviewed')
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed', returnedBecause: null })
    const early = await post(`${url}/api/chat`, { message: '请问大厅有饮水机吗' })
    await think((await jsonOf(early)).replies[0].id, false)
    await assistant.settle()
    expect(await groupOf(group)).toMatchObject({ review: 'new' })
  })

  test('and not when somebody complains of what was said before staff closed it', async () => {
    const { replies } = await say('门口有没有自行车棚')
    const { id, group } = await newest()
    await decide(id, 'reviewed')
    await think(replies[0]!.id, false)
    expect(await groupOf(group)).toMatchObject({ review: 'reviewed' })
  })

  test('when it is asked again and not answered', async () => {
    await say('茶水间在几楼')
    const { id, group } = await newest()
    await decide(id, 'reviewed')
    await say('请问茶水间在几楼呀')
    expect((await newest()).group).toBe(group)
    expect(await groupOf(group)).toMatchObject({
      review: 'new',
      returnedBecause: '审核以后又有人问，没有答上',
      askedSince: 1,
    })
  })

  test('when it was dismissed and many ask it, not when one does', async () => {
    await say('食堂几点开门？')
    const { id, group } = await newest()
    await decide(id, 'dismissed')
    const again = ['食堂几点开门', '请问食堂几点开门', '食堂几点开门呀', '食堂几点开门呢']
    for (const asked of again) await say(asked)
    expect(await groupOf(group)).toMatchObject({ review: 'dismissed', askedSince: 4 })
    await say('请问食堂几点开门呢')
    expect(await groupOf(group)).toMatchObject({ review: 'new', returnedBecause: '标为不处理以后又问了5次' })
  })
})

test('each answer says how often it was said and what people thought of it', async () => {
  const { faq } = await answered('大门几点锁', '晚上九点。')
  for (const helpful of [true, false]) {
    const { replies } = await say('大门几点锁')
    await think(replies[0]!.id, helpful)
  }
  const page = await (await as('reviewer', 'GET', `/staff/faqs/${faq.id}`)).text()
  expect(page).toContain('用过 2 次')
  expect(page).toContain('1 人觉得有帮助，1 人觉得没有')
})

test('an answer whose clause has changed shows the clause as it was and as it is, and is confirmed as it stands', async () => {
  const { faq, group } = await answered('2025年医疗运营中心获批后可以更换依托单位吗', '不能更换。')
  await changeNotice(assistant.db, 'medical-2025', '达到 100 件以上', '达到 120 件以上')
  const page = async () => (await as('editor', 'GET', `/staff/faqs/${faq.id}`)).text()
  await expect.poll(page, { timeout: 15_000, interval: 300 }).toContain('条款的变化')
  expect(await page()).toMatch(/审核时<\/h3>[^]*<mark>0<\/mark>[^]*现在<\/h3>[^]*<mark>2<\/mark>/u)
  expect(await groupOf(group)).toMatchObject({ review: 'new', returnedBecause: expect.stringContaining('文字有变化') })
  const { faqs } = await jsonOf(as('editor', 'GET', '/api/staff/faqs?state=returned'))
  const now = faqs.find(({ id }: Faq) => id === faq.id)
  expect(await patch(now, { state: 'published' })).toMatchObject({ state: 'published', answer: '不能更换。' })
  expect(await groupOf(group)).toMatchObject({ review: 'reviewed', returnedBecause: null })
  expect(await page()).not.toContain('条款的变化')
})
