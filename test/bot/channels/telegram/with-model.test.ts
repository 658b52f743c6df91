import { afterAll, expect, test } from 'vitest'
import { echo, startModelEndpoint } from '../../../support/model-endpoint.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const endpoint = await startModelEndpoint(echo({ everyMs: 15 }), afterAll)
const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'echo', embeddingModel: undefined }
const assistant = await telegramAssistant({ openai })

test('an answer that a model writes is drafted as it comes, and sent whole', async () => {
  const { api, person } = await openChannel(assistant, { pace: { draftMs: 5, editMs: 5, typingMs: 50 } })
  const somebody = person()
  const [answer] = await somebody.ask('2025年运营中心的盘点率和产业化率要求是多少？')
  const drafts = api.chats.drafts.map(({ text }) => text)
  expect(drafts[0]).toMatch(/^根据通知，截至申报日.+盘点率达到100%。$/)
  for (const draft of drafts) expect(answer!.text.startsWith(draft)).toBe(true)
  expect(answer!.text).toContain('“发明专利产业化率”达到10%')
  expect(somebody.heard).toHaveLength(1)
})
