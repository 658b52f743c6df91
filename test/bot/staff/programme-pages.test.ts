import { describe, expect, test } from 'vitest'
import type { ProgrammeImpact } from '../../../bot/programme-desk/programme-impact.ts'
import { staffApp } from '../../support/staff-app.ts'

const { as, assistant } = await staffApp()

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
    expect(page).toContain('原文里没有“120”，请核对。')
  })

  test('what publishing would change is told before: conditions, saved checks, answers', async () => {
    const programme = 'medical-center-2025'
    const answers = { validInventionPatents: 110, isShanghaiMedicalInstitution: true }
    const interview = { programme, answers, isConfirmed: false }
    for (const code of ['AAAA-AAAA', 'AAAA-BBBB'])
      await assistant.db
        .insertInto('shared_interview')
        .values({ code, interview: JSON.stringify(interview), updated_at: new Date() })
        .execute()
    const impact = await json<ProgrammeImpact>(as('editor', 'GET', `/api/staff/programmes/${programme}/impact`))
    expect(impact).toMatchObject({ isNew: false, savedChecks: 2 })
    expect(impact.rules).toEqual([
      expect.objectContaining({
        id: 'valid-invention-patents',
        before: expect.objectContaining({ required: expect.stringContaining('100件') }),
        after: expect.objectContaining({ required: expect.stringContaining('120件') }),
      }),
    ])
    expect(impact.turned).toEqual([{ before: 'undetermined', after: 'ineligible', count: 2 }])
    expect(impact.asked).toBeGreaterThan(0)
    // Nothing of it is in use.
    const { criteria } = await json<{ criteria: { id: string; status: string }[] }>(
      as('editor', 'POST', `/api/programmes/${programme}/check`, { body: { answers } }),
    )
    expect(criteria.find(({ id }) => id === 'valid-invention-patents')!.status).toBe('met')
  }, 120_000)

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
