import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { setSwitch } from '../../../services/staff/switches.ts'
import { choosing, startModelEndpoint, unhelpful } from '../../support/model-endpoint.ts'
import { realApp } from '../../support/real-app.ts'

const pickFirst = choosing((laid) => (laid.kind === 'pick' ? { say: [1], ask: 0 } : unhelpful(laid)))
const endpoint = await startModelEndpoint(pickFirst, afterAll)
const { assistant } = await realApp({
  openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 },
})
const question = '医院得有多少专利在手上？'

async function ask(): Promise<{ text: string; mode: unknown }> {
  const id = randomUUID()
  const { replies } = await assistant.services.conversation.take({ id, text: question, channel: 'web' })
  const { log } = await assistant.db.selectFrom('turn').select('log').where('id', '=', id).executeTakeFirstOrThrow()
  return { text: replies[0]!.text, mode: (log as { mode: string }).mode }
}

test('with the model switched off answers are the notices’ own words, people are told why, and nothing is sent', async () => {
  expect(await ask()).toMatchObject({ mode: 'chosen' })
  const sent = endpoint.asked.length
  expect(sent).toBeGreaterThan(0)
  await setSwitch(assistant.db, '王主任', 'model', { off: true, reason: '费用超支' })
  const { text, mode } = await ask()
  expect(mode).toBe('extractive')
  expect(text).toContain('100件')
  expect(text).toContain('语言模型目前暂停使用：费用超支')
  expect(endpoint.asked.length).toBe(sent)
  await setSwitch(assistant.db, '王主任', 'model', { off: false, reason: '' })
  expect(await ask()).toMatchObject({ mode: 'chosen' })
})
