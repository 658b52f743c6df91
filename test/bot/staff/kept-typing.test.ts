import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage } from '../../support/chat-page.ts'
import { changeNotice, password, people, staffApp } from '../../support/staff-app.ts'

const { assistant, url, say, as } = await staffApp()
const browser = await openBrowser()

async function signIn(page: Page, who: keyof typeof people = 'editor'): Promise<void> {
  await page.goto(`${url}/staff/login`)
  await page.getByLabel('账号').fill(people[who])
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
}

async function open(path: string, who: keyof typeof people = 'editor') {
  const { page } = await openPage(browser, `${url}/staff/login`, desktop)
  await signIn(page, who)
  await page.goto(url + path)
  return page
}

test('what was typed outlives a session that ends, and is saved after signing in elsewhere', async () => {
  await say('来办事车停哪里')
  const [{ id }] = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions
  const page = await open(`/staff/questions/${id}`)
  await page.getByLabel('答复内容').fill('停在院内，先登记。')
  await page.getByLabel('查找条款').fill('有效发明专利达到100件以上')
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('[name=clause][value="medical-2025#1.2.1"]').check()
  await page.getByLabel('备注').fill('问过物业')
  await page.context().clearCookies()
  await page.getByRole('button', { name: '发布' }).click()
  await page.locator('#faq-fault').getByText('登录已过期').waitFor()
  expect(await page.getByLabel('答复内容').inputValue()).toBe('停在院内，先登记。')

  await signIn(page)
  await page.goto(`${url}/staff/questions/${id}`)
  await page.locator('#faq .kept-note').waitFor()
  expect(await page.getByLabel('答复内容').inputValue()).toBe('停在院内，先登记。')
  expect(await page.getByLabel('备注').inputValue()).toBe('问过物业')
  expect(await page.locator('[name=clause][value="medical-2025#1.2.1"]').isChecked()).toBe(true)
  await page.getByRole('button', { name: '发布' }).click()
  await page.waitForURL('**/staff/faqs/*')
  await page.goto(`${url}/staff/questions/${id}`)
  expect(await page.locator('#faq .kept-note').count()).toBe(0)
})

test('what was typed is put back with the version it was written from, so that a later save of somebody else shows', async () => {
  const body = {
    answer: '初稿。',
    wordings: ['车停哪'],
    clauses: [{ notice: 'medical-2025', clause: '1.2.1' }],
    state: 'draft',
  }
  const { id, version } = await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body }))
  const page = await open(`/staff/faqs/${id}`)
  await page.getByLabel('答复内容').fill('乙还没有保存的话。')
  await as('admin', 'PATCH', `/api/staff/faqs/${id}`, { body: { answer: '甲的改动。', version } })
  await page.reload()
  expect(await page.getByLabel('答复内容').inputValue()).toBe('乙还没有保存的话。')
  await page.getByRole('button', { name: '存为草稿' }).click()
  await page.locator('#faq-late').waitFor()
  expect(await page.locator('#faq-late [data-stored]').innerText()).toContain('甲的改动。')
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '不要了' }).click()])
  expect(await page.getByLabel('答复内容').inputValue()).toBe('甲的改动。')
})

test('what one person typed is not shown to the next at the same browser', async () => {
  const page = await open('/staff/faqs')
  await page.getByText('新写一条').click()
  await page.getByLabel('答复内容').fill('老陈的草稿')
  await page.context().clearCookies()
  await signIn(page, 'admin')
  await page.goto(`${url}/staff/faqs`)
  await page.getByText('新写一条').click()
  expect(await page.getByLabel('答复内容').inputValue()).toBe('')
})

test('an answer whose clause has changed is read beside the old words and confirmed with one click', async () => {
  const body = {
    answer: '不能更换。',
    wordings: ['获批后能换依托单位吗'],
    clauses: [{ notice: 'medical-2025', clause: '1.2.1' }],
  }
  const { id } = await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body }))
  await changeNotice(assistant.db, 'medical-2025', '达到 100 件以上', '达到 120 件以上')
  const page = await open(`/staff/faqs/${id}`)
  const changes = async () => {
    await page.reload()
    return page.locator('#changes').count()
  }
  await expect.poll(changes, { timeout: 15_000 }).toBe(1)
  expect(await page.locator('#changes').innerText()).toMatch(/审核时[^]*100[^]*现在[^]*120/u)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '核对过，答复仍然正确' }).click()])
  expect(await page.locator('#changes').count()).toBe(0)
  expect(await page.locator('main').innerText()).toContain('使用中')
})
