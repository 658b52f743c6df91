import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { openPage, say, smallPhone } from '../../support/chat-page.ts'
import { withPilot } from '../../support/pilot-app.ts'
import { realApp } from '../../support/real-app.ts'

let day = '2026-12-01'
const { url, assistant } = await realApp({ shipped: withPilot, today: () => day })
const browser = await openBrowser()

test('whoever comes back to the page sees what they asked to hear of, once', { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(browser, url, smallPhone)
  await say(page, '/remind deadline pilot-base-2027')
  await page.getByText('您下次打开这个页面时会看到').waitFor()
  day = '2026-12-17'
  await assistant.remind()
  await page.reload()
  const told = page.getByText('还有14天截止：2027年江陵市中试基地')
  await told.first().waitFor()
  await page.reload()
  await told.first().waitFor()
  // Long enough for it to be asked for again.
  await page.waitForLoadState('networkidle')
  expect(await told.count()).toBe(1)
  await page.getByRole('button', { name: '停止提醒' }).last().click()
  await page.getByText('好，不再提醒').waitFor()
  expect(faults).toEqual([])
})
