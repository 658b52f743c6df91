import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { jsonOf } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { staffApp } from '../../support/staff-app.ts'
import { openAsEditor } from '../../support/staff-notices.ts'

const staff = await staffApp()
const { as } = staff
const browser = await openBrowser()
const id = 'medical-center-2025'
const address = `/api/staff/programmes/${id}`
const held = () => jsonOf(as('editor', 'GET', address))
const change = async (edit: object) => {
  const { version } = await held()
  return as('editor', 'POST', `${address}/edits`, { body: { version, edit } })
}
const ask = { kind: 'claim', need: '设有专门的知识产权管理部门' }

describe('a programme that is written by hand', () => {
  test('words that no notice says are refused at once, and it is told why', async () => {
    const refused = await change({ edit: 'insert', part: 'criteria', quote: '须有一千件专利', ask })
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('哪一条都没有这句话')
  })

  test('what a change would make of a rule is told and not kept', async () => {
    const { version } = await held()
    const edit = { edit: 'limit', criterion: 'valid-invention-patents', at: [], bound: 'moreThan', value: 80 }
    const preview = await jsonOf(as('editor', 'POST', `${address}/edits/preview`, { body: { edit } }))
    expect(preview).toMatchObject({ required: expect.stringContaining('超过80件'), unnamed: [80] })
    expect(preview.prompts[0].examples).toContainEqual({ answer: '80件', status: 'unmet' })
    expect((await held()).version).toBe(version)
  })

  test('every part stands on the page beside the words it rests on', async () => {
    const page = await (await as('editor', 'GET', `/staff/programmes/${id}`)).text()
    const { document } = await held()
    for (const { text } of [...document.commitments, ...document.preparation, ...document.support.restrictions])
      expect(page).toContain(text.slice(0, 12))
    for (const section of ['window', 'criteria', 'preferences', 'support', 'commitments', 'preparation', 'facts'])
      expect(page).toContain(`id="${section}"`)
    const read = await (await as('reviewer', 'GET', `/staff/programmes/${id}`)).text()
    expect(read).not.toContain('data-edit')
  })

  test('a condition is added in the browser from a clause that is picked, seen before it is saved', async () => {
    const page = await openAsEditor(browser, staff, `/staff/programmes/${id}`)
    await page.locator('#insert-criteria > summary').click()
    const form = page.locator('#insert-criteria form')
    const option = form.locator('option', { hasText: '有效发明专利达到100件以上' })
    await option.first().waitFor({ state: 'attached' })
    await form.locator('[data-pick]').selectOption(await option.first().getAttribute('value'))
    await form.locator('[data-live] .rule-cases').first().waitFor()
    expect(await form.locator('[data-live]').innerText()).toContain('99件：✗ 不符合')
    await form.locator('[name="ask.kind"]').selectOption('int')
    await fill(form.page(), { 'ask.label': '发明专利', 'ask.unit': '件', 'ask.value': '100', title: '又一个条件' })
    await form.locator('[data-live] .rule-cases').first().waitFor()
    await form.locator('button[type=submit]').click()
    await page.getByRole('heading', { name: '又一个条件' }).waitFor()
    const { document } = await held()
    expect(document.criteria.at(-1)).toMatchObject({ title: '又一个条件', condition: { atLeast: 100 } })
    await page.close()
  }, 120_000)
})

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields))
    await page.locator(`#insert-criteria [name="${name}"]:enabled`).fill(value)
}
