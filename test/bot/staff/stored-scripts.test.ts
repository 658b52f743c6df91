import { beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage } from '../../support/chat-page.ts'
import { jsonOf, post } from '../../support/app.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

const { url, say, as } = await staffApp()
const browser = await openBrowser()

/** Texts that would run, or break out of where they stand, if they were ever taken for markup. */
const hostile = [
  '<script>window.wasRun=1</script>',
  '<img src=x onerror="window.wasRun=1">',
  '"><svg onload=window.wasRun=1>',
  "' autofocus onfocus='window.wasRun=1",
  '</textarea><script>window.wasRun=1</script>',
  '</title><script>window.wasRun=1</script>',
  '<iframe srcdoc="<script>parent.wasRun=1</script>">',
  'javascript:window.wasRun=1',
  '{{constructor.constructor("window.wasRun=1")()}}',
  '<a href="javascript:window.wasRun=1">请点这里</a>',
  '<base href="https://elsewhere.example/"><form action="https://elsewhere.example/">',
  ']]><!--<script>window.wasRun=1</script>-->',
]
const everything = hostile.join(' ')
const pages: string[] = []

beforeAll(async () => {
  for (const text of hostile) {
    const { replies } = await say(`食堂${text}`)
    await post(`${url}/api/feedback`, { reply: replies[0]!.id, helpful: false, comment: text })
  }
  await say(everything)
  const { questions } = await jsonOf(as('editor', 'GET', '/api/staff/questions'))
  for (const { id } of questions) {
    const listed = (await jsonOf(as('editor', 'GET', '/api/staff/questions'))).questions
    const { version } = listed.find((one: { id: string }) => one.id === id).review
    const noted = await as('editor', 'PATCH', `/api/staff/questions/${id}`, { body: { note: everything, version } })
    expect(noted.status).toBe(200)
    pages.push(`/staff/questions/${id}`)
  }
  for (const state of ['published', 'draft']) {
    const body = {
      answer: everything,
      wordings: hostile,
      clauses: [{ notice: 'medical-2025', clause: '1.2.1' }],
      question: questions[0].id,
      state,
    }
    const made = await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body }))
    pages.push(`/staff/faqs/${made.id}`)
  }
  await as('admin', 'PUT', '/api/staff/switches', {
    body: { name: 'telegram', off: true, reason: everything.slice(0, 200) },
  })
  pages.push(
    '/staff',
    '/staff/questions?queue=all&review=any',
    '/staff/questions?queue=disliked&view=questions&review=any',
    `/staff/questions?queue=all&q=${encodeURIComponent(hostile[1]!)}`,
    '/staff/faqs',
    '/staff/switches',
    '/staff/audit',
  )
})

/** What there would be on a page if a text had been taken for markup. */
const whatRuns = `({
  wasRun: 'wasRun' in window,
  handlers: document.querySelectorAll('[onerror], [onload], [onfocus], iframe, base, img[src=x]').length,
  scripts: [...document.scripts].filter(({ src }) => !src.startsWith(location.origin + '/assets/')).length,
  links: [...document.links].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
  styles: document.querySelectorAll('style, [style]').length,
})`

test('nothing that anybody has typed runs on any page of the console, and all of it is shown as it was typed', async () => {
  const { page, elsewhere, faults } = await openPage(browser, `${url}/staff/login`, desktop)
  await page.getByLabel('账号').fill(people.admin)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  expect(pages.length).toBeGreaterThan(20)
  for (const path of pages) {
    await page.goto(url + path)
    const found = await page.evaluate(whatRuns)
    expect(found, path).toEqual({ wasRun: false, handlers: 0, scripts: 0, links: 0, styles: 0 })
  }
  await page.goto(`${url}/staff/questions?queue=all&view=questions&review=any`)
  const shown = await page.locator('body').innerText()
  for (const text of hostile) expect(shown).toContain(`食堂${text}`)
  expect({ elsewhere, faults }).toEqual({ elsewhere: [], faults: [] })
})

test('nor does it run in the preview, nor when what was found is added to a form', async () => {
  const { page } = await openPage(browser, `${url}/staff/login`, desktop)
  await page.getByLabel('账号').fill(people.editor)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.goto(url + pages.find((path) => path.startsWith('/staff/faqs/'))!)
  await page.getByLabel('用这个提问预览').fill(`食堂${hostile[1]}`)
  await page.getByLabel('查找条款').fill(`发明专利${hostile[1]}`)
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('button', { name: '预览' }).click()
  await page.locator('[data-after] .said').first().waitFor()
  expect(await page.evaluate("'wasRun' in window")).toBe(false)
  expect(await page.locator('[data-after] script, [data-after] img, [data-after] svg').count()).toBe(0)
})

test('what staff have written does not run in the chat either', async () => {
  const { page } = await openPage(browser, url, desktop)
  await page.getByLabel('您的问题').fill('<img src=x onerror="window.wasRun=1">')
  await page.getByRole('button', { name: '发送' }).click()
  await page.locator('.reply').last().waitFor()
  expect(await page.evaluate("'wasRun' in window")).toBe(false)
})
