import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What is served: the figures as text, and of which type. */
type Figures = { contentType: string; text(): Promise<string> }

/**
 * Serves metrics at a port of their own, which is not for everybody, at `/metrics`.
 *
 * @returns The port, and what closes it.
 */
export async function serveMetrics(figures: Figures, host: string, port: number) {
  const server = createServer((request, response) => {
    const isAsked = request.url?.split('?')[0] === '/metrics' && ['GET', 'HEAD'].includes(request.method ?? '')
    if (!isAsked) return void response.writeHead(404).end()
    figures.text().then(
      (text) => response.writeHead(200, { 'content-type': figures.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve)).catch(
    (error: Error) => {
      throw new Error(`HOST, METRICS_PORT: ${error.message}`, { cause: error })
    },
  )
  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port: (server.address() as AddressInfo).port, close }
}
