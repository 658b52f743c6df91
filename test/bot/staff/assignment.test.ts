import { describe, expect, test } from 'vitest'
import { setDisabled } from '../../../services/staff/change-account.ts'
import { addAccount } from '../../../services/staff/accounts.ts'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage } from '../../support/chat-page.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

const { assistant, url, say, as } = await staffApp()
const browser = await openBrowser()

type Review = {
  status: string
  note: string
  tags: string[]
  assignee: string | null
  version: number
  reviewer: string
}
type Question = { id: string; question: string; group: number; review: Review }
const questions = async (query = ''): Promise<Question[]> =>
  (await jsonOf(as('reviewer', 'GET', `/api/staff/questions${query}`))).questions
const asked = async (question: string): Promise<Question> => {
  await say(question)
  return (await questions())[0]!
}
const change = ({ id }: Question, body: object, role: 'reviewer' | 'editor' = 'reviewer') =>
  as(role, 'PATCH', `/api/staff/questions/${encodeURIComponent(id)}`, { body })
const texts = (list: Question[]) => list.map(({ question }) => question)

describe('a group of questions', () => {
  test('is tagged in the words of staff and assigned, without counting as reviewed', async () => {
    const question = await asked('大楼里有自动取款机吗')
    const { review }: Question = await jsonOf(
      change(question, { tags: [' 大楼 ', '大楼', '请  打电话13812345678'], assignee: people.editor, version: 1 }),
    )
    expect(review).toMatchObject({ status: 'new', assignee: people.editor, version: 2, reviewer: null })
    expect(review.tags).toEqual(['大楼', expect.stringMatching(/^请 打电话(?!.*138)/u)])
    const cleared: Question = await jsonOf(change(question, { tags: [], assignee: null, version: 2 }))
    expect(cleared.review).toMatchObject({ tags: [], assignee: null, version: 3 })
  })

  test('is found by its tag, by whom it is assigned to, and as one that nobody looks after', async () => {
    const mine = await asked('传达室收快递吗')
    const other = await asked('院子里能停自行车吗')
    await change(mine, { tags: ['收发'], assignee: people.reviewer, version: mine.review.version })
    await change(other, { tags: ['收发', '停车'], version: other.review.version })
    const found = async (query: Record<string, string>) =>
      texts(await questions(`?${new URLSearchParams(query).toString()}`))
    expect(await found({ tag: '收发' })).toEqual(['院子里能停自行车吗', '传达室收快递吗'])
    expect(await found({ tag: '停车' })).toEqual(['院子里能停自行车吗'])
    expect(await found({ assignee: '@me' })).toEqual(['传达室收快递吗'])
    expect(await found({ assignee: people.reviewer })).toEqual(['传达室收快递吗'])
    expect(await found({ assignee: '@nobody', tag: '收发' })).toEqual(['院子里能停自行车吗'])
    const exported = await (await as('reviewer', 'GET', '/api/staff/export.json?assignee=%40me')).text()
    expect(exported).toContain('"tags":["收发"]')
    expect(exported).not.toContain('院子里能停自行车吗')
  })

  test('is assigned to nobody who may not sign in', async () => {
    const question = await asked('走廊里有饮水机吗')
    const { db } = assistant
    await addAccount(db, '小郑', password, 'reviewer')
    await setDisabled(db, '小郑', true)
    for (const assignee of ['小郑', '没有这个人']) {
      const refused = await change(question, { assignee, version: question.review.version })
      expect(refused.status, assignee).toBe(400)
      expect(await jsonOf(refused)).toMatchObject({ errors: [{ path: 'assignee' }] })
    }
    expect((await questions())[0]!.review).toEqual(question.review)
  })

  test('is not tagged over what somebody else has changed meanwhile: 409 has both', async () => {
    const question = await asked('大厅里能充电吗')
    const { version } = question.review
    await change(question, { tags: ['大厅'], version })
    const late = await change(question, { tags: ['充电'], assignee: people.editor, version }, 'editor')
    expect(late.status).toBe(409)
    expect(await jsonOf(late)).toMatchObject({
      stored: { tags: ['大厅'], assignee: null, version: version + 1 },
      submitted: { tags: ['充电'], assignee: people.editor },
    })
  })

  test('keeps its tags when it is split, and gives them to the group it is put into', async () => {
    const one = await asked('门口有地方坐吗')
    const other = await asked('周末有人值班吗')
    await change(one, { tags: ['门口'], assignee: people.editor, version: one.review.version })
    await change(other, { tags: ['值班'], version: other.review.version })
    const version = other.review.version
    const body = { into: other.group, version: one.review.version + 1 }
    await as('editor', 'POST', `/api/staff/groups/${one.group}/merge`, { body })
    const [merged] = await questions(`?group=${other.group}`)
    expect(merged!.review).toMatchObject({ tags: ['值班', '门口'], assignee: people.editor })
    const split = { texts: ['门口有地方坐吗'], version: version + 2 }
    const { group } = await jsonOf(as('editor', 'POST', `/api/staff/groups/${other.group}/split`, { body: split }))
    const [made] = await questions(`?group=${group}`)
    expect(made!.review).toMatchObject({ tags: ['值班', '门口'], assignee: people.editor })
  })

  test('is assigned to nobody once the account is gone', async () => {
    const question = await asked('一楼有复印机吗')
    await addAccount(assistant.db, '小孙', password, 'reviewer')
    await change(question, { assignee: '小孙', version: question.review.version })
    await assistant.db.deleteFrom('staff_account').where('name', '=', '小孙').execute()
    expect((await questions())[0]!.review.assignee).toBeNull()
  })
})

async function open(path: string) {
  const { page } = await openPage(browser, `${url}/staff/login`, desktop)
  await page.getByLabel('账号').fill(people.reviewer)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.goto(url + path)
  return page
}

test('on its own page a group is assigned and tagged at once, and what was done is told there', async () => {
  const question = await asked('楼顶能上去吗')
  const address = `/staff/questions/${encodeURIComponent(question.id)}`
  const page = await open(address)
  await page.getByLabel('分派给').selectOption({ label: people.editor })
  await page.getByText(`已分派给 ${people.editor}`).waitFor()
  await page.getByLabel('加标签').fill('大楼、安全')
  await page.getByLabel('加标签').press('Enter')
  await page.getByRole('button', { name: '去掉标签：安全' }).waitFor()
  await page.getByRole('button', { name: '去掉标签：大楼' }).click()
  await page.getByText('标签已去掉').waitFor()
  expect((await questions())[0]!.review).toMatchObject({ tags: ['安全'], assignee: people.editor })
  await page.goto(url + address)
  expect(await page.getByLabel('分派给').inputValue()).toBe(people.editor)
  await page.getByText('这一组的经过').click()
  expect(await page.locator('.history').innerText()).toMatch(/加减标签[^]*分派提问/u)

  // Somebody else is first: what is there now is shown, and what was typed stays.
  const { version } = (await questions())[0]!.review
  await change(question, { tags: ['甲'], version }, 'editor')
  await page.getByLabel('加标签').fill('乙')
  await page.getByRole('button', { name: '加上' }).click()
  await page.getByText('没有保存：别人已经改过。').waitFor()
  expect(await page.locator('.late-note').innerText()).toContain('标签：甲')
  expect(await page.getByLabel('加标签').inputValue()).toBe('乙')
  await page.getByRole('button', { name: '加上' }).click()
  await page.getByRole('button', { name: '去掉标签：乙' }).waitFor()
  expect((await questions())[0]!.review.tags).toEqual(['甲', '乙'])
})

test('in the list several are assigned and tagged together, and filters stay in the address', async () => {
  for (const text of ['食堂有素菜吗', '大堂有雨伞借吗']) await asked(text)
  const page = await open('/staff/questions?q=有')
  for (const text of ['食堂有素菜吗', '大堂有雨伞借吗']) await page.getByLabel(`选中：${text}`).check()
  await page.locator('#bulk').getByLabel('加标签').fill('后勤')
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '给选中的加上' }).click()])
  for (const text of ['食堂有素菜吗', '大堂有雨伞借吗']) await page.getByLabel(`选中：${text}`).check()
  await Promise.all([page.waitForEvent('load'), page.getByLabel('选中的分派给').selectOption({ label: '我' })])
  await page.locator('.asked-item', { hasText: '食堂有素菜吗' }).getByRole('link', { name: '后勤' }).click()
  await page.waitForURL(/tag=/u)
  expect(new Set(await page.locator('.asked-text').allInnerTexts())).toEqual(
    new Set(['食堂有素菜吗', '大堂有雨伞借吗']),
  )
  await page.getByRole('link', { name: '只看分给我的' }).click()
  await page.waitForURL(/assignee=%40me/u)
  expect(page.url()).toContain('tag=')
  expect(await page.locator('.asked-item').first().innerText()).toContain(`分派给 ${people.reviewer}`)
  await page.getByRole('link', { name: '全部' }).click()
  await page.waitForURL(/queue=all/u)
  expect(page.url()).toMatch(/assignee=%40me/u)
})
