import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createConversation } from '../../../bot/conversation.ts'
import { problemOf } from '../../../bot/problem.ts'
import { dayOfTests, realApp } from '../../support/real-app.ts'

const { assistant, say } = await realApp()
const { db } = assistant
const { known } = assistant.services.staff!
const center = 'medical-center-2025'
const codeIn = (text: string) => /[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(text)![0]

/** Whatever another process does while a question is being answered here. */
let meanwhile = async (): Promise<unknown> => undefined
const during = (work: () => Promise<unknown>) => {
  meanwhile = work
  onTestFinished(() => void (meanwhile = async () => undefined))
}

/** A process of its own, as far as the database can tell, in which something happens in the middle of each question. */
const elsewhere = createConversation({
  db,
  today: () => dayOfTests,
  known: () => ({ ...known(), curated: async () => void (await meanwhile()) }),
})

const ask = (conversation: string, text: string, id: string = randomUUID()) =>
  elsewhere.take({ id, conversation, text, channel: 'web' })
const turnsOf = (conversation: string) =>
  db
    .selectFrom('turn')
    .select(['text', 'ordinal'])
    .where('conversation', '=', conversation)
    .orderBy('ordinal')
    .execute()

/** Each time another time, so that its words stand nowhere else. */
const question = () => `凭证${randomUUID().slice(0, 8)}要交几份？`

describe('a turn in whose midst another one is kept', () => {
  test('is answered from what that one left, and comes after it', async () => {
    const { conversation } = await say('2022年高校运营中心的申报条件有哪些？')
    let tries = 0
    during(async () => (tries += 1) === 1 && say('2025年运营促进中心的支持经费是多少？', conversation))
    const { replies } = await ask(conversation, '截止日期呢')
    expect(tries).toBe(2)
    expect(replies[0]!.text).toContain('6月13日')
    expect((await turnsOf(conversation)).map(({ text, ordinal }) => [ordinal, text])).toEqual([
      [0, '2022年高校运营中心的申报条件有哪些？'],
      [1, '2025年运营促进中心的支持经费是多少？'],
      [2, '截止日期呢'],
    ])
  })

  test('undoes nothing of it, in an interview that another conversation holds too', async () => {
    const { conversation } = await say(`/check ${center}`)
    const code = codeIn((await say('/code', conversation)).replies[0]!.text)
    const other = await say(`/resume ${code}`)
    during(() => say('是', other.conversation))
    await ask(conversation, '中心的联系电话是多少？')
    const [status] = (await say('/status', conversation)).replies
    expect(status!.text).toContain('本市医疗卫生机构：是')
  })

  test('that never ends is told to come again, and can', async () => {
    const { conversation } = await say('你好')
    const [id, text] = [randomUUID(), question()]
    during(() => say('你好', conversation))
    const error = await ask(conversation, text, id).catch((thrown: unknown) => thrown)
    expect(problemOf(error).status).toBe(503)
    expect((await turnsOf(conversation)).map((turn) => turn.text)).not.toContain(text)
    during(async () => undefined)
    await ask(conversation, text, id)
    expect((await turnsOf(conversation)).at(-1)!.text).toBe(text)
  })

  test('and that is the same message, gives the outcome that was kept', async () => {
    const { conversation } = await say('你好')
    const [id, text] = [randomUUID(), question()]
    const firsts: unknown[] = []
    during(async () =>
      firsts.push(await assistant.services.conversation.take({ id, conversation, text, channel: 'web' })),
    )
    expect(await ask(conversation, text, id)).toEqual(firsts[0])
    expect(await turnsOf(conversation)).toHaveLength(2)
  })
})

describe('a conversation that is deleted while a turn is answered', () => {
  const remains = async (conversation: string, words: string) => {
    const [conversations, turns, groups] = await Promise.all([
      db.selectFrom('conversation').select('id').where('id', '=', conversation).execute(),
      db.selectFrom('turn').select('id').where('text', 'like', `%${words}%`).execute(),
      db
        .selectFrom('question_group')
        .leftJoin('question', 'question.question_group', 'question_group.id')
        .select('question_group.id')
        .where('question.turn', 'is', null)
        .execute(),
    ])
    return { conversations, turns, groups }
  }

  test('leaves nothing, and the turn has its answer', async () => {
    const { conversation } = await say('你好')
    const text = question()
    during(() => say('/delete', conversation))
    const outcome = await ask(conversation, text)
    expect(outcome).toMatchObject({ conversation, replies: [expect.anything()] })
    expect(await remains(conversation, text)).toEqual({ conversations: [], turns: [], groups: [] })
    expect((await say('你好', conversation)).conversation).not.toBe(conversation)
  })

  test('takes the interview along that the turn of another conversation holds', async () => {
    const { conversation } = await say(`/check ${center}`)
    const code = codeIn((await say('/code', conversation)).replies[0]!.text)
    const other = await say(`/resume ${code}`)
    during(() => say('/delete', conversation))
    await ask(other.conversation, '中心的联系电话是多少？')
    expect((await say('/status', other.conversation)).replies[0]!.text).toContain('没有进行中的自查')
    expect(await db.selectFrom('shared_interview').select('code').where('code', '=', code).execute()).toEqual([])
  })
})
