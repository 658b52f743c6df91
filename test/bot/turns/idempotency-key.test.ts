import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { eventsOf, jsonOf, post } from '../../support/app.ts'
import { realApp } from '../../support/real-app.ts'

const { url, say, assistant } = await realApp()
const { db } = assistant
const greeting = '你好'
const question = '2025年运营中心要多少件有效发明专利？'

const send = (body: object, key: string, headers: object = {}) =>
  post(`${url}/api/chat`, body, { 'idempotency-key': key, ...headers })

/** What was refused, once it is sure that nothing of somebody else's conversation stands in it. */
async function refusalOf(response: Response, conversation: string): Promise<unknown> {
  const text = await response.text()
  expect(text).not.toContain(conversation)
  expect(text).not.toContain('replies')
  const document = JSON.parse(text)
  return { type: response.headers.get('content-type'), status: document.status, faults: document.errors }
}

const used = {
  type: 'application/problem+json',
  status: 422,
  faults: [{ path: 'idempotency-key', message: expect.stringContaining('另一条消息') }],
}

const countTurns = async (conversation: string) =>
  (await db.selectFrom('turn').select('id').where('conversation', '=', conversation).execute()).length

describe('the key of somebody else', () => {
  test('with another message leads nowhere', async () => {
    const key = randomUUID()
    const { conversation } = await say(greeting, undefined, key)
    for (const message of [question, '/status', '/code', '/delete'])
      expect(await refusalOf(await send({ message }, key), conversation)).toEqual(used)
    expect(await countTurns(conversation)).toBe(1)
  })

  test('with the same message in another conversation leads nowhere', async () => {
    const key = randomUUID()
    const own = await say(greeting)
    const others = await say(greeting, (await say(question)).conversation, key)
    for (const conversation of [own.conversation, randomUUID(), undefined])
      expect(await refusalOf(await send({ conversation, message: greeting }, key), others.conversation)).toEqual(used)
    expect(await countTurns(own.conversation)).toBe(1)
  })

  test('with the same first message leads nowhere once the conversation has gone on', async () => {
    const key = randomUUID()
    const { conversation } = await say('/check medical-center-2025', undefined, key)
    await say('是', conversation)
    const response = await send({ message: '/check medical-center-2025' }, key)
    expect(await refusalOf(response, conversation)).toEqual(used)
  })

  test('with the same first message leads nowhere a day later', async () => {
    const key = randomUUID()
    const { conversation } = await say(greeting, undefined, key)
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
    await db.updateTable('turn').set({ created_at: yesterday }).where('conversation', '=', conversation).execute()
    expect(await refusalOf(await send({ message: greeting }, key), conversation)).toEqual(used)
  })

  test('while his first message is being answered leads nowhere', async () => {
    const key = randomUUID()
    const messages = [question, '截止日期是哪天？', '联系电话是多少？']
    const responses = await Promise.all(messages.map((message) => send({ message }, key)))
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 422, 422])
    const { conversation } = await jsonOf(responses.find(({ status }) => status === 200)!)
    expect(await countTurns(conversation)).toBe(1)
  })

  test('leads nowhere in a stream of events either', async () => {
    const key = randomUUID()
    const { conversation } = await say(greeting, undefined, key)
    const response = await send({ message: question }, key, { accept: 'text/event-stream' })
    const events = await eventsOf(response)
    expect(events).toMatchObject([{ event: 'error', data: { status: 422, errors: used.faults } }])
    expect(JSON.stringify(events)).not.toContain(conversation)
  })

  test('is nowhere in the database to be read', async () => {
    const key = randomUUID()
    const { conversation } = await say(greeting, undefined, key)
    const [turn] = await db.selectFrom('turn').selectAll().where('conversation', '=', conversation).execute()
    expect(turn!.id).toMatch(/^web-/)
    expect(JSON.stringify(turn)).not.toContain(key)
  })
})

describe('a message sent again under its key', () => {
  const first = ['0x7fQm2LkP9sVbN4tRwZ1e', '01JD8T4ZQK6M3W9RXY2B7HNC5V', randomUUID(), `k_${randomUUID()}`]
  test.each(first)('%s gets its first outcome, in quotes too', async (key) => {
    const outcome = await say(greeting, undefined, key)
    expect(await say(greeting, undefined, key)).toEqual(outcome)
    expect(await say(greeting, undefined, `"${key}"`)).toEqual(outcome)
    expect(await countTurns(outcome.conversation)).toBe(1)
  })

  test('gets it however long the conversation has gone on', async () => {
    const key = randomUUID()
    const { conversation } = await say(greeting)
    const outcome = await say(question, conversation, key)
    await say(greeting, conversation)
    expect(await say(question, conversation, key)).toEqual(outcome)
    expect(await countTurns(conversation)).toBe(3)
  })

  test('gets it where its conversation was unknown', async () => {
    const [key, unknown] = [randomUUID(), randomUUID()]
    const outcome = await say(greeting, unknown, key)
    expect(await say(greeting, unknown, key)).toEqual(outcome)
  })
})

describe('a key that can be guessed', () => {
  const weak = [
    '12345678',
    'web-m1-abcdef',
    '00000000-0000-0000-0000-000000000000',
    'a'.repeat(40),
    `"${'7'.repeat(30)}"`,
    '12345678901234567890123',
    'check-medical-center-2025-0001',
    '20261121T190000-Hospital-0001',
    '20261121-1900-4000-8000-000000000001',
  ]
  test.each(weak)('%s opens nobody a conversation of somebody else', async (key) => {
    const { conversation } = await say(greeting, undefined, key)
    const other = await say(greeting, undefined, key)
    expect(other.conversation).not.toBe(conversation)
  })

  test.each(weak)('%s marks a message within its conversation', async (key) => {
    const { conversation } = await say(greeting)
    const outcome = await say(question, conversation, key)
    expect(await say(question, conversation, key)).toEqual(outcome)
    expect(await refusalOf(await send({ conversation, message: greeting }, key), randomUUID())).toEqual(used)
    expect(await countTurns(conversation)).toBe(2)
  })
})

test('a key is none of the ids that other channels give their turns', async () => {
  for (const id of ['telegram-4242-1234567890123456789', `terminal-${randomUUID()}`, `web-${randomUUID()}`]) {
    const { conversation } = await assistant.services.conversation.take({ id, text: greeting, channel: 'telegram' })
    expect((await say(greeting, undefined, id)).conversation).not.toBe(conversation)
  }
})
