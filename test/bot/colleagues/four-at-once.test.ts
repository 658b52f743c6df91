import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { jsonOf, post } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { lastReply, phone, say } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const app = await realApp()
const browser = await openBrowser()
const center = 'medical-center-2025'

const answers = {
  isShanghaiMedicalInstitution: true,
  registeredInPatentSystem: true,
  inventoryCompleted: true,
  validInventionPatents: 120,
  inventoryRatePercent: 100,
  industrializationRatePercent: 12,
  incomeSince2023Wan: 520,
  hasEquityCase: false,
}

/** The machine may be busy with others. */
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 30_000 })

async function device(): Promise<Page> {
  const context = await browser.newContext(phone)
  onTestFinished(() => context.close())
  return context.newPage()
}

/** Makes the link of a group as its form proposes it. */
async function linkFor(owner: Page, group: string): Promise<string> {
  const links = owner.locator('input[id^=link-]')
  const before = await links.count()
  await owner.getByRole('button', { name: `生成链接：${group}` }).click()
  await eventually(() => links.count()).toBe(before + 1)
  return links.last().inputValue()
}

/** Answers whatever is asked, as this person knows it, until nothing is. */
async function answerAll(page: Page, link: string): Promise<void> {
  await page.goto(link)
  for (let asked = 0; await page.locator('form input[name=fact]').count(); asked += 1) {
    expect(asked).toBeLessThan(9)
    const fact = (await page.locator('form input[name=fact]').inputValue()) as keyof typeof answers
    const said = answers[fact]
    const field = page.locator('input[name=answer]')
    if (typeof said === 'boolean') await page.getByRole('button', { name: said ? '是' : '否', exact: true }).click()
    else {
      await field.fill(String(said))
      await field.press('Enter')
    }
    await page.waitForLoadState()
  }
  expect(await page.textContent('h1')).toContain('都答完了')
}

test('four people fill a check at once, its owner sees it on another device, and the verdict is the checker’s', async () => {
  const chat = await device()
  await chat.goto(app.url)
  await say(chat, `/check ${center}`)
  await say(chat, '请同事回答')
  await chat.getByRole('link', { name: '打开“请同事回答”' }).click()
  const owner = chat
  const groups = ['专利情况', '系统里的比率', '到账和经费', '单位和制度']
  const links: string[] = []
  for (const group of groups) links.push(await linkFor(owner, group))
  expect(new Set(links).size).toBe(4)

  const people = await Promise.all(links.map(device))
  await Promise.all(people.map((page, at) => answerAll(page, links[at]!)))

  await owner.reload()
  expect(await owner.getByText('都答完了', { exact: true }).count()).toBe(4)
  expect(await owner.textContent('#result')).toContain('申报条件全部符合')

  await owner.getByRole('link', { name: '回到自查' }).click()
  await eventually(() => owner.textContent('#log')).toContain('同事都答完了')
  await eventually(() => owner.textContent('#card')).toContain('520万元（财务处，11月21日）')
  await owner.locator('#card').getByRole('button', { name: '确认，看结果' }).click()
  const checked = await jsonOf(post(`${app.url}/api/programmes/${center}/check`, { answers }))
  expect(checked.verdict).toBe('eligible')
  await eventually(() => owner.textContent('#log')).toContain('（财务处，11月21日）')
  await eventually(() => lastReply(owner).textContent()).toContain('申报条件全部符合')
})
