import { expect, test } from 'vitest'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { textOf } from '../../services/drafting/notices.ts'
import { jsonOf, post } from '../../support/app.ts'
import { staffApp } from '../../support/staff-app.ts'
import { publishNotice } from '../../support/staff-notices.ts'

const staff = await staffApp({ today: () => '2027-08-20' })
const { url, as } = staff

type Held = {
  id: string
  version: number
  state: string
  faults: { path: string; message: string }[]
  document: { amendments?: string[]; criteria: { id: string; quote: string; notice?: string; condition: object }[] }
  carried?: { rules: { part: string; id: string; outcome: string; before?: string; now?: string }[] }
}
const held = async (id: string): Promise<Held> => jsonOf(as('reviewer', 'GET', `/api/staff/programmes/${id}`))
const listed = async (): Promise<{ id: string; notice: string }[]> =>
  jsonOf(as('reviewer', 'GET', '/api/staff/programmes'))
const edit = async (id: string, change: object) =>
  (
    await as('editor', 'POST', `/api/staff/programmes/${id}/edits`, {
      body: { version: (await held(id)).version, edit: change },
    })
  ).status
const publish = async (id: string) =>
  (await as('editor', 'POST', `/api/staff/programmes/${id}/publish`, { body: { version: (await held(id)).version } }))
    .status
const check = async (id: string, answers: object): Promise<Assessment> =>
  jsonOf(post(`${url}/api/programmes/${id}/check`, { answers }))

const call = textOf('binhai-2026').replace(/2026/gu, '2027')
const office = '滨海市知识产权局'
const letter = (number: string, title: string, body: string, day: string) =>
  `${office}\n\n滨知发〔2027〕${number}号\n\n${title}\n\n各有关单位：\n\n${body}\n\n${office}\n\n${day}\n`

let [notice, programme] = ['', '']

test('a notice and its self-check are put in use', { timeout: 120_000 }, async () => {
  notice = await publishNotice(staff, call)
  programme = (await listed()).find((one) => one.notice === notice)!.id
  for (const { path } of (await held(programme)).faults) {
    const [part, at] = path.split('.')
    if (part === 'window') await edit(programme, { edit: 'window', closes: '2027-09-30' })
    else if (part === 'criteria')
      await edit(programme, { edit: 'settle', part, id: (await held(programme)).document.criteria[Number(at)]!.id })
  }
  expect(await publish(programme), JSON.stringify((await held(programme)).faults)).toBe(200)
})

let limited = ''
let amending = ''
let reviewed = 0
test('an answer is written on the condition', async () => {
  const { clauses } = await jsonOf(as('reviewer', 'GET', `/api/notices/${notice}`))
  const { id } = (clauses as { id: string; text: string }[]).find(({ text }) => text.includes('有效发明专利50件以上'))!
  const body = { answer: '够。', wordings: ['滨海市五十件专利够不够格'], clauses: [{ notice, clause: id }] }
  reviewed = (await jsonOf(as('editor', 'POST', '/api/staff/faqs', { body: { ...body, state: 'published' } }))).id
  expect(reviewed).toBeGreaterThan(0)
})

test(
  'a notice that amends it leaves open what it changes, and lays the new rule before staff',
  { timeout: 120_000 },
  async () => {
    const rule = (await held(programme)).document.criteria.find(({ quote }) => quote.includes('有效发明专利50件以上'))!
    limited = rule.id
    amending = await publishNotice(
      staff,
      letter(
        '40',
        '关于申报条件有关事项的补充通知',
        '将申报条件中“有效发明专利50件以上”修改为“有效发明专利40件以上”。',
        '2027年8月19日',
      ),
      { as: 'amends', of: notice },
    )
    const found = (await check(programme, {})).criteria.find(({ id }) => id === limited)!
    expect(found.status).toBe('unknown')
    expect(found.note).toMatch(/正在核对.*50件以上.*40件以上/u)
    expect(await listed()).toHaveLength((await listed()).filter(({ notice: of }) => of === notice).length + 4)
    const { state, carried, document } = await held(programme)
    expect(state).toBe('carried')
    expect(carried!.rules).toMatchObject([{ part: 'criteria', id: limited, outcome: 'changed' }])
    const now = document.criteria.find(({ id }) => id === limited)!
    expect(JSON.stringify(now.condition)).toContain('40')
    expect(now.quote).toContain('修改为“有效发明专利40件以上”')
  },
)

test('what is answered from the changed clause leads with the new words, and a reviewed answer on it returns', async () => {
  const { replies } = await jsonOf(
    post(`${url}/api/chat`, { message: '2027年滨海市的申报，有效发明专利要多少件以上？' }),
  )
  const [{ text, citations }] = replies as [{ text: string; citations: { notice: string }[] }]
  expect(text).toMatch(/^已修改：.*40件以上[\s\S]*修改以前的规定：[\s\S]*50件以上/u)
  expect(citations[0]!.notice).toBe(amending)
  const { faqs } = await jsonOf(as('reviewer', 'GET', '/api/staff/faqs'))
  const { state, returnedBecause } = (faqs as { id: number; state: string; returnedBecause: string | null }[]).find(
    ({ id }) => id === reviewed,
  )!
  expect([state, returnedBecause]).toEqual(['returned', expect.stringContaining('已由')])
})

test('once they have accepted it, it is held, by the clause that changes it', { timeout: 120_000 }, async () => {
  expect(await edit(programme, { edit: 'settle', part: 'criteria', id: limited })).toBe(200)
  expect(await publish(programme), JSON.stringify((await held(programme)).faults)).toBe(200)
  const { warning, criteria } = await check(programme, {})
  expect(warning).toBeUndefined()
  const { required, source } = criteria.find(({ id }) => id === limited)!
  expect(required).toMatch(/40 ?件/u)
  expect(source.notice).not.toBe(notice)
  expect((await held(programme)).state).toBe('published')
})

test('taken back, it gives way to the rule before it', { timeout: 120_000 }, async () => {
  const { inUse } = await jsonOf(as('reviewer', 'GET', '/api/staff/notices'))
  const { version } = inUse.find(({ id }: { id: string }) => id === amending)
  expect((await as('editor', 'POST', `/api/staff/notices/${amending}/rollback`, { body: { version } })).status).toBe(
    200,
  )
  expect((await check(programme, {})).criteria.find(({ id }) => id === limited)!.status).toBe('unknown')
  const { document, faults, state } = await held(programme)
  expect([state, faults]).toEqual(['carried', []])
  expect(document.criteria.find(({ id }) => id === limited)!.quote).toContain('有效发明专利50件以上')
  expect(await publish(programme)).toBe(200)
  expect((await check(programme, {})).criteria.find(({ id }) => id === limited)!.required).toMatch(/50 ?件/u)
})

test('a notice that repeals it closes it by its clause', { timeout: 120_000 }, async () => {
  const title = /关于.*?通知/u.exec(call.replace(/\n/gu, ''))![0]
  await publishNotice(
    staff,
    letter('41', `关于废止《${title}》的通知`, `经研究，决定废止《${title}》。`, '2027年8月20日'),
    {
      as: 'replaces',
      of: notice,
    },
  )
  const { window, canApplyNow } = await check(programme, {})
  expect(window).toMatchObject({ status: 'closed', repealed: true })
  expect(canApplyNow).toBe(false)
})
