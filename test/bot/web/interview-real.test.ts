import { readFileSync } from 'node:fs'
import { extractRawText } from 'mammoth'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { asked, card, lastReply, openPage, phone, say, settled, smallPhone } from '../../support/chat-page.ts'
import { dayOfTests, realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()

test('on a phone an interview is completed by buttons and fields, with a question in the middle', async () => {
  const { page, faults, elsewhere } = await openPage(browser, url, phone)
  let turns = 0
  const press = async (name: string) => {
    await card(page).getByRole('button', { name, exact: true }).click()
    await settled(page, (turns += 1))
  }
  const fill = async (value: string) => {
    await card(page).locator('.number-field').fill(value)
    await press('确定')
  }
  await say(page, '我们医院能申报吗？')
  turns += 1
  for (const answer of ['是', '上一题', '是', '是', '是']) await press(answer)
  await say(page, '要多少件有效发明专利？')
  turns += 1
  await fill('88')
  await fill('100')
  await fill('12.5')
  expect(await card(page).getByRole('progressbar', { name: '申报自查' }).getAttribute('value')).toBe('6')
  await fill('10')
  await press('不清楚，跳过')
  await card(page)
    .getByRole('button', { name: /有效发明专利\s*88件/ })
    .click()
  await settled(page, (turns += 1))
  await fill('120')
  await press('确认，看结果')

  const result = page.getByRole('region', { name: '自查结果' })
  expect(await result.getByRole('heading', { level: 3 }).innerText()).toBe('还有条件待确认，暂不能判断')
  expect(await result.locator('.status').allInnerTexts()).toEqual(['符合', '符合', '符合', '符合', '待确认'])
  // Who applies needs neither the version of the rules nor data for programs, and reads every day in one form.
  const shown = await result.innerText()
  expect(shown).not.toMatch(/规则版本|JSON|\d{4}-\d\d-\d\d/u)
  expect(shown).toContain('申报已于2025年6月13日截止')
  await result.getByText('更多', { exact: true }).click()
  expect(await result.innerText()).toMatch(/全部数据（JSON）[^]*规则版本/u)
  const sheet = await textOf(page, '自查表（Word）')
  for (const words of [
    '自查结果，非正式审查结论',
    dayOfTests,
    '规则版本',
    '120件',
    '还有条件待确认',
    '有效发明专利达到100件以上',
  ])
    expect(sheet).toContain(words)
  expect(await textOf(page, '准备清单（Word）')).toMatch(/yszhang@zscqj\.shanghai\.gov\.cn[^]*021-23170420/)
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow).toBe(0)
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
})

test('a secretary comes from the first screen to the verdict in less than twelve taps, and asks what is missing', async () => {
  const { page, faults } = await openPage(browser, url, smallPhone)
  let taps = 0
  const tap = async (name: string | RegExp, within: Page | Locator = card(page)) => {
    await within.getByRole('button', { name }).first().tap()
    taps += 1
    await page.locator('.pending').waitFor({ state: 'detached' })
  }
  const fill = async (value: string, next: string | RegExp) => {
    const field = card(page).locator('.number-field')
    await field.tap()
    await field.fill(value)
    taps += 1
    await tap('确定')
    await asked(page, next)
  }
  await tap('申报自查（约2分钟）', page)
  await tap('2025年上海市医疗卫生系统知识产权运营中心', page)
  await tap('3项都满足')
  await asked(page, /多少件有效发明专利/)
  await fill('88', /盘点率是多少/)
  await tap('100%')
  await asked(page, /产业化率/)
  await fill('12.5', /实际到账多少/)
  await fill('600', /核对/)
  await tap('确认，看结果')
  await page.getByRole('region', { name: '自查结果' }).waitFor()
  expect(taps).toBeLessThan(12)
  await tap('还差多少', page)
  await lastReply(page)
    .getByText(/还差12件/)
    .first()
    .waitFor()
  expect(faults).toEqual([])
})

/** Downloads a Word file as a person does, and reads it back. */
async function textOf(page: Page, label: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: label }).click()])
  expect(download.suggestedFilename()).toMatch(/^2025年上海市医疗卫生系统知识产权运营中心_.+_2026-11-21\.docx$/)
  const { value } = await extractRawText({ buffer: readFileSync(await download.path()) })
  return value
}

test('the form of the universities has its lengths checked beside the limit', async () => {
  const { page, faults } = await openPage(browser, url, phone)
  await say(page, '我们学校能报高校运营中心吗？')
  for (const [turns, said] of [...'是是是', '3起', '是', '是', '/confirm'].entries()) {
    await say(page, said)
    await settled(page, turns + 2)
  }
  const result = page.getByRole('region', { name: '自查结果' })
  await result.getByText(/^要填的表/).click()
  const check = result.locator('.length-check').first()
  await check.getByText('检查字数').click()
  const field = check.getByRole('textbox')
  for (const [typed, status] of [
    ['字'.repeat(1000), 'within'],
    ['字'.repeat(1001), 'over'],
    [`${'字'.repeat(999)} patents`, 'depends'],
  ] as const) {
    await field.fill(typed)
    await check.locator(`.length-${status}`).waitFor()
  }
  expect(await check.getByRole('status').innerText()).toContain('通知没有写明计算方法')
  expect(faults).toEqual([])
})
