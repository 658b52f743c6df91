import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { shenjiangText } from '../../knowledge/importing/shenjiang.ts'
import { misfitsOf, violationsOf } from '../../support/audit-page.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, lastReply, openPage, say, smallPhone } from '../../support/chat-page.ts'
import { serveChineseFont } from '../../support/chinese-font.ts'
import { staffApp } from '../../support/staff-app.ts'
import type { Role } from '../../../services/staff/role.ts'

const { url, cookies } = await staffApp()
const browser = await openBrowser()

async function open(path: string, role: Role = 'editor', options = desktop) {
  const watched = await openPage(browser, `${url}/healthz`, options)
  const [name, value] = cookies.get(role)!.split('=') as [string, string]
  await watched.page.context().addCookies([{ name, value, url }])
  await watched.page.goto(url + path)
  return watched
}

const files = (...sent: [name: string, text: string][]) =>
  sent.map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }))

/** Sends a file and opens its draft. */
async function draft(page: Page, name: string, text = shenjiangText): Promise<void> {
  await page.goto(`${url}/staff/notices`)
  await page.locator('#upload-files').setInputFiles(files([name, text]))
  await page.getByRole('link', { name: '去核对' }).click()
  await page.locator('#clauses').waitFor()
}

const line = (page: Page, words: string) =>
  page.locator('.read').filter({ has: page.locator(':scope > .read-line', { hasText: words }) })
const tools = async (page: Page, words: string) => {
  await line(page, words).first().locator(':scope > .read-line [data-pick]').click()
  return line(page, words).first().locator(':scope > .read-tools')
}
const agree = (page: Page) => page.locator('#confirm-yes').click()
const question = '申江区科技创新券检验检测类最高支持多少'

test(
  'a file is sent, mended, weighed, published, asked about in chat and taken back, without a word of JSON',
  { timeout: 180_000 },
  async () => {
    const { page, faults, elsewhere } = await open('/staff/notices')
    const chat = await openPage(browser, url)
    await page.locator('#upload-files').setInputFiles(files(['创新券.txt', shenjiangText], ['坏.pdf', 'no PDF']))
    await page.getByRole('alert').filter({ hasText: 'PDF 文件已损坏，打不开' }).waitFor()
    await page.getByRole('link', { name: '去核对' }).click()
    const field = page.locator('[data-field=documentNumber]')
    expect(await field.innerText()).toContain('申江科委〔2026〕18号')
    await field.getByRole('button', { name: '看在哪里' }).click()
    expect(await page.locator('[data-read~=documentNumber].is-shown-here').innerText()).toBe('申江科委〔2026〕18号')

    const issuer = page.locator('[data-field=issuer]')
    await issuer.getByText('改', { exact: true }).click()
    await issuer.getByLabel('发文机关').fill('申江区科委')
    await issuer.getByRole('button', { name: '保存' }).click()
    await page.locator('[data-field=issuer]', { hasText: '您填的' }).waitFor()

    const clause = '与服务机构没有投资、隶属等关联关系'
    const panel = await tools(page, clause)
    await panel.getByText('分成两条').click()
    await panel
      .getByLabel('这一条的文字')
      .evaluate((area: { value: string; setSelectionRange(from: number, to: number): void }) => {
        const at = area.value.indexOf('签订')
        area.setSelectionRange(at, at)
      })
    await panel.getByRole('button', { name: '从光标处分开' }).click()
    await page.getByText('已改 1 处').waitFor()
    expect(await line(page, '签订的服务合同金额').last().locator(':scope > .read-line').innerText()).toMatch(
      /^签订的服务合同/,
    )
    await (await tools(page, '弄虚作假')).getByRole('button', { name: /^不收入/ }).click()
    await page.getByText('已改 2 处').waitFor()
    await page.getByRole('button', { name: '撤销最后一处' }).click()
    await page.getByText('已改 1 处').waitFor()

    await page.getByRole('button', { name: '看发布会改变什么' }).click()
    await page.getByText(/比较了 \d+ 个问题/).waitFor({ timeout: 90_000 })
    await say(chat.page, question)
    expect(await lastReply(chat.page).innerText()).not.toContain('10万元')
    await page.getByRole('button', { name: '现在发布' }).click()
    await agree(page)
    await page.waitForURL('**/staff/notices?published=*')
    const mine = page.locator('[data-notice]', { hasText: '科技创新券' })
    expect(await mine.innerText()).toContain('申江区科委')
    await say(chat.page, question)
    expect(await lastReply(chat.page).innerText()).toContain('10万元')

    await mine.getByRole('button', { name: '不再使用' }).click()
    await agree(page)
    await mine.waitFor({ state: 'detached' })
    await say(chat.page, question)
    expect(await lastReply(chat.page).innerText()).not.toContain('10万元')
    // The browser notes the file that was refused.
    expect(faults).toEqual([expect.stringContaining('400')])
    expect([...elsewhere, ...chat.elsewhere]).toEqual([])
  },
)

describe('a draft', () => {
  test('of which somebody else has saved a change is not saved over: both are shown', async () => {
    const { page } = await open('/staff/notices')
    await draft(page, '两人.txt')
    const other = await open(new URL(page.url()).pathname, 'admin')
    for (const [who, name] of [
      [other.page, '乙机关'],
      [page, '甲机关'],
    ] as const) {
      await who.locator('[data-field=issuer] summary').click()
      await who.getByLabel('发文机关').fill(name)
      await who.locator('[data-field-form=issuer]').getByRole('button', { name: '保存' }).click()
      await who.locator('[data-field=issuer]', { hasText: '乙机关' }).waitFor()
    }
    await page.locator('#late [data-stored]', { hasText: '乙机关' }).waitFor()
    expect(await page.locator('#late [data-submitted]').innerText()).toContain('甲机关')
  })

  test('that carries the number of a notice in use asks what it is before it is published', async () => {
    const { page } = await open('/staff/notices')
    const number = '沪知局促〔2025〕11号'
    await draft(page, '同号.txt', shenjiangText.replace('申江科委〔2026〕18号', number))
    await page.getByText(/文号与已收录的.*相同/).waitFor()
    await page.getByRole('button', { name: '现在发布' }).click()
    await agree(page)
    await page.locator('#fault', { hasText: '请先说明' }).waitFor()
    await page.getByLabel('修改它的一部分').check()
    await page.locator('#relation').getByRole('button', { name: '保存' }).click()
    await page.locator('.wording-list', { hasText: '修改《' }).first().waitFor()
    expect(await page.getByText(/文号与已收录的.*相同/).count()).toBe(0)
  })

  test('is scheduled for a day, and not any more', async () => {
    const { page } = await open('/staff/notices')
    await draft(page, '定时.txt')
    await page.getByText('到某一天再发布').click()
    await page.getByLabel('日期').last().fill('2030-03-05')
    await page.getByRole('button', { name: '定下来' }).click()
    await agree(page)
    await page.getByText('定于 2030年3月5日 发布。').waitFor()
    await page.getByRole('button', { name: '取消定时' }).click()
    await page.getByText('定于 2030年3月5日 发布。').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '删除草稿' }).click()
    await agree(page)
    await page.waitForURL('**/staff/notices')
  })

  test('is shown to a reviewer, who can change nothing', async () => {
    const { page } = await open('/staff/notices')
    await draft(page, '只看.txt')
    const { page: own } = await open(new URL(page.url()).pathname, 'reviewer')
    expect(await own.locator('[data-pick], #publish, [data-field-form]').count()).toBe(0)
    await own.goto(`${url}/staff/notices`)
    expect(await own.locator('#upload, [data-remove], [data-rollback]').count()).toBe(0)
  })
})

describe('the pages of the desk', () => {
  test.each(['light', 'dark'] as const)('keep to WCAG 2.2 AA and fit the narrowest phone: %s', async (colorScheme) => {
    const { page } = await open('/staff/notices', 'editor', { ...smallPhone, colorScheme })
    await serveChineseFont(page)
    const [sent] = [shenjiangText.replace('（三）近三年', '（五）近三年')]
    await page.goto(`${url}/staff/notices`)
    expect([...(await violationsOf(page)), ...(await misfitsOf(page))]).toEqual([])
    await draft(page, '看.txt', sent)
    await page.getByText(/中间缺号/).waitFor()
    const panel = await tools(page, '研发服务类')
    for (const words of ['分成两条', '换个位置', '读出的意思']) await panel.getByText(words).click()
    await page.setViewportSize({ width: 320, height: 568 })
    expect([...(await violationsOf(page)), ...(await misfitsOf(page))]).toEqual([])
  })
})
