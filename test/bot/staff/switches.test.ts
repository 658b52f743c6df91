import { afterEach, describe, expect, test } from 'vitest'
import type { AppServices } from '../../../bot/app-services.ts'
import { createConversation } from '../../../bot/conversation.ts'
import { type ChannelName, channelNames } from '../../../services/channel.ts'
import { findSwitches } from '../../../services/staff/switches.ts'
import { jsonOf } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { people, staffApp } from '../../support/staff-app.ts'

const { assistant, say, as } = await staffApp()
const question = '2025年运营中心要多少件有效发明专利？'
const turn = (name: string, off: boolean, reason?: string) =>
  as('admin', 'PUT', '/api/staff/switches', { body: { name, off, ...(reason !== undefined && { reason }) } })
const ask = async (channel: ChannelName, services: Pick<AppServices, 'conversation'> = assistant.services) => {
  const outcome = await services.conversation.take({ id: `${channel}-${Math.random()}`, text: question, channel })
  return outcome.replies[0]!.text
}

afterEach(async () => {
  for (const name of ['assistant', 'model', ...channelNames]) await turn(name, false)
})

describe('what is switched off tells people why, at once', () => {
  const channels = channelNames
  for (const off of channels) {
    test(`the channel ${off}, and no other`, async () => {
      expect((await turn(off, true, '系统检修，明天恢复')).status).toBe(200)
      for (const channel of channels) {
        expect(await ask(channel)).toContain(channel === off ? '系统检修，明天恢复' : '100件')
      }
      await turn(off, false)
      expect(await ask(off)).toContain('100件')
    })
  }

  test('the whole assistant, commands and interviews included', async () => {
    await turn('assistant', true, '正在更新通知')
    for (const channel of channels) expect(await ask(channel)).toBe('助手目前暂停使用：正在更新通知')
    expect((await say('/check medical-center-2025')).replies[0]!.text).toContain('正在更新通知')
  })

  test('the model alone, which others ask for', async () => {
    await turn('model', true, '费用超支')
    expect((await findSwitches(assistant.db)).model).toEqual({ off: true, reason: '费用超支' })
    expect(await ask('web')).toContain('100件')
  })
})

test('people can have their records deleted all the while', async () => {
  const { conversation } = await say('食堂几点开门？')
  await turn('assistant', true, '检修')
  expect((await say('/delete', conversation)).replies[0]!.text).toContain('已全部删除')
})

test('it holds for whoever else answers from the same database', async () => {
  const { known } = assistant.services.staff!
  const other = createConversation({ db: assistant.db, known, today: () => dayOfTests })
  await turn('web', true, '检修')
  expect(await ask('web', { conversation: other })).toContain('检修')
})

const bad = [
  [{ name: 'web', off: true }, 'reason'],
  [{ name: 'web', off: true, reason: ' ' }, 'reason'],
  [{ name: 'fax', off: true, reason: '检修' }, 'name'],
  [{ name: 'web', reason: '检修' }, 'off'],
] as const
test.each(bad)('%j is refused at %s', async (body, path) => {
  const response = await as('admin', 'PUT', '/api/staff/switches', { body })
  expect(response.status).toBe(400)
  expect((await jsonOf(response)).errors[0].path).toBe(path)
})

test('who switched what, when and why stands in the audit log', async () => {
  await turn('telegram', true, '换机器人')
  const { changes } = await jsonOf(as('admin', 'GET', '/api/staff/audit'))
  expect(changes[0]).toMatchObject({
    who: people.admin,
    action: 'switched-off',
    subject: 'switch:telegram',
    before: { off: false },
    after: { off: true, reason: '换机器人' },
  })
})
