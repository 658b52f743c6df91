import { describe, expect, test } from 'vitest'
import { staffApp } from '../../support/staff-app.ts'

const { as } = await staffApp()

type Held = {
  id: string
  version: number
  state: string
  faults: { path: string; message: string }[]
  document: { criteria: { id: string; review?: string; condition: object }[] }
}
const json = async <T>(response: Promise<Response>): Promise<T> => (await response).json() as Promise<T>

describe('a programme that is drafted in the console', () => {
  test('the shipped ones are listed, each rule stands beside its clause with cases on both sides', async () => {
    expect(await (await as('reviewer', 'GET', '/staff/programmes')).text()).toContain(
      '上海市医疗卫生系统知识产权运营中心',
    )
    const page = await (await as('editor', 'GET', '/staff/programmes/medical-center-2025')).text()
    expect(page).toContain('有效发明专利达到100件以上')
    expect(page).toMatch(/100件：✓ 符合[\s\S]*99件：✗ 不符合/u)
  })

  test('an edit is kept under the next version, and one on an old version is late', async () => {
    const { version } = await json<Held>(as('editor', 'GET', '/api/staff/programmes/medical-center-2025'))
    const edit = { edit: 'limit', criterion: 'valid-invention-patents', at: [], bound: 'atLeast', value: 120 }
    const saved = await as('editor', 'POST', '/api/staff/programmes/medical-center-2025/edits', {
      body: { version, edit },
    })
    expect(saved.status).toBe(200)
    const late = await as('editor', 'POST', '/api/staff/programmes/medical-center-2025/edits', {
      body: { version, edit },
    })
    expect(late.status).toBe(409)
    const page = await (await as('editor', 'GET', '/staff/programmes/medical-center-2025')).text()
    expect(page).toMatch(/120件：✓ 符合[\s\S]*119件：✗ 不符合/u)
  })

  test('what is published is what units are held against from then on', async () => {
    const { version, faults } = await json<Held>(as('editor', 'GET', '/api/staff/programmes/medical-center-2025'))
    expect(faults).toEqual([])
    const published = await as('editor', 'POST', '/api/staff/programmes/medical-center-2025/publish', {
      body: { version },
    })
    expect(published.status).toBe(200)
    const body = { answers: { validInventionPatents: 110 } }
    const { criteria } = await json<{ criteria: { id: string; status: string }[] }>(
      as('editor', 'POST', '/api/programmes/medical-center-2025/check', { body }),
    )
    expect(criteria.find(({ id }) => id === 'valid-invention-patents')!.status).toBe('unmet')
    expect(await (await as('editor', 'GET', '/staff/programmes')).text()).toContain('使用中')
  })

  test('a change that suits nothing there is refused in words, and a reviewer may read but not write', async () => {
    const { version } = await json<Held>(as('editor', 'GET', '/api/staff/programmes/medical-center-2025'))
    const body = { version, edit: { edit: 'bind', criterion: 'inventory-rate', at: [], as: 'any' } }
    const refused = await as('editor', 'POST', '/api/staff/programmes/medical-center-2025/edits', { body })
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('这里不能这样改')])
    expect((await as('reviewer', 'POST', '/api/staff/programmes/medical-center-2025/edits', { body })).status).toBe(403)
    expect(await (await as('reviewer', 'GET', '/staff/programmes/medical-center-2025')).text()).not.toContain(
      'data-edit',
    )
  })

  test('a notice that opens nothing is told so', async () => {
    const response = await as('editor', 'POST', '/api/staff/programmes/drafts', { body: { notice: 'review-2024' } })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('没有读出申报条件')])
  })
})
