import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, phone, say as typeIn } from '../../support/chat-page.ts'
import { changeNotice, password, people, staffApp } from '../../support/staff-app.ts'

const { assistant, url, say, as } = await staffApp()
const browser = await openBrowser()

async function open(path: string, who: keyof typeof people = 'editor', options = desktop) {
  const watched = await openPage(browser, `${url}/staff/login`, options)
  const { page } = watched
  await page.getByLabel('账号').fill(people[who])
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.goto(url + path)
  return watched
}

const items = (page: Page) => page.locator('.asked-item')

test('a wrong password is told on the page, and nothing of it is kept there', async () => {
  const { page } = await openPage(browser, `${url}/staff`)
  expect(new URL(page.url()).pathname).toBe('/staff/login')
  await page.getByLabel('账号').fill('没有')
  await page.getByLabel('密码').fill('wrong password')
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toBe('账号或密码不对。')
  expect(await page.getByLabel('密码').inputValue()).toBe('')
})

test('staff find an unanswered group, curate it, and the next person gets the reviewed answer; when its clause changes it comes back', async () => {
  await say('2025年医疗运营中心获批后可以更换依托单位吗')
  await say('2025年医院运营中心拿到以后能换依托单位吗？')
  await assistant.db.updateTable('question').set({ status: 'not-found' }).execute()
  const { page, faults, elsewhere } = await open('/staff/questions')
  const group = items(page).filter({ hasText: '依托单位' })
  expect(await group.count()).toBe(1)
  expect(await group.innerText()).toContain('2 次')
  await group.getByRole('link').click()
  await page.getByLabel('答复内容').fill('获批以后不能更换依托单位。')
  await page.getByRole('button', { name: '发布' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('答复必须附上至少一个条款')
  await page.getByLabel('查找条款').fill('有效发明专利达到100件以上')
  await page.getByRole('button', { name: '查找' }).click()
  await page.locator('[name=clause][value="medical-2025#1.2.1"]').check()
  await page.getByLabel('用这个提问预览').fill('医疗运营中心2025年获批后能不能更换依托单位')
  await page.getByRole('button', { name: '预览' }).click()
  await page.locator('[data-after]').getByText('获批以后不能更换依托单位').waitFor()
  expect(await page.locator('[data-before]').innerText()).not.toContain('获批以后不能更换')
  await page.getByRole('button', { name: '发布' }).click()
  await page.waitForURL('**/staff/faqs/*')

  const chat = await openPage(browser, url)
  await typeIn(chat.page, '2025年的医疗运营中心，获批之后可不可以更换依托单位呀')
  expect(await lastReply(chat.page).innerText()).toMatch(/获批以后不能更换依托单位。[^]*已经人工审核/)
  await page.goto(`${url}/staff/questions`)
  expect(await items(page).filter({ hasText: '依托单位' }).count()).toBe(0)

  await changeNotice(assistant.db, 'medical-2025', '达到 100 件以上', '达到 120 件以上')
  const states = async () => {
    await page.goto(`${url}/staff/faqs`)
    return items(page).first().innerText()
  }
  await expect.poll(states, { timeout: 15_000 }).toContain('待复核')
  await page.goto(`${url}/staff/questions`)
  expect(await items(page).filter({ hasText: '依托单位' }).count()).toBe(1)
  await typeIn(chat.page, '2025年的医疗运营中心，获批之后可不可以更换依托单位呀')
  expect(await lastReply(chat.page).innerText()).not.toContain('人工审核')
  // The browser notes the answer without a clause, which was refused.
  expect(faults).toEqual([expect.stringContaining('400')])
  expect(elsewhere).toEqual([])
})

test('the queue is gone through by keyboard alone', async () => {
  await say('附近有地铁站吗')
  await say('食堂几点开门？')
  await say('月球上能设分部吗')
  const { page } = await open('/staff/questions')
  const focused = () => page.evaluate<string>('document.activeElement?.textContent')
  const texts = await page.locator('.asked-text').allInnerTexts()
  expect(texts.length).toBeGreaterThanOrEqual(3)
  const patched = () => page.waitForResponse((response) => response.request().method() === 'PATCH')
  await page.keyboard.press('j')
  expect(await focused()).toBe(texts[0])
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await focused()).toBe(texts[1])
  const dismissed = patched()
  await page.keyboard.press('d')
  expect((await dismissed).status()).toBe(200)
  await items(page).nth(1).getByText('不处理').first().waitFor()
  await page.keyboard.press('j')
  const reviewed = patched()
  await page.keyboard.press('r')
  expect((await reviewed).status()).toBe(200)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/staff/questions/*')
  expect(await page.locator('h1').innerText()).toBe(texts[2])
  await page.goto(`${url}/staff/questions`)
  const left = await page.locator('.asked-text').allInnerTexts()
  expect(left).toEqual(texts.filter((text) => text !== texts[1] && text !== texts[2]))
})

test('typing in a field is no command', async () => {
  const { page } = await open('/staff/questions')
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'PATCH' && sent.push(request.url()))
  await page.getByLabel('查找提问中的字词').fill('')
  await page.getByLabel('查找提问中的字词').pressSequentially('jkrd')
  expect(await page.getByLabel('查找提问中的字词').inputValue()).toBe('jkrd')
  expect(sent).toEqual([])
})

describe('what somebody else has saved meanwhile', () => {
  test('is shown beside what an editor typed, which stays and is saved on the next click', async () => {
    const body = {
      answer: '初稿。',
      wordings: ['来办事车停哪里'],
      clauses: [{ notice: 'medical-2025', clause: '1.2.1' }],
      state: 'draft',
    }
    const { id, version } = await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body }))
    const { page } = await open(`/staff/faqs/${id}`)
    await page.getByLabel('答复内容').fill('乙的改动：车停院内。')
    await page.getByLabel('问法（每行一种）').fill('来办事车停哪里\n车停哪儿')
    const first = await as('admin', 'PATCH', `/api/staff/faqs/${id}`, { body: { answer: '甲的改动。', version } })
    expect(first.status).toBe(200)
    await page.getByRole('button', { name: '存为草稿' }).click()
    await page.locator('#faq-late').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/没有保存.*王主任.*已经改过/)
    expect(await page.locator('#faq-late [data-stored]').innerText()).toContain('甲的改动。')
    expect(await page.locator('#faq-late [data-submitted]').innerText()).toMatch(/乙的改动：车停院内。[^]*车停哪儿/)
    expect(await page.getByLabel('答复内容').inputValue()).toBe('乙的改动：车停院内。')
    expect(await page.getByLabel('问法（每行一种）').inputValue()).toBe('来办事车停哪里\n车停哪儿')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(desktop.viewport!.width)
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '存为草稿' }).click()])
    expect(await page.getByLabel('答复内容').inputValue()).toBe('乙的改动：车停院内。')
    expect(await page.locator('#faq-late').isVisible()).toBe(false)
  })

  test('is shown beside a note that was typed, which stays', async () => {
    await say('园区里能充电吗')
    const [question] = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions
    const { page } = await open(`/staff/questions/${question.id}`, 'reviewer')
    await page.getByLabel('备注').fill('乙：问物业')
    const decision = { note: '甲：已答复', status: 'dismissed', version: question.review.version }
    await as('editor', 'PATCH', `/api/staff/questions/${question.id}`, { body: decision })
    await page.getByRole('button', { name: '保存备注' }).click()
    await page.locator('.late-note').waitFor()
    expect(await page.locator('.late-note').innerText()).toMatch(/没有保存.*不处理.*甲：已答复/)
    expect(await page.getByLabel('备注').inputValue()).toBe('乙：问物业')
    await page.getByRole('button', { name: '保存备注' }).click()
    await page.getByText('备注已保存').waitFor()
    const [after] = (await jsonOf(as('reviewer', 'GET', '/api/staff/questions'))).questions
    expect(after.review).toMatchObject({ note: '乙：问物业', status: 'dismissed' })
  })
})

describe('the pages', () => {
  const paths = [
    '/staff',
    '/staff/questions',
    '/staff/questions?queue=all&view=questions',
    '/staff/faqs',
    '/staff/switches',
    '/staff/audit',
  ]
  test.each([
    ['a phone', phone],
    ['a desktop', desktop],
  ])('fit on %s, load nothing from elsewhere and report no fault', async (_title, options) => {
    const { page, faults, elsewhere } = await open('/staff', 'admin', options)
    const widest = options.viewport!.width
    for (const path of paths) {
      const response = await page.goto(url + path)
      expect(response?.status(), path).toBe(200)
      expect(response?.headers()['content-security-policy']).toContain(
        "default-src 'none';script-src 'self';style-src 'self'",
      )
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(widest)
    }
    expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
  })

  test('show people only what their role may', async () => {
    const { page } = await open('/staff', 'reviewer')
    expect(await page.locator('.place').allInnerTexts()).toEqual([
      '概况',
      '提问',
      '人工答复',
      '通知',
      '自查项目',
      '我的账号',
    ])
    await page.goto(`${url}/staff/questions?queue=all`)
    await page.locator('.asked-text').first().click()
    await page.locator('h1').waitFor()
    expect(await page.locator('#faq').count()).toBe(0)
  })

  test('are left by their button', async () => {
    const { page } = await open('/staff')
    await page.getByRole('button', { name: '退出' }).click()
    await page.waitForURL('**/staff/login')
    await page.goto(`${url}/staff/questions`)
    expect(new URL(page.url()).pathname).toBe('/staff/login')
  })
})
