import { expect, test } from 'vitest'
import { BotApiServer } from '../../../support/bot-api/bot-api-server.ts'
import { Person } from '../../../support/bot-api/person.ts'
import { Refusal } from '../../../support/bot-api/refusal.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'
import type { AppServices } from '../../../../bot/app-services.ts'

const assistant = await telegramAssistant()
const { conversation } = assistant.services

test('messages of one chat are answered in order, and a slow chat holds up no other', async () => {
  const gate = Promise.withResolvers<void>()
  const begun: string[] = []
  const take: AppServices['conversation']['take'] = async (turn) => {
    begun.push(turn.text)
    if (turn.text === '慢') await gate.promise
    return conversation.take({ ...turn, text: '/help' })
  }
  const { person } = await openChannel(assistant, { services: { conversation: { take } } })
  const [slow, quick] = [person(), person()]
  slow.say('慢')
  slow.say('后')
  await quick.ask('快')
  expect(begun.toSorted()).toEqual(['快', '慢'].toSorted())
  expect(slow.heard).toEqual([])
  gate.resolve()
  await slow.hear(2)
  expect(begun).toEqual(expect.arrayContaining(['慢', '后']))
  expect(begun.indexOf('后')).toBe(2)
})

test('updates that a webhook brings in disorder are answered in the order of their numbers', async () => {
  const { person, api, telegram } = await openChannel(assistant, { webhook: true })
  const somebody = person()
  api.delivery.hook = undefined
  const updates = ['/help', '/check', '你好'].map((text) => somebody.say(text))
  await telegram.receive(updates.toReversed())
  const heard = await somebody.hear(3)
  expect(heard.map(({ text }) => text.slice(0, 4))).toEqual(['我是知询', '请选择要', '您好，我'])
})

test('an update that comes several times at once is answered once', async () => {
  const { person, api, telegram } = await openChannel(assistant, { webhook: true })
  const somebody = person()
  api.delivery.hook = undefined
  const update = somebody.say('/help')
  await Promise.all([[update, update], [update], [update, update], [update]].map(telegram.receive))
  await telegram.receive([somebody.say('/check')])
  const heard = await somebody.hear(2)
  expect(heard.map(({ text }) => text.slice(0, 4))).toEqual(['我是知询', '请选择要'])
})

test('an end lets what is under way come to its end, and leaves the rest for the next start', async () => {
  const gate = Promise.withResolvers<void>()
  const take: AppServices['conversation']['take'] = async (turn) => {
    await gate.promise
    return conversation.take(turn)
  }
  const api = await new BotApiServer().open()
  const first = await openChannel(assistant, { api, services: { conversation: { take } } })
  const somebody = first.person()
  somebody.say('/help')
  somebody.say('/check')
  const kept = () => assistant.db.selectFrom('telegram_update').select('id').where('done_at', 'is', null).execute()
  await expect.poll(kept).toHaveLength(2)
  await api.until(() => api.callsOf('sendChatAction', somebody.chat).length === 1)
  const stopped = first.stop()
  gate.resolve()
  await stopped
  expect(somebody.heard.map(({ text }) => text.slice(0, 4))).toEqual(['我是知询'])

  const second = await openChannel(assistant, { api })
  await somebody.hear(2)
  expect(somebody.last.text).toContain('请选择要自查的项目')
  await second.stop()
  expect(somebody.heard).toHaveLength(2)
  await api.close()
})

test('an end does not wait for a flood limit: the answer comes after the next start', async () => {
  const api = await new BotApiServer().open()
  const first = await openChannel(assistant, { api })
  const somebody = new Person(api, 77_000)
  api.fail('sendMessage', new Refusal(429, 'Too Many Requests: retry after 50', 50))
  somebody.say('/help')
  await api.until(() => api.callsOf('sendMessage').length === 1)
  const begun = performance.now()
  await first.stop()
  expect(performance.now() - begun).toBeLessThan(5_000)
  await openChannel(assistant, { api })
  await somebody.hear(1)
  expect(somebody.heard).toHaveLength(1)
  await api.close()
})
