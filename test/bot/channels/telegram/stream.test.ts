import { describe, expect, test } from 'vitest'
import type { AppServices } from '../../../../bot/app-services.ts'
import { type BotApiServer, me } from '../../../support/bot-api/bot-api-server.ts'
import { Person } from '../../../support/bot-api/person.ts'
import { Refusal } from '../../../support/bot-api/refusal.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const { conversation } = assistant.services
const pace = { draftMs: 5, editMs: 5, typingMs: 20, quietMs: 0 }

/** A conversation that writes its answer word by word; the gates let it go on. */
function writing(parts: string[], shown: (part: number) => Promise<void>): Partial<AppServices> {
  const take: AppServices['conversation']['take'] = async (turn, onReply, onDelta) => {
    for (const at of parts.keys()) {
      onDelta?.(parts.slice(0, at + 1).join(''))
      await shown(at)
    }
    return conversation.take({ ...turn, text: '/help' }, onReply)
  }
  return { conversation: { take } }
}

const parts = ['有效', '发明专利', '达到 <100> & 件以上']
const whole = parts.map((_, at) => parts.slice(0, at + 1).join(''))

test('in a private chat an answer that is being written is a draft, and then one whole message', async () => {
  let isShown: () => boolean = () => false
  const services = writing(parts, (at) => api.until(() => isShown() && api.chats.drafts.length > at))
  const { api, person } = await openChannel(assistant, { services, pace })
  isShown = () => true
  const somebody = person()
  const [answer] = await somebody.ask('问')
  expect(api.chats.drafts.map(({ text }) => text)).toEqual(whole)
  expect(new Set(api.chats.drafts.map(({ draft }) => draft)).size).toBe(1)
  expect(answer!.text).toContain('我是知询')
  expect(somebody.heard).toHaveLength(1)
  expect(api.callsOf('editMessageText')).toEqual([])
})

describe('where there are no drafts one message is edited until it is whole', () => {
  const cases = [
    { where: 'in a private chat of an older server', chat: 88_001, prefix: '' },
    { where: 'in a group', chat: -100_888, prefix: `@${me.username} ` },
  ]
  test.each(cases)('$where', async ({ chat, prefix }) => {
    const texts: string[] = []
    const seen = () => somebody.heard.length === 1 && texts.push(somebody.last.text)
    const services = writing(
      parts,
      (at) => channel.api.until(() => somebody.heard[0]?.text === whole[at]).then(seen) as Promise<never>,
    )
    const channel = await openChannel(assistant, {
      services,
      pace,
      prepare: (api) => api.unknown.add('sendMessageDraft'),
    })
    const somebody = new Person(channel.api, 1, chat)
    somebody.say(`${prefix}问`)
    await channel.api.until(() => somebody.heard[0]?.text.includes('我是知询') ?? false)
    expect(texts).toEqual(whole)
    await channel.stop()
    expect(somebody.heard).toHaveLength(1)
    expect(somebody.last.reply_markup).toBeDefined()
  })
})

test('where nothing can be shown before, the answer is a plain message', async () => {
  const services = writing(parts, () => new Promise((resolve) => setTimeout(resolve, 30)))
  const prepare = (api: BotApiServer) => {
    api.unknown.add('sendMessageDraft')
    api.fail('sendMessage', new Refusal(400, 'Bad Request: not now'))
  }
  const { person, stop } = await openChannel(assistant, { services, pace, prepare })
  const somebody = person()
  const [answer] = await somebody.ask('问')
  await stop()
  expect(answer!.text).toContain('我是知询')
  expect(somebody.heard).toHaveLength(1)
})

test('a draft is no longer than a message', async () => {
  const services = writing(['字'.repeat(9_000)], () => api.until(() => api.chats.drafts.length > 0))
  const { api, person } = await openChannel(assistant, { services, pace })
  await person().ask('问')
  expect(api.chats.drafts[0]!.text.length).toBeLessThanOrEqual(4096)
})

test('typing is shown again while an answer takes long', async () => {
  const take: AppServices['conversation']['take'] = async (turn) => {
    await api.until(() => api.callsOf('sendChatAction').length >= 3)
    return conversation.take(turn)
  }
  const { api, person } = await openChannel(assistant, { services: { conversation: { take } }, pace })
  await person().ask('/help')
})

describe('the message that was begun before a crash', () => {
  /** What a killed process leaves: an update in the inbox, and the message that showed its answer. */
  async function leave(somebody: Person, text: string, begun: number): Promise<void> {
    const update = somebody.say(text)
    const row = { bot: '42', id: update.update_id, chat: String(somebody.chat), body: JSON.stringify(update) }
    await assistant.db
      .insertInto('telegram_update')
      .values({ ...row, begun_message: begun })
      .execute()
  }

  test('is the one that is completed', async () => {
    const { api, person, stop } = await openChannel(assistant, { pace })
    const somebody = person()
    await somebody.ask('/help')
    await stop()
    await leave(somebody, '/check', somebody.last.message_id)
    await openChannel(assistant, { api, pace })
    await api.until(() => somebody.last.text.includes('请选择要自查的项目'))
    expect(somebody.heard).toHaveLength(1)
  })

  test('is sent anew where the person has deleted it', async () => {
    const { api, person, stop } = await openChannel(assistant, { pace })
    const somebody = person()
    await stop()
    await leave(somebody, '/check', 999_999)
    await openChannel(assistant, { api, pace })
    const [answer] = await somebody.hear(1)
    expect(answer!.text).toContain('请选择要自查的项目')
  })
})
