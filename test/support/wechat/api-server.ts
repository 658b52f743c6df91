import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type ApiCall = { path: string; body: Record<string, unknown> }

/** The API of WeChat for one test: gives tokens, and answers with the number that `codes` has for a path, 0 otherwise. */
export async function openApiServer(codes: Record<string, number[]> = {}) {
  const calls: ApiCall[] = []
  let tokens = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1')
      const given = body === '' ? {} : (JSON.parse(body) as Record<string, unknown>)
      calls.push({ path: pathname, body: given })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(answerTo(pathname, searchParams.get('access_token'), given)))
    })
  })

  function answerTo(path: string, token: string | null, body: Record<string, unknown>): object {
    if (path === '/cgi-bin/stable_token') {
      if (body['secret'] !== 's'.repeat(32)) return { errcode: 40125, errmsg: 'invalid appsecret' }
      if (body['force_refresh'] === true) tokens += 1
      return { access_token: `token-${tokens}`, expires_in: 7200 }
    }
    if (token !== `token-${tokens}`) return { errcode: 40001, errmsg: 'invalid credential' }
    const code = codes[path]?.shift() ?? 0
    return { errcode: code, errmsg: code === 0 ? 'ok' : 'refused' }
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    of: (path: string) => calls.filter((call) => call.path === path),
    /** Makes the token that was given out worthless. */
    renew: () => void (tokens += 1),
  }
}
