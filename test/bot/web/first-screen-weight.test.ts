import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { openFirstScreen } from '../../support/first-screen.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()

test('the first screen of the chat takes at most 6 requests and 60 kB over the wire', async () => {
  const { requests, bytes } = await openFirstScreen(browser, url)
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(6)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThanOrEqual(60_000)
})

test.each(['/notices/review-2024', '/programmes', '/programmes/medical-center-2025'])(
  '%s takes at most 4 requests and 60 kB',
  async (path) => {
    const { requests, bytes } = await openFirstScreen(browser, url + path)
    expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(4)
    expect(bytes).toBeLessThanOrEqual(60_000)
  },
)

test('whoever comes back asks for no script and no style sheet again', async () => {
  const page = await browser.newPage()
  for (const path of ['/', '/programmes', '/']) await page.goto(url + path, { waitUntil: 'networkidle' })
  const sizes = await page.evaluate<number[]>(`performance.getEntriesByType('resource')
    .filter(({ name }) => name.includes('/assets/')).map(({ transferSize }) => transferSize)`)
  expect(sizes).toEqual([0, 0, 0])
  await page.close()
})
