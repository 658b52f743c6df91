import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { staffApp } from '../../support/staff-app.ts'

const { assistant, say, as } = await staffApp()

const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
const draft = { answer: '初稿。', wordings: ['来办事车停哪里'], clauses, state: 'draft' }
type Saved = { id: number; version: number; answer: string; state: string }

const added = async (): Promise<Saved> => jsonOf(as('editor', 'POST', '/api/staff/faqs', { body: draft }))
const patch = (id: number, body: object, role: 'editor' | 'admin' = 'editor') =>
  as(role, 'PATCH', `/api/staff/faqs/${id}`, { body })
const stored = async (id: number): Promise<Saved> =>
  (await jsonOf(as('editor', 'GET', '/api/staff/faqs?state=draft'))).faqs.find((one: Saved) => one.id === id)

describe('an answer by staff', () => {
  test('has a version that each change moves on', async () => {
    const { id, version } = await added()
    const changed: Saved = await jsonOf(patch(id, { answer: '二稿。', version }))
    expect(changed.version).toBeGreaterThan(version)
    expect((await stored(id)).version).toBe(changed.version)
  })

  test('is not saved over what another editor has saved meanwhile: 409 has both texts, and nothing is changed', async () => {
    const { id, version } = await added()
    expect((await patch(id, { answer: '甲的改动。', version })).status).toBe(200)
    const late = await patch(id, { answer: '乙的改动。', wordings: ['车停哪儿'], version }, 'admin')
    expect(late.status).toBe(409)
    expect(late.headers.get('content-type')).toContain('application/problem+json')
    const problem = await jsonOf(late)
    expect(problem).toMatchObject({
      status: 409,
      stored: { id, answer: '甲的改动。', wordings: draft.wordings },
      submitted: { answer: '乙的改动。', wordings: ['车停哪儿'], clauses },
    })
    expect(await stored(id)).toEqual(problem.stored)
    expect((await patch(id, { answer: '两人的改动。', version: problem.stored.version }, 'admin')).status).toBe(200)
  })

  test('is neither published, deleted nor undone from a version that is no longer there', async () => {
    const { id, version } = await added()
    await patch(id, { answer: '甲的改动。', version })
    const { changes } = await jsonOf(as('editor', 'GET', `/api/staff/faqs/${id}/history`))
    const late = [
      patch(id, { state: 'published', version }),
      as('editor', 'DELETE', `/api/staff/faqs/${id}?version=${version}`),
      as('editor', 'POST', `/api/staff/faqs/${id}/undo`, { body: { version } }),
    ]
    for (const response of late) {
      expect((await response).status).toBe(409)
      expect(await jsonOf(response)).toMatchObject({ stored: { answer: '甲的改动。', state: 'draft' } })
    }
    expect((await jsonOf(as('editor', 'GET', `/api/staff/faqs/${id}/history`))).changes).toEqual(changes)
  })

  test('of saves that come at once exactly one is kept', async () => {
    const { id, version } = await added()
    const texts = Array.from({ length: 8 }, (_, at) => `第${at}人的改动。`)
    const responses = await Promise.all(texts.map((answer) => patch(id, { answer, version })))
    const won = responses.flatMap(({ status }, at) => (status === 200 ? [texts[at]] : []))
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)])
    expect([(await stored(id)).answer]).toEqual(won)
  })

  test('is not changed, deleted or undone by whoever does not say from which version', async () => {
    const { id } = await added()
    expect((await patch(id, { answer: '改。' })).status).toBe(400)
    expect((await as('editor', 'DELETE', `/api/staff/faqs/${id}`)).status).toBe(400)
    expect((await as('editor', 'POST', `/api/staff/faqs/${id}/undo`, { body: {} })).status).toBe(400)
    expect((await stored(id)).answer).toBe(draft.answer)
  })
})

describe('what was decided on a question', () => {
  const review = (id: string, body: object) =>
    as('reviewer', 'PATCH', `/api/staff/questions/${encodeURIComponent(id)}`, { body })
  const asked = async (question: string) => {
    await say(question)
    return (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions[0]
  }

  test('is not saved over what somebody else has decided meanwhile, on it or on one of its group', async () => {
    const one = await asked('周边有地铁站吗')
    const other = await asked('请问周边有地铁站吗？')
    expect(other.group).toBe(one.group)
    const { version } = one.review
    expect((await review(one.id, { note: '甲：已电话答复', version })).status).toBe(200)
    const late = await review(other.id, { note: '乙：不归我们管', status: 'dismissed', version })
    expect(late.status).toBe(409)
    const problem = await jsonOf(late)
    expect(problem).toMatchObject({
      stored: { note: '甲：已电话答复', status: 'new' },
      submitted: { note: '乙：不归我们管', status: 'dismissed' },
    })
    const again = await review(other.id, { note: '两人都答了', version: problem.stored.version })
    expect(again.status).toBe(200)
    expect((await jsonOf(again)).review).toMatchObject({ note: '两人都答了', status: 'new' })
  })

  test('of decisions that come at once exactly one is kept', async () => {
    const { id, review: before } = await asked('附近能吃饭吗')
    const notes = Array.from({ length: 6 }, (_, at) => `${at} 号意见`)
    const responses = await Promise.all(notes.map((note) => review(id, { note, version: before.version })))
    const won = responses.flatMap(({ status }, at) => (status === 200 ? [notes[at]] : []))
    expect(won).toHaveLength(1)
    const [row] = await assistant.db
      .selectFrom('question_group')
      .select('note')
      .where('note', '!=', '')
      .where('note', 'like', '%号意见')
      .execute()
    expect([row!.note]).toEqual(won)
  })

  test('is not taken without the version it was made from', async () => {
    const { id } = await asked('附近有停车场吗')
    expect((await review(id, { status: 'dismissed' })).status).toBe(400)
  })
})
