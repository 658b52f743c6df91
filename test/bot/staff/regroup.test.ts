import { describe, expect, test } from 'vitest'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { desktop, openPage } from '../../support/chat-page.ts'
import { password, people, staffApp } from '../../support/staff-app.ts'

const { url, say, as } = await staffApp()
const browser = await openBrowser()

const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
type Question = { id: string; question: string; group: number; review: { version: number; status: string } }
const questions = async (query = ''): Promise<Question[]> =>
  (await jsonOf(as('reviewer', 'GET', `/api/staff/questions${query}`))).questions
const asked = async (question: string): Promise<Question> => {
  await say(question)
  return (await questions())[0]!
}
const versionOf = async (group: number): Promise<number> => (await questions(`?group=${group}`))[0]!.review.version
const merge = async (from: number, into: number) =>
  as('editor', 'POST', `/api/staff/groups/${from}/merge`, { body: { into, version: await versionOf(from) } })
const split = async (group: number, texts: string[]) =>
  as('editor', 'POST', `/api/staff/groups/${group}/split`, { body: { texts, version: await versionOf(group) } })
const lines = async (): Promise<string[]> =>
  (await (await as('editor', 'GET', '/api/staff/pairs.jsonl')).text()).trim().split('\n')

describe('groups that staff put together', () => {
  test('hold the questions of both, draw what means the same, and bring the answer along', async () => {
    const one = await asked('大楼里能充电吗')
    const other = await asked('开车来有地方加电吗')
    expect(other.group).not.toBe(one.group)
    const body = { answer: '地下一层能充电。', wordings: ['开车来有地方加电吗'], clauses, question: other.id }
    expect((await as('editor', 'POST', '/api/staff/faqs', { body })).status).toBe(201)
    expect(await jsonOf(merge(other.group, one.group))).toEqual({ group: one.group })
    expect((await questions(`?group=${one.group}`)).map(({ question }) => question)).toEqual([
      '开车来有地方加电吗',
      '大楼里能充电吗',
    ])
    expect((await questions(`?group=${one.group}`))[0]!.review.status).toBe('reviewed')
    expect((await asked('请问开车来有地方加电吗？')).group).toBe(one.group)
    expect((await asked('大楼里能充电吗？')).group).toBe(one.group)
    expect(await lines()).toContain(
      JSON.stringify({ about: 'bundled', same: true, one: '开车来有地方加电吗', other: '大楼里能充电吗' }),
    )
  })

  test('are taken apart again, and what means the same as either goes there', async () => {
    const [{ group } = { group: 0 }] = await questions('?q=充电')
    const { group: made } = await jsonOf(split(group, ['开车来有地方加电吗', '请问开车来有地方加电吗？']))
    expect(made).not.toBe(group)
    expect((await asked('开车来有地方加电吗')).group).toBe(made)
    expect((await asked('大楼里能充电吗')).group).toBe(group)
    expect((await lines()).at(-1)).toContain('"same":false')
  })

  const refused: [string, number, () => Promise<Response>][] = [
    ['all of a group', 400, async () => split((await asked('门口有共享单车吗')).group, ['门口有共享单车吗'])],
    [
      'what is not there',
      404,
      () => as('editor', 'POST', '/api/staff/groups/99999/merge', { body: { into: 1, version: 1 } }),
    ],
    [
      'by a reviewer',
      403,
      () => as('reviewer', 'POST', '/api/staff/groups/1/merge', { body: { into: 2, version: 1 } }),
    ],
  ]
  test.each(refused)('not %s', async (_title, status, act) => {
    expect((await act()).status).toBe(status)
  })

  test('not from what somebody else has changed meanwhile', async () => {
    const one = await asked('附近有银行吗')
    const other = await asked('哪里可以复印材料')
    const late = { into: other.group, version: one.review.version + 1 }
    expect((await as('editor', 'POST', `/api/staff/groups/${one.group}/merge`, { body: late })).status).toBe(409)
  })
})

test('an editor puts two groups together and takes them apart in the browser', async () => {
  const one = await asked('食堂几点开门？')
  const other = await asked('中午在哪里吃饭')
  const { page } = await openPage(browser, `${url}/staff/login`, desktop)
  await page.getByLabel('账号').fill(people.editor)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
  await page.waitForURL(`${url}/staff`)
  await page.goto(`${url}/staff/questions/${other.id}`)
  await page.getByText('并入意思相同的另一组').click()
  await page.getByLabel('查找别的组').fill('食堂')
  await page.locator('#find-groups').click()
  const near = page.locator('#near-groups li').filter({ hasText: '食堂几点开门' })
  await Promise.all([page.waitForEvent('load'), near.getByRole('button').click()])
  expect((await questions(`?group=${one.group}`)).map(({ question }) => question)).toContain('中午在哪里吃饭')
  await page.getByRole('checkbox', { name: '中午在哪里吃饭' }).check()
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '把勾选的分出去，另成一组' }).click()])
  expect((await questions('?q=吃饭'))[0]!.group).not.toBe(one.group)
})
