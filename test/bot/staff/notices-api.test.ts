import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { docxOf } from '../../knowledge/importing/docx-file.ts'
import { encodeGbk } from '../../knowledge/importing/html-file.ts'
import { shenjiangLines, shenjiangText } from '../../knowledge/importing/shenjiang.ts'
import { jsonOf } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { staffApp } from '../../support/staff-app.ts'
import type { DraftJson } from '../../../bot/notice-desk/draft-json.ts'
import type { Impact } from '../../../knowledge/importing/impact.ts'
import type { Shelf } from '../../../bot/notice-desk/shelf-json.ts'
import type { Role } from '../../../services/staff/role.ts'

const { url, cookies, as, say, assistant } = await staffApp()

type Content = string | Buffer | Uint8Array<ArrayBuffer>

function upload(name: string, content: Content, role: Role = 'editor', field = 'file'): Promise<Response> {
  const form = new FormData()
  form.append(field, new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return fetch(`${url}/api/staff/notices`, { method: 'POST', headers: { cookie: cookies.get(role)! }, body: form })
}
const drafted = async (name: string, content: Content): Promise<DraftJson> => {
  const response = await upload(name, content)
  expect(response.status).toBe(201)
  return jsonOf(response)
}
const patch = (draft: Pick<DraftJson, 'id' | 'version'>, body: object, role: Role = 'editor') =>
  as(role, 'PATCH', `/api/staff/notices/${draft.id}/draft`, { body: { version: draft.version, ...body } })
const publish = (draft: Pick<DraftJson, 'id' | 'version'>, body: object = {}) =>
  as('editor', 'POST', `/api/staff/notices/${draft.id}/publish`, { body: { version: draft.version, ...body } })
const shelf = async (): Promise<Shelf> => jsonOf(as('reviewer', 'GET', '/api/staff/notices'))
const inUse = async (id: string) => (await shelf()).inUse.find((notice) => notice.id === id)
const rollBack = async (id: string) =>
  as('editor', 'POST', `/api/staff/notices/${id}/rollback`, {
    body: { version: (await inUse(id))?.version ?? 'removed' },
  })
const answer = async (question: string) => (await say(question)).replies[0]!.text

const id = 'shenjiangkewei-2026-18'
const question = '申江区科技创新券检验检测类最高支持多少'

describe('a file that is sent', () => {
  test('becomes a draft that says what was read and from which words, and answers nothing yet', async () => {
    const draft = await drafted('申江创新券.docx', docxOf(shenjiangLines))
    expect(draft).toMatchObject({ notice: id, fileName: '申江创新券.docx', edits: [], warnings: [] })
    expect(draft.programmes).toMatchObject([{ notice: id }])
    expect(draft.metadata.documentNumber).toMatchObject({
      value: '申江科委〔2026〕18号',
      readFrom: { from: 'text', words: '申江科委〔2026〕18号', start: 0 },
    })
    const { start, end, words } = draft.metadata.issued!.readFrom
    expect(draft.source.slice(start, end)).toBe(words)
    expect(draft.metadata.issued!.value).toBe('2026-03-16')
    expect(draft.clauses.find(({ id: clause }) => clause === '3.2')!.text).toContain('最高不超过10万元')
    expect(draft.statements.some(({ clause, isSure }) => clause === '3.2' && isSure)).toBe(true)
    expect((await shelf()).drafts.map(({ id: own }) => own)).toContain(draft.id)
    expect(await inUse(id)).toBeUndefined()
    expect(await answer(question)).not.toContain('10万元')
  })

  const refused: [string, string, Content, RegExp][] = [
    ['a broken PDF', '坏.pdf', '%PDF-1.7 nothing', /坏\.pdf：PDF 文件已损坏/],
    ['an old Word file', '旧.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /另存为 \.docx/],
    ['an encrypted Word file', '锁.docx', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /加了密码/],
    ['a picture', '扫描.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), /是图片/],
    ['a file of zeros', '空白.txt', Buffer.alloc(500), /编码/],
    ['an empty file', '空.txt', '', /文件是空的/],
    ['a text of one line in GB18030', '短.txt', encodeGbk('关于申报的通知'), /没有读到中文正文/],
    ['a file of no type', '通知', shenjiangText, /不认识的文件类型/],
  ]
  test.each(refused)('%s is refused and named', async (_, name, content, words) => {
    const response = await upload(name, content)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    const problem = await jsonOf(response)
    expect(problem.detail).toMatch(words)
    expect(problem.errors).toEqual([{ path: 'file', message: expect.any(String) }])
  })

  test('beyond 20 MB is refused with the size that is taken', async () => {
    const response = await upload('很大.txt', Buffer.alloc(21 * 1024 * 1024, 32))
    expect(response.status).toBe(413)
    expect((await jsonOf(response)).detail).toBe('文件太大，最多 20 MB。')
  })

  test('in GB18030 is read', async () => {
    const draft = await drafted('国标.txt', encodeGbk(shenjiangText))
    expect(draft.notice).toBe(id)
    expect(draft.source).toContain('创新券')
  })

  test('is taken alone, as a file, from those who may write, and from no other site', async () => {
    expect((await upload('a.txt', shenjiangText, 'reviewer')).status).toBe(403)
    expect((await upload('a.txt', shenjiangText, 'editor', 'other')).status).toBe(400)
    const form = new FormData()
    for (const name of ['a.txt', 'b.txt']) form.append('file', new File([shenjiangText], name))
    const headers = { cookie: cookies.get('editor')! }
    const path = `${url}/api/staff/notices`
    expect((await fetch(path, { method: 'POST', headers, body: form })).status).toBe(400)
    expect((await fetch(path, { method: 'POST', body: form })).status).toBe(401)
    const broken = { ...headers, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await fetch(path, { method: 'POST', headers: broken, body: '--y\r\n' })).status).toBe(400)
    const foreign = { ...headers, 'sec-fetch-site': 'cross-site' }
    expect((await fetch(path, { method: 'POST', headers: foreign, body: form })).status).toBe(403)
  })
})

describe('a draft', () => {
  test('without a year is kept and asks for it before it is put in use', async () => {
    const text = `关于申报的通知\n${'一、申报对象\n本区企业和高校、科研院所。\n'.repeat(3)}`
    const draft = await drafted('某年.txt', text)
    expect(draft.missing.filter(({ isRequired }) => isRequired)).toEqual([
      { field: 'year', label: '年份', isRequired: true },
    ])
    const early = await publish(draft)
    expect(early.status).toBe(400)
    expect((await jsonOf(early)).errors).toEqual([{ path: 'year', message: '没有读出年份，发布以前要填上。' }])
    const told: DraftJson = await jsonOf(patch(draft, { metadata: { year: 2026, issuer: '申江区科委' } }))
    expect(told.metadata.year).toMatchObject({ value: 2026, readFrom: { from: 'given' } })
    expect(told.missing).toEqual([])
  })

  test('is mended by a list of edits that is kept, and every word of it stays', async () => {
    const draft = await drafted('改.txt', shenjiangText)
    const edits = [
      { do: 'move', clause: '6', under: '5' },
      { do: 'leave-out', clause: '4.3' },
    ]
    const mended: DraftJson = await jsonOf(patch(draft, { edits }))
    expect(mended.edits).toEqual(edits)
    expect(mended.clauses.find(({ text }) => text.startsWith('六、'))).toMatchObject({ id: '5.6', parent: '5' })
    expect(mended.clauses.find(({ id: clause }) => clause === '4.3')!.kind).toBe('furniture')
    expect(await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${draft.id}`))).toEqual(mended)
    const unfit = await patch(mended, { edits: [...edits, { do: 'join', clause: '9.9' }] })
    expect(unfit.status).toBe(400)
    expect((await jsonOf(unfit)).errors[0].path).toBe('edits.2')
  })

  test('takes what a person says of it, also that it has no such thing, and goes back to what was read', async () => {
    const draft = await drafted('文号.txt', shenjiangText)
    const none: DraftJson = await jsonOf(patch(draft, { metadata: { documentNumber: '', issued: '2026-04-01' } }))
    expect(none.metadata.documentNumber).toBeUndefined()
    expect(none.metadata.issued!.value).toBe('2026-04-01')
    const back: DraftJson = await jsonOf(patch(none, { metadata: { documentNumber: null, issued: null } }))
    expect(back.metadata).toEqual(draft.metadata)
    expect((await patch(back, { metadata: { issued: '2026-02-30' } })).status).toBe(400)
    expect((await patch(back, {})).status).toBe(400)
  })

  test('that is read to repeal a notice does so unless somebody says otherwise', async () => {
    const { title } = assistant.services.notices.find('review-2024')!
    const text = shenjiangText.replace('六、联系方式', `《${title}》同时废止。\n六、联系方式`)
    const draft = await drafted('废止.txt', text)
    expect(draft.replaces).toEqual([{ id: 'review-2024', title }])
    const other: DraftJson = await jsonOf(patch(draft, { relation: { as: 'other', of: 'review-2024' } }))
    expect(other).toMatchObject({ replaces: [], amends: [] })
    const amending: DraftJson = await jsonOf(patch(other, { relation: { as: 'amends', of: 'review-2024' } }))
    expect(amending).toMatchObject({ replaces: [], amends: [{ id: 'review-2024' }] })
  })

  test('is not saved over what somebody else has saved meanwhile: 409 has both', async () => {
    const draft = await drafted('两人.txt', shenjiangText)
    expect((await patch(draft, { metadata: { issuer: '甲' } })).status).toBe(200)
    const late = await patch(draft, { metadata: { issuer: '乙' } }, 'admin')
    expect(late.status).toBe(409)
    expect(await jsonOf(late)).toMatchObject({
      stored: { id: draft.id, version: 2, given: { issuer: '甲' } },
      submitted: { metadata: { issuer: '乙' } },
    })
    expect((await publish(draft)).status).toBe(409)
    const drop = (version: number) => as('editor', 'DELETE', `/api/staff/notices/${draft.id}?version=${version}`)
    expect((await drop(1)).status).toBe(409)
    expect((await drop(2)).status).toBe(204)
    expect((await patch(draft, { edits: [] })).status).toBe(404)
  })

  test('of saves that come at once exactly one is kept', async () => {
    const draft = await drafted('一起.txt', shenjiangText)
    const responses = await Promise.all(
      ['甲', '乙', '丙', '丁'].map((issuer) => patch(draft, { metadata: { issuer } })),
    )
    expect(responses.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  })
})

describe('a notice that is put in use', () => {
  test('is answered from at once, stands in the list, and goes again when it is rolled back', async () => {
    const draft = await drafted('发布.txt', shenjiangText)
    const published = await publish(draft)
    expect(await jsonOf(published)).toEqual({ notice: id, scheduledFor: null })
    expect(await answer(question)).toContain('10万元')
    expect(await inUse(id)).toMatchObject({ isAdded: true, canRollBack: true, editions: [] })
    expect((await shelf()).drafts.some((one) => one.id === draft.id)).toBe(false)
    expect(await jsonOf(rollBack(id))).toMatchObject({ kind: 'removed', draft: expect.stringMatching(/^draft-/u) })
    expect(await answer(question)).not.toContain('10万元')
    const { changes } = await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${id}/history`))
    expect(changes.map(({ action, who }: { action: string; who: string }) => `${who} ${action}`)).toEqual([
      '老陈 notice-rolled-back',
      '老陈 notice-published',
    ])
  })

  test('that carries the number of another one waits until somebody says what it is', async () => {
    await publish(await drafted('先.txt', shenjiangText))
    const corrected = shenjiangText.replace('每家企业每年最高不超过10万元', '每家企业每年最高不超过12万元')
    const draft = await drafted('更正.txt', corrected)
    expect(draft.twin).toMatchObject({ id, by: 'number' })
    const early = await publish(draft)
    expect(early.status).toBe(400)
    expect((await jsonOf(early)).errors[0]).toMatchObject({ path: 'relation' })
    expect((await patch(draft, { relation: { as: 'correction', of: 'no-such' } })).status).toBe(400)

    const other: DraftJson = await jsonOf(patch(draft, { relation: { as: 'amends', of: id } }))
    expect(other.notice).toBe(`${id}-2`)
    expect(other.amends.map((one) => one.id)).toEqual([id])
    const told: DraftJson = await jsonOf(patch(other, { relation: { as: 'correction', of: id } }))
    expect(told).toMatchObject({ notice: id, amends: [], warnings: [] })
    expect((await publish(told)).status).toBe(200)
    expect(await answer(question)).toContain('12万元')
    expect((await inUse(id))!.editions.filter(({ isUndone }) => !isUndone)).toHaveLength(1)

    const { version } = (await inUse(id))!
    expect(await jsonOf(rollBack(id))).toMatchObject({ kind: 'restored' })
    expect(await answer(question)).toContain('10万元')
    const stale = await as('editor', 'POST', `/api/staff/notices/${id}/rollback`, { body: { version } })
    expect(stale.status).toBe(409)
    expect(await jsonOf(rollBack(id))).toMatchObject({ kind: 'removed' })
    expect(await inUse(id)).toBeUndefined()
  })

  test('as it was mended is answered so, and still after the assistant has read it anew', async () => {
    const draft = await drafted('合并.txt', shenjiangText)
    const text = '签订的服务合同金额不低于3万元'
    const clause = draft.clauses.find((one) => one.text.includes(text))!
    const at = [...clause.text.slice(0, clause.text.indexOf('签订'))].length
    const mended: DraftJson = await jsonOf(patch(draft, { edits: [{ do: 'split', clause: clause.id, at }] }))
    await publish(mended)
    const { clauses } = await jsonOf(fetch(`${url}/api/notices/${id}`))
    expect(clauses.find((one: { text: string }) => one.text.startsWith(text))).toBeDefined()
    await rollBack(id)
  })

  test('for a day to come waits for it, and is put in use then', async () => {
    const draft = await drafted('定时.txt', shenjiangText)
    expect(await jsonOf(publish(draft, { at: '2026-12-01' }))).toEqual({ notice: id, scheduledFor: '2026-12-01' })
    const { scheduled } = await shelf()
    expect(scheduled).toMatchObject([{ id: draft.id, scheduledFor: '2026-12-01', version: 2 }])
    await assistant.services.staff!.notices.publishDue()
    expect(await inUse(id)).toBeUndefined()
    const off: DraftJson = await jsonOf(patch({ id: draft.id, version: 2 }, { scheduledFor: null }))
    expect(off.scheduledFor).toBeNull()
    await publish(off, { at: '2026-12-01' })
    await assistant.db
      .updateTable('notice_draft')
      .set({ scheduled_for: dayOfTests })
      .where('id', '=', draft.id)
      .execute()
    await assistant.services.staff!.notices.publishDue()
    expect(await inUse(id)).toBeDefined()
    expect(await answer(question)).toContain('10万元')
    await rollBack(id)
  })

  test('that came along is taken out, and comes back', async () => {
    const own = 'special-action-2024'
    const { version } = (await inUse(own))!
    expect((await as('editor', 'POST', `/api/staff/notices/${own}/rollback`, { body: { version } })).status).toBe(400)
    expect((await as('editor', 'DELETE', `/api/staff/notices/${own}?version=${version}`)).status).toBe(204)
    const [removed] = (await shelf()).removed.filter((one) => one.id === own)
    expect(removed!.history).toMatchObject([{ who: '老陈', action: 'notice-removed' }])
    const original = loadNotices().find((notice) => notice.id === own)!
    expect((await drafted('又来.txt', original.source)).twin).toBeNull()
    expect(await jsonOf(rollBack(own))).toEqual({ kind: 'restored' })
    expect(await inUse(own)).toMatchObject({ isAdded: false, version })
  })
})

describe('the impact of a draft', () => {
  test('tells which answers, answers by staff, self-checks and saved checks would change, and changes nothing', async () => {
    const { source } = assistant.services.notices.find('medical-2025')!
    const draft = await drafted(
      '更正2025.txt',
      source.replace('有效发明专利达到 100 件以上', '有效发明专利达到 150 件以上'),
    )
    expect(draft.twin).toMatchObject({ id: 'medical-2025' })
    const told: DraftJson = await jsonOf(patch(draft, { relation: { as: 'correction', of: 'medical-2025' } }))
    const clauses = [{ notice: 'medical-2025', clause: '1.2.1' }]
    const faq = { answer: '要100件。', wordings: ['2025年运营中心有效发明专利几件起步'], clauses }
    expect((await as('editor', 'POST', '/api/staff/faqs', { body: faq })).status).toBe(201)
    const { conversation } = await say('/check medical-center-2025')
    await say('是', conversation)
    await say('/code', conversation)
    const before = await answer('2025年运营中心要多少件有效发明专利？')
    const impact: Impact = await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${told.id}/impact`))
    expect(impact.asked).toBeGreaterThan(0)
    expect(impact.answers.length).toBeGreaterThan(0)
    for (const { before: was, after: is } of impact.answers) expect(is).not.toEqual(was)
    expect(
      impact.answers.some(({ before: was, after: is }) => /100\s*件/.test(was.text) && /150\s*件/.test(is.text)),
    ).toBe(true)
    expect(impact.curated).toMatchObject([{ question: faq.wordings[0] }])
    expect(impact.programmes.map((one) => one.id)).toContain('medical-center-2025')
    expect(impact.savedChecks).toBe(1)
    expect(await answer('2025年运营中心要多少件有效发明专利？')).toBe(before)
  }, 120_000)

  test('of one that touches nothing tells what it brings alone', async () => {
    const draft = await drafted('无关.txt', shenjiangText)
    const impact: Impact = await jsonOf(as('reviewer', 'GET', `/api/staff/notices/${draft.id}/impact`))
    expect(impact).toMatchObject({ curated: [], savedChecks: 0 })
    // Only the self-check that it would bring itself.
    expect(impact.programmes.map(({ title }) => title)).toEqual(['申江区科技创新券项目'])
    expect(impact.answers.length).toBeLessThan(impact.asked / 10)
  }, 120_000)
})
