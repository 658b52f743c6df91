import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { asked, card, openPage, phone, say, settled, smallPhone } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, close } = await startStandIn()
afterAll(close)
const question = {
  key: 'validInventionPatents',
  prompt: '贵单位现有多少件有效发明专利？',
  help: '',
  type: 'int',
  unit: '件',
}
const programmes = [{ id: 'medical-center-2025', questions: [question] }]

test('an interview shows its progress, takes a number with its unit, a choice, a summary, and ends in a verdict', async () => {
  const { page, faults } = await openPage(browser, url, phone)
  await page.route('**/api/programmes', (route) => route.fulfill({ json: programmes }))
  await say(page, '开始自查')
  const bar = card(page).getByRole('progressbar', { name: '申报自查' })
  await bar.waitFor()
  expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['3', '8'])

  await page.getByLabel('贵单位现有多少件有效发明专利？（件）').fill('120')
  await page.getByRole('button', { name: '确定' }).click()
  await settled(page, 2)
  expect(await page.locator('.asked').last().innerText()).toContain('120件')

  await asked(page, '贵单位是否有成功实施的专利作价入股典型案例？')
  await card(page).getByText('说明').click()
  await card(page).locator('.citation summary').click()
  expect(await card(page).locator('.quote').innerText()).toContain('作价入股')
  await page.getByRole('button', { name: '没有', exact: true }).click()
  await settled(page, 3)
  await page.getByRole('button', { name: '确认，看结果' }).click()
  await settled(page, 4)
  expect(await page.locator('.asked').last().innerText()).toContain('确认，看结果')

  const result = page.getByRole('region', { name: '自查结果' })
  expect(await result.getByRole('heading', { level: 3 }).innerText()).toBe('有申报条件不符合')
  expect(await result.locator('.status').allInnerTexts()).toEqual(['符合', '不符合', '符合', '符合', '待确认'])
  expect(await result.innerText()).toContain('还差12件')
  expect(await result.innerText()).toContain('非正式审查结论')
  expect(await card(page).isVisible()).toBe(false)
  const source = result.locator('.criterion').nth(1)
  await source.getByText('依据').click()
  await source.getByRole('link', { name: '查看原文条款' }).click()
  await page.waitForURL('**/notices/medical-2025#1.2.1')
  expect(faults).toEqual([])
})

test('where the open question cannot be looked up, the answer is typed', async () => {
  const { page } = await openPage(browser, url, phone)
  await page.route('**/api/programmes', (route) => route.fulfill({ status: 404, json: {} }))
  await say(page, '开始自查')
  expect(await page.getByRole('button', { name: '确定' }).count()).toBe(0)
  await say(page, '120')
  await asked(page, '贵单位是否有成功实施的专利作价入股典型案例？')
})

test('the card is printed alone, with everything in it opened', async () => {
  const { page } = await openPage(browser, url)
  await page.evaluate('window.print = () => { window.wasPrinted = true }')
  await say(page, '/confirm')
  await page.getByRole('button', { name: '打印', exact: true }).click()
  await expect.poll(() => page.evaluate('window.wasPrinted')).toBe(true)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.asked').isVisible()).toBe(false)
  expect(await page.locator('.lead').innerText()).toContain('2025年上海市医疗卫生系统知识产权运营中心')
  expect(await page.getByText('报送方式').isVisible()).toBe(true)
  expect(await page.locator('.assessment details:not([open])').count()).toBe(0)
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))')
  expect(await page.locator('.assessment details[open]').count()).toBe(0)
})

const opened = async () => {
  const opening = await openPage(browser, url, smallPhone)
  await opening.page.route('**/api/programmes', (route) => route.fulfill({ json: programmes }))
  return opening
}

test('on a small phone question, answers and what else can be done stand in sight, and the next question takes their place', async () => {
  const { page } = await opened()
  await say(page, '开始自查')
  await asked(page, '贵单位现有多少件有效发明专利？')
  await card(page).getByLabel('贵单位现有多少件有效发明专利？（件）').fill('120')
  await card(page).getByRole('button', { name: '确定' }).click()
  await asked(page, '贵单位是否有成功实施的专利作价入股典型案例？')
  const composer = (await page.locator('#composer').boundingBox())!
  for (const part of await card(page).locator('h2, button:visible, summary:visible').all()) {
    const box = (await part.boundingBox())!
    expect(box.y, await part.innerText()).toBeGreaterThan(56)
    expect(box.y + box.height, await part.innerText()).toBeLessThanOrEqual(composer.y + 1)
  }
  expect(composer.y + composer.height).toBeLessThanOrEqual(667)
  expect(await page.evaluate('scrollY')).toBe(0)
  // What was answered is a short line above.
  expect(await page.locator('.reply-question:visible').allInnerTexts()).toEqual([
    expect.stringContaining('贵单位现有多少件有效发明专利？'),
  ])
  expect((await page.locator('.reply-question:visible').boundingBox())!.height).toBeLessThan(60)
})

test('the digits choose an answer, but not while somebody writes', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '120')
  await asked(page, '贵单位是否有成功实施的专利作价入股典型案例？')
  await page.getByLabel('您的问题').fill('')
  await page.keyboard.press('2')
  expect(await page.getByLabel('您的问题').inputValue()).toBe('2')
  await page.getByLabel('您的问题').fill('')
  await card(page).getByRole('heading', { level: 2 }).focus()
  await page.keyboard.press('2')
  await settled(page, 2)
  expect(await page.locator('.asked').last().innerText()).toContain('没有')
})

test('an answer by keyboard leads to the next one: the focus stands on its first choice', async () => {
  const { page } = await openPage(browser, url)
  await page.route('**/api/programmes', (route) => route.fulfill({ json: programmes }))
  await say(page, '开始自查')
  await card(page).getByLabel('贵单位现有多少件有效发明专利？（件）').focus()
  await page.keyboard.type('120')
  await page.keyboard.press('Enter')
  await asked(page, '贵单位是否有成功实施的专利作价入股典型案例？')
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('1有')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await settled(page, 3)
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('确认，看结果')
})

test('at the end every answer is tapped to be changed, and what confirms stays in sight', async () => {
  const { page } = await opened()
  await say(page, '没有')
  const confirm = card(page).getByRole('button', { name: '确认，看结果' })
  await confirm.waitFor()
  const box = (await confirm.boundingBox())!
  expect(box.y + box.height).toBeLessThanOrEqual((await page.locator('#composer').boundingBox())!.y)
  const [request] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    card(page)
      .getByRole('button', { name: /有效发明专利/ })
      .click(),
  ])
  expect(request.postDataJSON()).toMatchObject({ message: '/edit validInventionPatents' })
})

test('a policy answer in the middle stands in the log, and the question stays on its card', async () => {
  const { page } = await opened()
  await say(page, '开始自查')
  await say(page, '先问一句多少钱')
  await asked(page, '贵单位现有多少件有效发明专利？')
  expect(await page.locator('#log .reply-answer').innerText()).toContain('每家最多20万元')
  await page.reload()
  await asked(page, '贵单位现有多少件有效发明专利？')
})

test('the question is heard once: from the card where the answer is written below, by the focus where it is chosen there', async () => {
  const { page } = await openPage(browser, url)
  const heard = page.locator('#card-said')
  await say(page, '开始自查')
  await expect.poll(() => heard.innerText()).toBe('贵单位现有多少件有效发明专利？')
  await say(page, '120')
  await expect.poll(() => heard.innerText()).toBe('贵单位是否有成功实施的专利作价入股典型案例？')
  expect(await page.locator('.reply-question').first().getAttribute('aria-live')).toBe('off')
})
