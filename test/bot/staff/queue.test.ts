import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage } from '../../support/chat-page.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

const { url, say } = await staffApp()
const browser = await openBrowser()
/** A page may take its time where the machine is busy. */
const soon = { timeout: 15_000 }

async function open(path: string, role: keyof typeof people = 'reviewer') {
  const { page } = await openPage(browser, `${url}/staff/login`, desktop)
  await page.getByLabel('账号').fill(people[role])
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.goto(url + path)
  return page
}

test('the queue is gone through question by question, by link and by key, and decided on at once', async () => {
  for (const asked of ['附近有地铁站吗', '食堂几点开门？', '宿舍里能养猫吗']) await say(asked)
  const page = await open('/staff/questions')
  const texts = await page.locator('.asked-text').allInnerTexts()
  expect(texts).toHaveLength(3)
  const title = () => page.locator('h1').innerText()
  await page.locator('.asked-text').first().click()
  await page.waitForURL('**/staff/questions/*')
  await page.getByRole('link', { name: '下一个 j' }).click()
  await expect.poll(title, soon).toBe(texts[1])
  await page.getByRole('link', { name: '下一个 j' }).waitFor()
  await page.keyboard.press('j')
  await expect.poll(title, soon).toBe(texts[2])
  await page.getByRole('link', { name: '上一个 k' }).waitFor()
  expect(await page.getByRole('link', { name: '下一个 j' }).count()).toBe(0)
  await page.keyboard.press('k')
  await expect.poll(title, soon).toBe(texts[1])
  await page.getByRole('link', { name: '回到列表' }).click()
  await page.waitForURL('**/staff/questions')

  await page.getByLabel(`选中：${texts[0]}`).check()
  await page.getByLabel(`选中：${texts[2]}`).check()
  await page.getByText('已选 2 个').waitFor()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '选中的不处理' }).click()])
  expect(await page.locator('.asked-text').allInnerTexts()).toEqual([texts[1]])
})

test('whoever has written an answer goes on in the queue from there', async () => {
  for (const asked of ['门卫几点下班', '一楼有咖啡机吗']) await say(asked)
  const page = await open('/staff/questions', 'editor')
  const texts = await page.locator('.asked-text').allInnerTexts()
  await page.locator('.asked-text').first().click()
  await page.getByRole('link', { name: '写人工答复' }).click()
  await page.getByLabel('本局答复').check()
  await page.getByLabel('由谁答复').fill('办公室')
  await page.getByLabel('有效期到').fill('2099-12-31')
  await page.getByLabel('答复内容').fill('请向门卫询问。')
  await page.getByRole('button', { name: '发布' }).click()
  await page.waitForURL('**/staff/faqs/*')
  await page.getByRole('link', { name: '下一个提问 j' }).click()
  await expect.poll(() => page.locator('h1').innerText(), soon).toBe(texts[1])
})

test('a question is looked for as the assistant reads it, with the clauses it thinks of and their scores', async () => {
  const page = await open('/staff/questions')
  await page.getByRole('link', { name: '按助手的读法查找' }).click()
  await page.getByLabel('提问').fill('2025年运营中心要多少件有效发明专利')
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('.clause-list').waitFor()
  expect(await page.locator('.clause-list li').first().innerText()).toMatch(/申报条件[^]*得分 \d/u)
  expect(await page.locator('main').innerText()).toMatch(/会这样答[^]*100件/u)
})
