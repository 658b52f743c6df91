import { randomInt } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { card, desktop, lastReply, openPage, settled, smallPhone } from '../../support/chat-page.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { realApp } from '../../support/real-app.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'
import { chatPage } from '../../support/start-command.ts'

// Real processes take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const { url } = await realApp()
const browser = await openBrowser()
const fewestTooMany = 12
/** What is typed where a question has this word. */
const figures = [
  ['有效发明专利', '88'],
  ['盘点率', '100'],
  ['产业化率', '12.5'],
  ['到账', '600'],
] as const

const isIn = (page: Page, selector: string) =>
  page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)

/** Waits until the card asks the question after so many answers. */
const standsAt = (page: Page, answered: number) =>
  card(page)
    .locator('.progress-words')
    .filter({ hasText: new RegExp(`^${answered}/`) })
    .waitFor()

/** Whether all of it can be seen above the composer. */
async function isInSight(page: Page, selector: string): Promise<boolean> {
  const box = (await page.locator(selector).last().boundingBox())!
  const composer = (await page.locator('#composer').boundingBox())!
  return box.y >= 0 && box.y + box.height <= composer.y
}

test('a secretary comes from the first screen to the verdict in under 12 taps, and goes on to what is missing', async () => {
  const { page, faults } = await openPage(browser, url, smallPhone)
  let taps = 0
  let turns = 0
  const tap = async (selector: string, sends = true) => {
    expect(await isInSight(page, selector), selector).toBe(true)
    await page.locator(selector).first().tap()
    taps += 1
    if (sends) await settled(page, (turns += 1))
  }
  await tap('[data-ask="/check"]')
  const choices = lastReply(page).locator('.actions.is-list .choice')
  expect(await choices.count()).toBe(4)
  for (const choice of await choices.all())
    expect((await choice.boundingBox())!.y).toBeLessThan((await page.locator('#composer').boundingBox())!.y)
  // What the buttons say stands nowhere else.
  expect(await lastReply(page).getByText('2025年上海市医疗卫生系统知识产权运营中心').count()).toBe(1)
  await choices.first().tap()
  taps += 1
  await settled(page, (turns += 1))
  for (let answered = 0; answered < 7; answered += 1) {
    await standsAt(page, answered)
    const asked = await card(page).locator('.card-question').innerText()
    const [, figure] = figures.find(([word]) => asked.includes(word)) ?? []
    if (figure === undefined) await tap('#card .choices .choice')
    else {
      // Once the keyboard is open, the next number is typed at once.
      if (!(await isIn(page, '.number-field'))) await tap('#card .number-field', false)
      await page.keyboard.type(figure)
      await tap('#card .number-form button')
    }
  }
  await card(page).locator('.card-confirm').waitFor()
  await tap('#card .card-confirm .button')
  const verdict = page.locator('.verdict')
  await verdict.waitFor()
  expect(await verdict.innerText()).toContain('有申报条件不符合')
  expect(await isInSight(page, '.verdict')).toBe(true)
  expect(taps).toBeLessThan(fewestTooMany)
  await lastReply(page).getByRole('button', { name: '还差多少' }).tap()
  await settled(page, turns + 1)
  expect(await lastReply(page).innerText()).toMatch(/差\s*12\s*件/u)
  expect(faults).toEqual([])
})

test('with the keyboard alone the self-check is begun, answered and confirmed', async () => {
  const { page } = await openPage(browser, url, desktop)
  const reach = async (selector: string) => {
    for (let tabs = 0; tabs < 30 && !(await isIn(page, selector)); tabs += 1) await page.keyboard.press('Tab')
    expect(await isIn(page, selector)).toBe(true)
  }
  await reach('[data-ask="/check"]')
  await page.keyboard.press('Enter')
  await settled(page, 1)
  await reach('.is-list .choice')
  await page.keyboard.press('Enter')
  await settled(page, 2)
  let turns = 2
  for (let answered = 0; answered < 3; answered += 1) {
    await standsAt(page, answered)
    await page.keyboard.press('1')
    await settled(page, (turns += 1))
  }
  for (const [at, figure] of ['120', '100', '12.5', '600'].entries()) {
    await standsAt(page, 3 + at)
    await expect.poll(() => isIn(page, '.number-field')).toBe(true)
    await page.keyboard.type(figure)
    await page.keyboard.press('Enter')
    await settled(page, (turns += 1))
  }
  await expect.poll(() => isIn(page, '.card-confirm .button')).toBe(true)
  await page.keyboard.press('Enter')
  await settled(page, turns + 1)
  expect(await page.locator('.verdict').innerText()).toContain('申报条件全部符合')
})

test('a server killed in the middle costs one press: the answer is kept, and the next question comes', async () => {
  const env = { ...databaseEnvironment(await testDatabaseOptions()), PORT: String(randomInt(20_000, 60_000)) }
  const start = async () => {
    const running = runCommand('start', env)
    const [, address = ''] = await running.until(chatPage)
    return { ...running, address }
  }
  const first = await start()
  const { page } = await openPage(browser, `${first.address}/?send=${encodeURIComponent('/check medical-center-2025')}`)
  await settled(page, 1)
  await card(page).getByRole('button', { name: '是', exact: true }).click()
  await settled(page, 2)
  first.child.kill('SIGKILL')
  await first.ended
  await card(page).getByRole('button', { name: '是', exact: true }).click()
  await page.getByText('连不上服务器').waitFor()
  const second = await start()
  onTestFinished(() => void second.child.kill('SIGKILL'))
  await page.getByRole('button', { name: '重试' }).click()
  await settled(page, 3)
  await card(page).getByRole('heading', { name: '贵单位的存量专利盘点工作完成了吗？' }).waitFor()
  expect(await card(page).locator('.progress-words').innerText()).toBe('2/8')
  await page.reload()
  await card(page).getByRole('heading', { name: '贵单位的存量专利盘点工作完成了吗？' }).waitFor()
})
