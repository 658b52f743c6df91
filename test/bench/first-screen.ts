import { launchBrowser } from '../support/chromium.ts'
import { openFirstScreen, slow3G } from '../support/first-screen.ts'
import { chatPage, startCommand } from '../support/start-command.ts'
import type { Figure } from './figure.ts'
import { inTemporaryDirectory } from './temporary-database.ts'

const times = 5

const medianOf = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/**
 * Measures the chat page as somebody meets it who was never here, in a browser on a phone: over the machine's own network,
 * and slowed down to slow 3G with a four times slower processor. Times are medians, from the request on.
 */
export async function measureFirstScreen(): Promise<Figure[]> {
  return inTemporaryDirectory(async (directory) => {
    const { child, until, ended } = startCommand('start', { DATA_DIR: directory, PORT: '0' })
    const [, url = ''] = await until(chatPage)
    const browser = await launchBrowser()
    try {
      const plain = await openFirstScreen(browser, url)
      const slow: number[] = []
      for (let at = 0; at < times; at++) slow.push((await openFirstScreen(browser, url, slow3G)).interactiveMs)
      return [
        { name: 'first screen, requests', value: plain.requests.length, unit: '' },
        { name: 'first screen, over the wire', value: plain.bytes / 1000, unit: 'kB' },
        { name: 'first screen, interactive on slow 3G', value: medianOf(slow), unit: 'ms' },
      ]
    } finally {
      await browser.close()
      child.kill('SIGTERM')
      await ended
    }
  })
}
