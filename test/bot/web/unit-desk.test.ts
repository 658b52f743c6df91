import { readFile } from 'node:fs/promises'
import mammoth from 'mammoth'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { museums } from '../../services/roster/museums.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, inEnglish, lastReply, openPage, say } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp({ shipped: { notices: [...loadNotices(), museums], programmes: shippedProgrammes() } })
const browser = await openBrowser()
const smallPhone = { viewport: { width: 375, height: 667 }, isMobile: true, hasTouch: true }
const haohai = '上海昊海生物科技股份有限公司'
const title = `2023年度上海市高价值专利培育中心-${haohai}`

const field = (page: Page) => page.getByRole('combobox', { name: '单位名称' })
const options = (page: Page) => page.getByRole('option')
const heightOf = (page: Page) => page.evaluate<number>('document.documentElement.scrollHeight')

test('on a phone a company finds its rows by 昊海, copies its mail title and takes its paper home', async () => {
  const { page, faults, elsewhere } = await openPage(browser, `${url}/units`, smallPhone)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  await field(page).fill('昊海')
  await options(page).filter({ hasText: haohai }).tap()
  await page.waitForURL('**/units?unit=*')
  const card = page.locator('#card')
  expect(await card.locator('.unit-row').count()).toBe(2)
  expect(await card.locator('h2').evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(400)

  for (const button of await card.getByRole('button', { name: '复制邮件标题' }).all()) {
    const { y, height } = (await button.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(667)
  }
  await card.locator(`[data-copy="${title}"]`).tap()
  await expect.poll(() => page.locator('#toast').innerText()).toBe('已复制')
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(title)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    card.getByRole('link', { name: /下载工作总结.*2023年度/u }).tap(),
  ])
  expect(download.suggestedFilename()).toContain(haohai)
  const { value } = await mammoth.extractRawText({ buffer: await readFile(await download.path()) })
  for (const line of [haohai, '填表人', '日期', '一、项目实施成效', '五、工作计划和建议']) expect(value).toContain(line)
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
})

test('with the keyboard alone: type, move, choose, copy', async () => {
  const { page } = await openPage(browser, `${url}/units`, desktop)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url })
  for (let tabs = 0; tabs < 6 && !(await field(page).evaluate((one) => one.matches(':focus'))); tabs++)
    await page.keyboard.press('Tab')
  await page.keyboard.type('hh')
  await options(page).first().waitFor()
  expect(await field(page).getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  expect(await options(page).last().getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const active = await field(page).getAttribute('aria-activedescendant')
  const chosen = page.locator(`#${active}`)
  expect(await chosen.getAttribute('aria-selected')).toBe('true')
  expect(await chosen.innerText()).toContain(haohai)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/units?unit=*')
  const button = page.locator('[data-copy]').last()
  await button.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('#toast').innerText()).toBe('已复制')
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await button.getAttribute('data-copy'))
})

describe('the field', () => {
  test('closes its list by Escape, and Enter without a choice asks for what was typed', async () => {
    const { page } = await openPage(browser, `${url}/units`)
    await field(page).fill('瑞金')
    await options(page).first().waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('#unit-options').isVisible()).toBe(false)
    expect(await field(page).inputValue()).toBe('瑞金')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/units?unit=*')
    expect(await page.locator('#card h2').innerText()).toContain('瑞金医院')
  })

  test('leaves the Enter of an input method alone', async () => {
    const { page } = await openPage(browser, `${url}/units`)
    await field(page).fill('hh')
    await options(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await field(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
    await page.waitForTimeout(100)
    expect(new URL(page.url()).search).toBe('')
  })

  test('filters the lists as people type, and folds them up again', async () => {
    const { page } = await openPage(browser, `${url}/units`, smallPhone)
    const shown = page.locator('[data-unit]:visible')
    const height = await heightOf(page)
    expect(height).toBeLessThan(2_400)
    expect(await shown.count()).toBe(0)
    await field(page).fill('专利超市')
    await expect.poll(() => shown.count()).toBe(15)
    await field(page).fill('上海')
    await expect.poll(() => shown.count()).toBe(20)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^显示其余\d+行$/u }).click()
    expect(await shown.count()).toBeGreaterThan(100)
    await field(page).fill('')
    await expect.poll(() => shown.count()).toBe(0)
    expect(await heightOf(page)).toBeLessThanOrEqual(height)
  })

  test('still filters what stands on the page when nobody answers', async () => {
    const { page } = await openPage(browser, `${url}/units`)
    await page.route('**/api/units/suggest**', (route) => route.abort())
    await field(page).fill('昊海')
    await expect.poll(() => page.locator('[data-unit]:visible').count()).toBe(2)
  })
})

test('a long group shows its first twenty and the rest when asked', async () => {
  const { page } = await openPage(browser, `${url}/units`)
  const group = page.locator('.unit-group').filter({ has: page.locator('[data-group-count="50"]') })
  await group.locator('summary').click()
  expect(await group.locator('li:visible').count()).toBe(20)
  await group.getByRole('button', { name: '显示其余30个' }).click()
  expect(await group.locator('li:visible').count()).toBe(50)
})

test('without scripts the form finds a unit by pinyin, and nothing is offered that needs them', async () => {
  const { page } = await openPage(browser, `${url}/units`, { ...desktop, javaScriptEnabled: false })
  await page.getByLabel('单位名称').fill('hhsw')
  await page.getByRole('button', { name: '查询' }).click()
  expect(await page.locator('#card h2').innerText()).toBe(haohai)
  expect(await page.locator('[data-copy]:visible').count()).toBe(0)
})

test('in English the page speaks English around the names and the words of the notice', async () => {
  const { page } = await openPage(browser, `${url}/units?unit=${encodeURIComponent('昊海')}`, {
    ...smallPhone,
    ...inEnglish,
  })
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  const said = await page.locator('h1, label, [type=submit], #unit-hint, .unit-card dt, .bar').allInnerTexts()
  expect(said.join('\n').replace(/such as .*/u, '')).not.toMatch(/\p{Script=Han}/u)
  await page.getByRole('combobox', { name: 'Name of the unit' }).fill('nothing like it')
  await expect.poll(() => page.locator('[data-unit-count]').textContent()).toBe('None found; 0 rows contain this')
  const ask = page.getByRole('link', { name: 'Ask about this unit' })
  expect(await ask.getAttribute('href')).toContain(encodeURIComponent('What must'))
})

test('a made-up notice of another trade has its card too', async () => {
  const { page } = await openPage(browser, `${url}/units`)
  await field(page).fill('qingtong')
  await options(page).first().click()
  await page.waitForURL('**/units?unit=*')
  const text = await page.locator('#card').innerText()
  expect(text).toContain('未截止')
  expect(text).toContain('库房+云岭市青铜博物馆+〔年份〕')
  expect(await page.getByRole('link', { name: '下载自查报告（Word）' }).count()).toBe(2)
})

test('in the chat a unit has its card in sight, its page, its mail titles to copy and its paper', async () => {
  const { page } = await openPage(browser, url, smallPhone)
  await say(page, '昊海')
  const reply = lastReply(page)
  const composer = (await page.locator('#composer').boundingBox())!
  const buttons = await reply.getByRole('button', { name: '复制邮件标题' }).all()
  expect(buttons.length).toBe(2)
  for (const button of buttons) {
    const { y, height } = (await button.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(composer.y)
  }
  const [place] = await reply.locator('.unit-row summary').all()
  expect(await place!.innerText()).toMatch(/^附件2.*序号27$/u)
  await place!.click()
  await reply.locator('.unit-row blockquote').first().waitFor()
  expect(await reply.locator('a.download').count()).toBe(2)
  await reply.getByRole('link', { name: '打开单位页' }).click()
  await page.waitForURL('**/units?unit=*')
  expect(await page.locator('#card h2').innerText()).toBe(haohai)
})
