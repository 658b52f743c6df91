import { expect, test } from 'vitest'
import { post, startApp } from '../../support/app.ts'

test('/healthz says that the process lives, whatever the database does', async () => {
  const { url } = await startApp({ ready: () => Promise.reject(new Error('away')) })
  const response = await fetch(`${url}/healthz`)
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ status: 'ok' })
})

const lost = Object.assign(new Error('terminating connection'), { code: '57P01' })
const states = [
  { state: 'all is there', ready: async () => ({ database: true, notices: 5 }), status: 200 },
  { state: 'the database is away', ready: async () => ({ database: false, notices: 0 }), status: 503 },
  {
    state: 'the database takes nothing',
    ready: async () => ({ database: true, notices: 5, faults: [{ part: 'writing' as const, message: '只读' }] }),
    status: 503,
  },
  { state: 'nothing is indexed', ready: async () => ({ database: true, notices: 0 }), status: 503 },
  { state: 'asking the database fails', ready: () => Promise.reject(lost), status: 503 },
]
test.each(states)('/readyz answers $status when $state', async ({ ready, status }) => {
  const { url } = await startApp({ ready })
  const response = await fetch(`${url}/readyz`)
  expect(response.status).toBe(status)
  if (status === 503) expect(response.headers.get('content-type')).toBe('application/problem+json')
})

test('/metrics counts requests by route, replies by kind, and the process', async () => {
  const { url } = await startApp()
  await post(`${url}/api/chat`, { message: '你好' })
  await fetch(`${url}/api/notices/some-secret-words`)
  const response = await fetch(`${url}/metrics`)
  const text = await response.text()
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(text).toContain('zhixun_http_request_duration_seconds_count{method="POST",route="/api/chat",status="200"} 1')
  expect(text).toContain(
    'zhixun_http_request_duration_seconds_count{method="GET",route="/api/notices/:id",status="404"} 1',
  )
  expect(text).toContain('zhixun_replies_total{kind="answer"} 2')
  expect(text).toContain('zhixun_replies_total{kind="not-found"} 0')
  expect(text).toContain('process_resident_memory_bytes')
  expect(text).not.toContain('some-secret-words')
})
