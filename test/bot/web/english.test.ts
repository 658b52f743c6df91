import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { card, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()
const chinese = /\p{Script=Han}/u

async function beginCheck() {
  const { page, faults } = await openPage(browser, url, phone)
  let turns = 0
  const settle = () => settled(page, (turns += 1))
  const press = async (name: string) => {
    await card(page).getByRole('button', { name, exact: true }).click()
    await settle()
  }
  const tell = async (words: string) => {
    await say(page, words)
    turns += 1
  }
  const fill = async (value: string) => {
    await card(page).locator('.number-field').fill(value)
    await press('OK')
  }
  await tell('Can our hospital apply?')
  return { page, faults, press, tell, fill }
}

/** The words on an element, without what stands folded. */
const wordsOf = (page: Page, selector: string) => page.locator(selector).last().innerText()

test('a self-check in English is English on every button, field and card of the page', async () => {
  const { page, faults, press, tell, fill } = await beginCheck()
  const isEnglish = async (selector: string) => expect(await wordsOf(page, selector)).not.toMatch(chinese)
  for (const answer of ['yes', 'yes', 'yes']) {
    await isEnglish('#card')
    await press(answer)
  }
  await fill('130')
  await tell('why do you ask?')
  await card(page).getByText('What does this mean?').click()
  expect(await wordsOf(page, '.card-help')).toContain('A number from 0 to 100. Example: 95.5%')
  await fill('100')
  await fill('12.5')
  expect(await card(page).locator('.unit').innerText()).toBe('yuan')
  await fill('5200000')
  await isEnglish('#card')
  expect(
    await card(page)
      .getByRole('button', { name: /Income received .*5,200,000 yuan/u })
      .count(),
  ).toBe(1)
  const confirm = card(page).getByRole('button', { name: 'Confirm, show the result' })
  const { y, height } = (await confirm.boundingBox())!
  const above = (await page.locator('#composer').boundingBox())!.y
  expect(y + height).toBeLessThanOrEqual(above)
  await press('Confirm, show the result')

  const result = page.getByRole('region', { name: 'Result of the self-check' })
  expect(await result.locator('.verdict').innerText()).toMatch(/All conditions are met\s+Closed on 13 June 2025/u)
  await isEnglish('.assessment')
  expect(await result.locator('.download:visible').allInnerTexts()).toEqual([
    'Self-check sheet (Word)',
    'Preparation list (Word)',
  ])
  await result.getByText('More', { exact: true }).click()
  await result.getByRole('link', { name: 'All data (JSON)' }).waitFor()
  await result.getByText('To be reached after the award').click()
  expect(await wordsOf(page, '.assessment')).toMatch(
    /at least 20% in 2025 \(now 12\.5%, 7\.5 percentage points short\)/u,
  )
  await isEnglish('#composer')
  expect(await page.locator('#message').getAttribute('placeholder')).toBe('Type your question')
  expect(faults).toEqual([])
})

test('what an English message got no answer for is told in English', async () => {
  const { page } = await openPage(browser, url, phone)
  await page.route('**/api/chat', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '7' }, json: {} }))
  await page.locator('#message').fill('How much funding is there?')
  await page.locator('#send').click()
  const failure = page.locator('.failure')
  await failure.waitFor()
  expect((await failure.innerText()).split('\n').filter(Boolean)).toEqual([
    'Too many questions in a short time. You can try again in about 7 seconds.',
    'Try again',
    'Change and send',
  ])
})

test('a new conversation begins in Chinese again', async () => {
  const { page } = await beginCheck()
  await page.locator('#menu').click()
  await page.locator('#new').click()
  expect(await page.locator('#message').getAttribute('placeholder')).toBe('输入您的问题')
})
