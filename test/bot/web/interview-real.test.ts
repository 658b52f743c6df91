import { expect, test } from 'vitest'
import { openBrowser } from '../../support/browser.ts'
import { lastReply, openPage, phone, say, settled } from '../../support/chat-page.ts'
import { realApp } from '../../support/real-app.ts'

const { url } = await realApp()
const browser = await openBrowser()

test('on a phone an interview is completed by buttons and fields, with a question in the middle', async () => {
  const { page, faults, elsewhere } = await openPage(browser, url, phone)
  let turns = 0
  const press = async (name: string) => {
    await lastReply(page).getByRole('button', { name, exact: true }).click()
    await settled(page, (turns += 1))
  }
  const fill = async (value: string) => {
    await lastReply(page).locator('.number-field').fill(value)
    await press('确定')
  }
  await say(page, '我们医院能申报吗？')
  turns += 1
  await press('自查：2025年上海市医疗卫生系统知识产权运营中心')
  for (const answer of ['是', '上一题', '是', '是', '是']) await press(answer)
  await say(page, '要多少件有效发明专利？')
  turns += 1
  await fill('88')
  await fill('100')
  await fill('12.5')
  expect(await lastReply(page).getByRole('progressbar', { name: '自查进度' }).getAttribute('value')).toBe('6')
  await fill('10')
  await press('不清楚，跳过')
  expect(await lastReply(page).innerText()).toContain('有效发明专利：88件')
  await press('修改：有效发明专利')
  await fill('120')
  await press('确认，看结果')

  const card = page.getByRole('region', { name: '自查结果' })
  expect(await card.getByRole('heading', { level: 3 }).innerText()).toBe('还有条件待确认，暂不能判断')
  expect(await card.locator('.status').allInnerTexts()).toEqual(['符合', '符合', '符合', '符合', '待确认'])
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow).toBe(0)
  expect({ faults, elsewhere }).toEqual({ faults: [], elsewhere: [] })
})
