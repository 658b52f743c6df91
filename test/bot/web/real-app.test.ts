import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()
const question = '2025年运营中心要多少件有效发明专利？'

test.each([
  ['a phone', phone],
  ['a desktop', desktop],
])('on %s a question is answered, and its citation leads to the clause in the notice', async (_title, options) => {
  const { page, faults, elsewhere } = await openPage(browser, url, options)
  await say(page, question)
  const reply = lastReply(page)
  expect(await reply.innerText()).toContain('100件以上')
  const link = reply.locator('a[href="/notices/medical-2025#1.2.1"]').first()
  const opened = page
    .context()
    .waitForEvent('page', { timeout: 3_000 })
    .catch(() => page)
  if (!(await link.isVisible())) await reply.locator('summary').first().click()
  await link.click()
  const notice = await opened
  await notice.waitForURL('**/notices/medical-2025#1.2.1')
  const clause = notice.locator('[id="1.2.1"]')
  expect(await clause.innerText()).toMatch(/有效发明专利达到\s*100\s*件以上/)
  expect(await clause.evaluate((element) => element.matches(':target'))).toBe(true)
  const isInSight = async () => {
    const box = await clause.boundingBox()
    return box !== null && box.y >= 0 && box.y < notice.viewportSize()!.height
  }
  await expect.poll(isInSight).toBe(true)
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
})

test('a follow-up leans on the question before, and the side panel leads to the programmes', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '2022年高校运营中心的申报条件有哪些？')
  await say(page, '截止日期呢')
  expect(await lastReply(page).innerText()).toContain('11月8日')
  await page.getByRole('link', { name: '各项目的申报条件' }).click()
  await page.waitForURL('**/programmes')
  expect(await page.locator('h1').innerText()).toBe('可自查的项目')
})
