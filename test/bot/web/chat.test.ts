import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { startStandIn } from '../../support/web-stand-in.ts'

const browser = await openBrowser()
const { url, services, close } = await startStandIn()
afterAll(close)

test.each([
  { size: 'a phone', options: phone },
  { size: 'a desktop', options: desktop },
])('on $size a question is answered, and its citation opens the clause in the notice', async ({ options }) => {
  const { page, faults, elsewhere } = await openPage(browser, url, options)
  await say(page, '2025年运营中心要多少件有效发明专利？')
  await expect.poll(() => lastReply(page).innerText()).toContain('100 件以上')
  const citation = lastReply(page).locator('.citation').first()
  await expect
    .poll(() => citation.innerText())
    .toMatch(/2025年医疗卫生系统运营（促进）中心申报通知\s*（二）申报条件\s*› 1/)

  await citation.locator('summary').click()
  await expect.poll(() => citation.innerText()).toContain('沪知局促〔2025〕11号')
  await citation.getByRole('link', { name: '看通知原文' }).click()
  await page.waitForURL('**/notices/medical-2025#1.2.1')
  const clause = page.locator('.clause:target')
  expect(await clause.innerText()).toContain('有效发明专利达到100件以上')
  const box = await clause.boundingBox()
  expect(box?.y).toBeGreaterThan(60)
  expect(box?.y).toBeLessThan(400)
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.clause:target')).boxShadow`)).not.toBe('none')

  await page.getByRole('link', { name: '返回问答' }).click()
  expect(await lastReply(page).innerText()).toContain('100 件以上')
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
})

test('a reload goes on with the same conversation, its log and its draft', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByLabel('您的问题').fill('写到一半')
  const [request] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    page.reload().then(() => say(page, '再问一句')),
  ])
  expect(await page.locator('.asked').allInnerTexts()).toEqual(
    ['明天天气怎么样', '再问一句'].map((text) => expect.stringContaining(text)),
  )
  expect(request.postDataJSON()).toEqual({ conversation: expect.any(String), language: 'zh', message: '再问一句' })
  await page.getByLabel('您的问题').fill('写到一半')
  await page.reload()
  expect(await page.getByLabel('您的问题').inputValue()).toBe('写到一半')
})

test('a quick reply sends what it stands for, and is gone with the next question', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '运营中心怎么报？')
  await page.getByRole('button', { name: '2025年医疗卫生系统运营中心', exact: true }).click()
  await settled(page, 2)
  expect(await page.locator('.asked').last().innerText()).toContain('2025年运营中心还有哪些申报条件？')
  expect(await page.getByRole('button', { name: '2022年高校运营中心' }).count()).toBe(0)
})

test('a thumb is recorded at once, a comment after it, and both are remembered', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '没帮上忙' }).click()
  await page.getByLabel('补充说明，可不填').fill('想问申报当天')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('谢谢，已经记下。').waitFor()
  const reply = await lastReply(page).getAttribute('data-reply')
  expect(services.feedback.given).toEqual([
    { reply, helpful: false },
    { reply, helpful: false, comment: '想问申报当天' },
  ])
  await page.reload()
  expect(await page.getByRole('button', { name: '没帮上忙' }).getAttribute('aria-pressed')).toBe('true')
})

test('a comment is counted in characters: 500 emoji are taken, one more is told and kept in the field', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '没帮上忙' }).click()
  const field = page.getByLabel('补充说明，可不填')
  await field.fill('😀'.repeat(501))
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('超出 1 字，请删减后提交。').waitFor()
  expect(await field.inputValue()).toBe('😀'.repeat(501))
  await field.fill('😀'.repeat(500))
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('谢谢，已经记下。').waitFor()
  expect(services.feedback.given.at(-1)).toMatchObject({ comment: '😀'.repeat(500) })
})

test('an answer is copied with its source', async () => {
  const { page } = await openPage(browser, url, { ...desktop, permissions: ['clipboard-read', 'clipboard-write'] })
  await say(page, '要多少件有效发明专利')
  await page.getByRole('button', { name: '复制' }).click()
  await page.getByText('已复制回答和出处').waitFor()
  const copied = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(copied).toMatch(/^100 件以上/)
  expect(copied).toContain('（沪知局促〔2025〕11号）')
  expect(copied).toContain(`${url}/notices/medical-2025#1.2.1`)
})

test('where the clipboard is closed to pages, as inside WeChat, the old way copies', async () => {
  const { page } = await openPage(browser, url)
  await page.evaluate('Object.defineProperty(navigator, "clipboard", { value: undefined })')
  await say(page, '要多少件有效发明专利')
  await page.getByRole('button', { name: '复制' }).click()
  await page.getByText('已复制回答和出处').waitFor()
})

test('deleting a conversation tells the server, after asking', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '删除我的对话记录' }).click()
  await page.getByRole('button', { name: '取消' }).click()
  expect(await page.locator('.message').count()).toBe(2)
  await page.getByLabel('您的问题').fill('/delete')
  await page.keyboard.press('Enter')
  const [request] = await Promise.all([
    page.waitForRequest('**/api/chat'),
    page.getByRole('button', { name: '删除', exact: true }).click(),
  ])
  expect(request.postDataJSON()).toMatchObject({ message: '/delete', conversation: expect.any(String) })
  await page.getByText('本次对话的记录已全部删除。').waitFor()
  expect(await page.locator('.message').count()).toBe(0)
  await page.reload()
  expect(await page.locator('.message').count()).toBe(0)
  await page.getByRole('heading', { name: '您好，想了解哪项通知？' }).waitFor()
})

test('asked to delete right after saying no, the page asks again and hears the answer', async () => {
  const { page } = await openPage(browser, url)
  await say(page, '明天天气怎么样')
  await page.getByRole('button', { name: '删除我的对话记录' }).click()
  // Both within one task, so that the first dialog's close event comes when it is open again.
  await page.evaluate(`
    document.querySelector('#confirm button[value="no"]').click()
    document.querySelector('#message').value = '/delete'
    document.querySelector('#composer').requestSubmit()
  `)
  await Promise.all([
    page.waitForRequest('**/api/chat'),
    page.getByRole('button', { name: '删除', exact: true }).click(),
  ])
  await page.getByText('本次对话的记录已全部删除。').waitFor()
})

test('markup in a reply is shown, not run, and an address of another kind is no link', async () => {
  const { page, faults } = await openPage(browser, url)
  await say(page, '标记')
  expect(await lastReply(page).innerText()).toContain('<img src=x onerror=')
  expect(await lastReply(page).locator('img, script').count()).toBe(0)
  await lastReply(page).locator('.citation summary').click()
  expect(await lastReply(page).locator('.clause-open').getAttribute('href')).toBeNull()
  await say(page, '<b>我写的</b>')
  expect(await page.locator('.asked').last().innerText()).toContain('<b>我写的</b>')
  expect(await page.evaluate('window.wasRun')).toBeUndefined()
  expect(faults).toEqual([])
})

test('the notices that answers come from are listed', async () => {
  const { page } = await openPage(browser, url)
  await page.getByRole('link', { name: '2024年总结验收和中期检查通知' }).click()
  await page.waitForURL('**/notices/review-2024')
  expect(await page.locator('table').count()).toBe(2)
})
