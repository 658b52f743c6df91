import { test } from 'vitest'
import type { AppServices } from '../../../../bot/app-services.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const { conversation } = assistant.services

test('typing is shown again while an answer takes long', async () => {
  const take: AppServices['conversation']['take'] = async (turn) => {
    await api.until(() => api.callsOf('sendChatAction').length >= 3)
    return conversation.take(turn)
  }
  const { api, person } = await openChannel(assistant, {
    services: { conversation: { take } },
    pace: { typingMs: 20, quietMs: 0 },
  })
  await person().ask('/help')
})
