import type { Browser } from 'playwright-core'

/** A network as the browser slows itself down to: the delay of an answer in milliseconds, bytes a second; and the processor. */
export type Slowness = { latencyMs: number; bytesPerSecond: number; processor: number }

/** Slow 3G of 400 kbit/s and 400 ms, on a processor four times slower than this one. */
export const slow3G: Slowness = { latencyMs: 400, bytesPerSecond: 400_000 / 8, processor: 4 }

export type FirstScreen = {
  /** Addresses asked for, the page itself first. */
  requests: string[]
  /** Bytes over the wire, headers included. */
  bytes: number
  paintMs: number
  /** When the last of these has happened: first paint, scripts run, the last task of over 50 ms done. */
  interactiveMs: number
}

const watch = `window.tasks = []
new PerformanceObserver((list) => tasks.push(...list.getEntries().map((task) => task.startTime + task.duration)))
  .observe({ type: 'longtask', buffered: true })`

const times = `(() => {
  const [page] = performance.getEntriesByType('navigation')
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity
  return { paint, interactive: Math.max(paint, page.domContentLoadedEventEnd, ...tasks) }
})()`

/** Opens a page for the first time, as somebody does who was never here, on a phone. */
export async function openFirstScreen(browser: Browser, url: string, slowness?: Slowness): Promise<FirstScreen> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    if (slowness) {
      const { latencyMs: latency, bytesPerSecond, processor: rate } = slowness
      const throughput = { downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond }
      await devtools.send('Network.emulateNetworkConditions', { offline: false, latency, ...throughput })
      await devtools.send('Emulation.setCPUThrottlingRate', { rate })
    }
    const requests: string[] = []
    let bytes = 0
    devtools.on('Network.requestWillBeSent', ({ request }) => {
      if (!request.url.startsWith('data:')) requests.push(request.url)
    })
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength))
    await page.addInitScript(watch)
    await page.goto(url, { waitUntil: 'networkidle' })
    const { paint, interactive } = await page.evaluate<{ paint: number; interactive: number }>(times)
    return { requests, bytes, paintMs: paint, interactiveMs: interactive }
  } finally {
    await context.close()
  }
}
