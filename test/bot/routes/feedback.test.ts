import { expect, test } from 'vitest'
import { jsonOf, post, startApp } from '../../support/app.ts'

test('POST /api/feedback records what is said of a reply', async () => {
  const recorded: unknown[] = []
  const { url } = await startApp({ feedback: { record: async (feedback) => (recorded.push(feedback), true) } })
  const response = await post(`${url}/api/feedback`, { reply: 'r1', helpful: false, comment: '答非\u0000所问' })
  expect(response.status).toBe(204)
  expect(await response.text()).toBe('')
  expect((await post(`${url}/api/feedback`, { reply: 'r1', helpful: true, comment: '' })).status).toBe(204)
  expect(recorded).toEqual([
    { reply: 'r1', helpful: false, comment: '答非所问' },
    { reply: 'r1', helpful: true, comment: '' },
  ])
})

test('feedback on a reply that was given is taken', async () => {
  const { url } = await startApp()
  const { replies } = await jsonOf(post(`${url}/api/chat`, { message: '你好' }))
  expect((await post(`${url}/api/feedback`, { reply: replies[0].id, helpful: true })).status).toBe(204)
})
