import { expect, test } from 'vitest'
import type { DraftJson } from '../../../bot/notice-desk/draft-json.ts'
import { approvedStatements } from '../../../knowledge/indexing/store-statements.ts'
import { textOf } from '../../services/drafting/notices.ts'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { databaseEnvironment } from '../../support/run-command.ts'
import { startCommand } from '../../support/start-command.ts'
import { staffApp } from '../../support/staff-app.ts'
import { openAsEditor, sendNotice } from '../../support/staff-notices.ts'
import { temporaryDirectory } from '../../support/database.ts'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const staff = await staffApp({ today: () => '2026-09-01' })
const { as, assistant, database } = staff
const browser = await openBrowser()
const folder = temporaryDirectory()

type Held = { id: string; version: number; state: string; faults: object[]; document: { window: { closes: string } } }
const held = async (id: string): Promise<Held> => jsonOf(as('reviewer', 'GET', `/api/staff/programmes/${id}`))
const act = async (id: string, what: string, more: object = {}) =>
  as('editor', 'POST', `/api/staff/programmes/${id}/${what}`, { body: { version: (await held(id)).version, ...more } })
const edit = (id: string, change: object) => act(id, 'edits', { edit: change })

const publishDraft = ({ id, version }: DraftJson) =>
  as('editor', 'POST', `/api/staff/notices/${id}/publish`, { body: { version } })

let notice = ''
let programme = ''

test('an older version of a self-check is put in use again from its page', { timeout: 120_000 }, async () => {
  notice = (await jsonOf(publishDraft(await sendNotice(staff, textOf('binhai-2026'))))).notice
  const listed: { id: string; notice: string }[] = await jsonOf(as('reviewer', 'GET', '/api/staff/programmes'))
  programme = listed.find((one) => one.notice === notice)!.id
  await edit(programme, { edit: 'window', closes: '2026-09-30' })
  expect((await act(programme, 'publish')).status, JSON.stringify((await held(programme)).faults)).toBe(200)
  await edit(programme, { edit: 'title', criterion: 'c1', title: '谁可以申报' })
  expect((await act(programme, 'publish')).status).toBe(200)

  const { versions } = await jsonOf(as('reviewer', 'GET', `/api/staff/programmes/${programme}/versions`))
  expect(versions).toHaveLength(2)
  const page = await openAsEditor(browser, staff, `/staff/programmes/${programme}`)
  await page.getByText('以前发布的版本（2）').click()
  await page.getByRole('button', { name: '恢复这一版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
  await page.getByText('有改动，未发布').waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.locator('#confirm-yes').click()
  await page.getByText('使用中').waitFor()
  expect(await page.getByRole('heading', { name: '谁可以申报' }).count()).toBe(0)
  expect((await act(programme, 'restore', { change: 999_999 })).status).toBe(404)
})

test('npm run check knows what staff have put in use', { timeout: 120_000 }, async () => {
  const file = join(folder, 'answers.json')
  writeFileSync(file, '{}')
  const { ended, printed } = startCommand('check', databaseEnvironment(database), { args: [programme, file] })
  expect([await ended, printed.err]).toEqual([2, ''])
  expect(JSON.parse(printed.out)).toMatchObject({ programme, verdict: 'undetermined' })
})

test(
  'sentences of an added notice are said once somebody has approved them, one or all',
  { timeout: 120_000 },
  async () => {
    const path = `/api/staff/notices/${notice}/wordings`
    const wordings = async (): Promise<{ id: string; text: string; isApproved: boolean }[]> =>
      (await jsonOf(as('reviewer', 'GET', path))).wordings
    const all = await wordings()
    expect(all.length).toBeGreaterThan(3)
    expect(all.some(({ isApproved }) => isApproved)).toBe(false)
    expect((await as('reviewer', 'POST', path, { body: { approve: [all[0]!.id] } })).status).toBe(403)

    const page = await openAsEditor(browser, staff, '/staff/notices')
    await page.locator(`[data-notice="${notice}"]`).getByRole('link', { name: '核对说法' }).click()
    await page.getByRole('button', { name: '认可', exact: true }).first().click()
    await page.getByText(`还有${all.length - 1}句没有核对`).waitFor()
    expect((await approvedStatements(assistant.db)).map(({ id }) => id)).toEqual([all[0]!.id])
    await page.getByRole('button', { name: /全部认可/u }).click()
    await page.getByText('都已认可').waitFor()
    await page.getByRole('button', { name: '撤回' }).first().click()
    await page.getByText('还有1句没有核对').waitFor()
    expect((await wordings()).filter(({ isApproved }) => !isApproved).map(({ id }) => id)).toEqual([all[0]!.id])
  },
)

test('the impact of a successor tells the self-check that it would bring', { timeout: 120_000 }, async () => {
  const next = textOf('binhai-2026').replaceAll('2026', '2027').replace('有效发明专利50件以上', '有效发明专利60件以上')
  const draft = await sendNotice(staff, next.replace('滨知发〔2027〕27号', '滨知发〔2027〕30号'))
  const told: DraftJson = await jsonOf(
    as('editor', 'PATCH', `/api/staff/notices/${draft.id}/draft`, {
      body: { version: draft.version, relation: { as: 'replaces', of: notice } },
    }),
  )
  const { programmes } = await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${told.id}/impact`))
  expect(programmes.map(({ text }: { text: string }) => text).join('\n')).toMatch(
    /起草.*接替自查：照旧\d+条，改了[1-9]/u,
  )
})

test('an edition that is taken back is a draft again, mends and all', { timeout: 120_000 }, async () => {
  const corrected = await sendNotice(
    staff,
    textOf('binhai-2026').replace('有效发明专利50件以上', '有效发明专利80件以上'),
  )
  const told: DraftJson = await jsonOf(
    as('editor', 'PATCH', `/api/staff/notices/${corrected.id}/draft`, {
      body: {
        version: corrected.version,
        relation: { as: 'correction', of: notice },
        metadata: { issuer: '滨海市知识产权中心' },
      },
    }),
  )
  expect((await publishDraft(told)).status).toBe(200)
  const page = await openAsEditor(browser, staff, '/staff/notices')
  await page.locator(`[data-notice="${notice}"]`).getByRole('button', { name: '退回上一版' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await page.waitForURL(/\/staff\/notices\/draft-/u)
  const again: DraftJson = await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${page.url().split('/').at(-1)!}`))
  expect(again).toMatchObject({ fileName: '通知.txt', notice, relation: { as: 'correction', of: notice } })
  expect(again.metadata.issuer).toMatchObject({ value: '滨海市知识产权中心', readFrom: { from: 'given' } })
  expect(again.source).toContain('有效发明专利80件以上')
  expect((await publishDraft(again)).status).toBe(200)
})
