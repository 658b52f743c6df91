import { expect, test } from 'vitest'
import { openBrowser } from './browser.ts'

const browser = await openBrowser()

test('the browser that npm brought shows a page', async () => {
  const page = await browser.newPage()
  await page.setContent('<title>知询</title><button onclick="document.title = this.textContent">问</button>')
  await page.getByRole('button').click()
  expect(await page.title()).toBe('问')
})
