import { afterAll, expect, test } from 'vitest'
import { startModelEndpoint } from '../../support/model-endpoint.ts'
import { realApp } from '../../support/real-app.ts'
import { talk } from '../../services/interview/interview-talk.ts'

const endpoint = await startModelEndpoint(() => undefined, afterAll)
const { say } = await realApp({
  openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 1_500 },
})

test('a message of an interview waits once for a model that hangs, not again for the notices', async () => {
  const one = await talk(say, '/check medical-center-2025')
  for (const words of ['是', '是', '是']) await one.say(words)
  const before = endpoint.asked.length
  // No answer that can be read without a model, and words that may be a question.
  await one.say('拢共一百二十件，家底要摸')
  expect(endpoint.asked.slice(before)).toHaveLength(1)
  expect(one.reply.asks?.key).toBe('validInventionPatents')
})
