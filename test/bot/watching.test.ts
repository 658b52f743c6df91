import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { databaseEnvironment, runCommand } from '../support/run-command.ts'
import { chatPage } from '../support/start-command.ts'

// A real process takes long on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const env = { ...databaseEnvironment(await testDatabaseOptions()), PORT: '0' }
const trace = '0af7651916cd43dd8448eb211c80319c'
const parent = 'b7ad6b7169203331'
const traceparent = `00-${trace}-${parent}-01`

type Sent = { traceId: string; spanId: string; parentSpanId?: string; name: string; attributes: unknown[] }

/** A collector that keeps the spans it is sent. */
async function collector() {
  const spans: Sent[] = []
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { resourceSpans } = body as { resourceSpans: { scopeSpans: { spans: Sent[] }[] }[] }
      spans.push(...resourceSpans.flatMap((one) => one.scopeSpans.flatMap(({ spans: some }) => some)))
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans }
}

test('metrics have a port of their own, and say what turns, connections and tasks did', async () => {
  const { child, until, ended } = runCommand('start', { ...env, METRICS_PORT: '0' })
  const [, port = ''] = await until(/指标在端口 (\d+)/)
  const [, url = ''] = await until(chatPage)
  expect((await post(`${url}/api/chat`, { message: '2025年运营中心要多少件有效发明专利' })).status).toBe(200)
  expect((await fetch(`${url}/metrics`)).status).toBe(404)
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(404)
  const figures = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  await vi.waitFor(async () => expect(await figures()).toContain('task="question-log",result="done"'), 60_000)
  const text = await figures()
  for (const figure of [
    /^zhixun_build_info\{version="\d+\.\d+\.\d+",node="24\.[\d.]+"\} 1$/m,
    /^zhixun_turn_duration_seconds_count\{channel="web",status="answered"\} 1$/m,
    /^zhixun_database_connections\{pool="(turns|embedded)",state="total"\} [1-9]/m,
    /^zhixun_database_connections\{pool="(turns|embedded)",state="waiting"\} 0$/m,
    /^zhixun_background_failing\{task="question-log"\} 0$/m,
    /^zhixun_background_last_success_timestamp_seconds\{task="question-log"\} \d/m,
    /^zhixun_programmes\{state="current"\} \d/m,
    /^zhixun_replies_total\{kind="answer"\} 1$/m,
  ])
    expect(text).toMatch(figure)
  expect(text).not.toContain('专利')
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

test('a request goes on with the trace it brings, with the turn below it, and no word of it leaves', async () => {
  const { url: endpoint, spans } = await collector()
  const { child, until, ended, printed } = runCommand('start', { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: `${endpoint}/` })
  const [, url = ''] = await until(chatPage)
  expect((await post(`${url}/api/chat`, { message: '名额有几个' }, { traceparent })).status).toBe(200)
  expect((await fetch(`${url}/metrics`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  const request = spans.find(({ name }) => name === 'POST /api/chat')
  expect(request).toMatchObject({ traceId: trace, parentSpanId: parent })
  expect(spans.find(({ name }) => name === 'turn')).toMatchObject({ traceId: trace, parentSpanId: request!.spanId })
  expect(JSON.stringify(spans)).not.toContain('名额')
  expect(printed.out).toContain(`"trace":"${trace}"`)
})

test('a collector that is not there changes nothing', async () => {
  const { child, until, ended } = runCommand('start', { ...env, OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' })
  const [, url = ''] = await until(chatPage)
  expect((await post(`${url}/api/chat`, { message: '你好' })).status).toBe(200)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
