import { afterAll, expect, test } from 'vitest'
import { choosing, startModelEndpoint, unhelpful } from '../../../support/model-endpoint.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const pick = choosing((laid) =>
  laid.kind === 'pick'
    ? { say: [1 + laid.candidates.findIndex((text) => text.includes('产业化率”达到10%'))], ask: 0 }
    : unhelpful(laid),
)
const endpoint = await startModelEndpoint(pick, afterAll)
const openai = { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 }
const assistant = await telegramAssistant({ openai })

test('what a model picks is sent whole, in the notice’s own words', async () => {
  const { person } = await openChannel(assistant)
  const somebody = person()
  const [answer] = await somebody.ask('医院得有多少专利在手上')
  expect(answer!.text).toContain('“发明专利产业化率”达到10%')
  expect(somebody.heard).toHaveLength(1)
  expect(endpoint.asked).toHaveLength(1)
})
