import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { shenjiangText } from '../../knowledge/importing/shenjiang.ts'
import { misfitsOf, violationsOf } from '../../support/audit-page.ts'
import { openBrowser } from '../../support/browser.ts'
import { phone } from '../../support/chat-page.ts'
import { staffApp } from '../../support/staff-app.ts'
import { openAsEditor, sendNotice } from '../../support/staff-notices.ts'

const staff = await staffApp()
const browser = await openBrowser()

async function opened(): Promise<Page> {
  const { id } = await sendNotice(staff, shenjiangText)
  return openAsEditor(browser, staff, `/staff/notices/${id}`)
}

const part = (page: Page, name: string) => page.locator(`#add-${name}`)

test('short names are added one after the other at the same form, and taken away again', async () => {
  const page = await opened()
  await part(page, 'names').getByText('补一个简称').click()
  for (const name of ['创新券', '科创券']) {
    await page.locator('#add-names input').fill(name)
    await page.keyboard.press('Enter')
    await page.locator('#spoken li', { hasText: name }).waitFor()
  }
  await expect.poll(() => page.locator('#add-names input:focus').count()).toBe(1)
  await page.getByRole('button', { name: '删掉“创新券”' }).click()
  await page.locator('#spoken li', { hasText: '创新券' }).waitFor({ state: 'detached' })
  expect(await page.locator('#spoken li').allInnerTexts()).toEqual([expect.stringContaining('科创券')])
})

test('what can’t be taken is said beside the form, which keeps what was typed', async () => {
  const page = await opened()
  await part(page, 'equivalents').getByText('补一个说法').click()
  await page.getByLabel('大家说').fill('门槛')
  await page.getByLabel('通知里写').fill('准入门槛')
  await page.keyboard.press('Enter')
  await part(page, 'equivalents').getByRole('alert').getByText('通知里没有“准入门槛”。').waitFor()
  expect(await page.getByLabel('通知里写').inputValue()).toBe('准入门槛')
})

test('a question wants its clause chosen, and all of it fits a phone', async () => {
  const page = await opened()
  for (const name of ['names', 'equivalents', 'questions']) await part(page, name).locator('summary').click()
  await page.getByLabel('问题', { exact: true }).fill('能报多少？')
  await part(page, 'questions').getByRole('button', { name: '补上' }).click()
  expect(await page.locator('#spoken li').count()).toBe(0)
  expect(await page.getByLabel('由哪一条回答').inputValue()).toBe('')
  await page.setViewportSize(phone.viewport!)
  expect([await violationsOf(page), await misfitsOf(page)]).toEqual([[], []])
  expect((await page.getByLabel('由哪一条回答').boundingBox())!.width).toBeGreaterThan(200)
})
