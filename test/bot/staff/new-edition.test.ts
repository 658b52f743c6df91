import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Assessment } from '../../../services/eligibility/assessment.ts'
import { textOf } from '../../services/drafting/notices.ts'
import { jsonOf, post } from '../../support/app.ts'
import { openBrowser } from '../../support/browser.ts'
import { staffApp } from '../../support/staff-app.ts'
import { openAsEditor, publishNotice } from '../../support/staff-notices.ts'

let today = '2026-09-01'
const staff = await staffApp({ today: () => today })
const { url, as, say } = staff
const browser = await openBrowser()

type Held = {
  id: string
  version: number
  state: string
  faults: { path: string; message: string }[]
  document: { notice: string; criteria: { id: string; review?: string; condition: object }[] }
  carried?: { from: string; rules: { id: string; outcome: string; before?: string; now?: string }[] }
}
const listed = async (): Promise<{ id: string; state: string; notice: string; open?: number }[]> =>
  jsonOf(as('reviewer', 'GET', '/api/staff/programmes'))
const held = async (id: string): Promise<Held> => jsonOf(as('reviewer', 'GET', `/api/staff/programmes/${id}`))
const edit = async (id: string, change: object): Promise<number> => {
  const body = { version: (await held(id)).version, edit: change }
  return (await as('editor', 'POST', `/api/staff/programmes/${id}/edits`, { body })).status
}
const act = async (id: string, what: 'publish' | 'withdraw'): Promise<Response> =>
  as('editor', 'POST', `/api/staff/programmes/${id}/${what}`, { body: { version: (await held(id)).version } })
const check = async (id: string, answers: object): Promise<Assessment> =>
  jsonOf(post(`${url}/api/programmes/${id}/check`, { answers }))
const criterion = ({ criteria }: Assessment, id: string) => criteria.find((one) => one.id === id)

const promotion = 'medical-promotion-2025'
const medical = () => loadNotices().find(({ id }) => id === 'medical-2025')!.source
const center = 'medical-center-2025'

describe('one figure of a notice corrected in the desk', () => {
  test(
    'leaves the self-check, lays the new rule before staff, and is held once they have accepted it',
    { timeout: 120_000 },
    async () => {
      const corrected = medical().replace('有效发明专利达到 100 件以上', '有效发明专利达到 150 件以上')
      await publishNotice(staff, corrected, { as: 'correction', of: 'medical-2025' })
      expect((await listed()).find(({ id }) => id === center)).toMatchObject({ state: 'carried', open: 1 })
      const meanwhile = criterion(await check(center, { validInventionPatents: 120 }), 'valid-invention-patents')!
      expect(meanwhile.status).toBe('unknown')
      expect(meanwhile.note).toMatch(/这一条通知已改，正在核对.*100 ?件以上.*150 ?件以上/u)

      const page = await openAsEditor(browser, staff, '/staff/programmes')
      await page.getByRole('link', { name: '2025年 上海市医疗卫生系统知识产权运营中心' }).click()
      await page.getByText('1条改了').waitFor()
      await page.getByRole('button', { name: '已经核对，没有问题' }).click()
      await page.getByText('没有要处理的了，可以发布。').waitFor()
      await page.getByRole('button', { name: '发布', exact: true }).click()
      await page.locator('#confirm-yes').click()
      await page.getByText('使用中').waitFor()
      expect(criterion(await check(center, { validInventionPatents: 120 }), 'valid-invention-patents')!.status).toBe(
        'unmet',
      )
      expect(criterion(await check(center, { validInventionPatents: 150 }), 'valid-invention-patents')!.status).toBe(
        'met',
      )
    },
  )
})

const first = textOf('binhai-2026')
const second = first
  .replaceAll('2026', '2027')
  .replace('2027年8月18日', '2026年12月1日')
  .replace('于2027年9月30日前', '于2027年1月20日前')
  .replace('于2027年9月1日至9月25日', '于2026年12月1日至2027年1月15日')
  .replace('滨知发〔2027〕27号', '滨知发〔2026〕61号')
  .replace('有效发明专利50件以上', '有效发明专利60件以上')
  .replace('3.资产负债率超过80%的；\n\n4.弄虚作假', '3.弄虚作假')

describe('the notice of the next year', () => {
  let [before, after] = ['', '']
  test('a new notice lays its programme before staff, who publish it', { timeout: 120_000 }, async () => {
    const notice = await publishNotice(staff, first)
    const found = (await listed()).find((one) => one.notice === notice)!
    expect(found.state).toBe('draft')
    before = found.id
    expect(await edit(before, { edit: 'window', closes: '2026-09-30' })).toBe(200)
    expect((await act(before, 'publish')).status).toBe(200)
  })

  test(
    'its rules are carried over; what changed is unknown to people, with both texts',
    { timeout: 120_000 },
    async () => {
      today = '2026-12-10'
      const { document } = await held(before)
      const notice = await publishNotice(staff, second, { as: 'replaces', of: document.notice })
      after = (await listed()).find((one) => one.notice === notice)!.id
      const { carried, state } = await held(after)
      expect(state).toBe('carried')
      expect(carried).toMatchObject({ from: before })
      expect(carried!.rules.map(({ id, outcome }) => [id, outcome])).toEqual([
        ['c4', 'changed'],
        ['c10', 'gone'],
      ])
      const assessment = await check(after, {})
      expect(assessment).toMatchObject({ verdict: 'undetermined', window: { status: 'open', closes: '2027-01-20' } })
      expect(criterion(assessment, 'c4')!.note).toMatch(
        /正在核对.*原来：“[^”]*50件以上.*现在：“拥有有效发明专利60件以上/u,
      )
      expect(criterion(assessment, 'c10')).toMatchObject({
        status: 'unknown',
        note: expect.stringContaining('没有这句话了'),
      })
      const own = (await check(after, { [Object.keys(assessment.answers)[1]!]: false })).criteria[0]!
      expect(own).toMatchObject({ status: 'unmet', source: { notice } })
      expect((await say('/check')).replies[0]!.text).toMatch(/2027年滨海市高价值专利培育中心[^\n]*部分条件待核实/u)
    },
  )

  test(
    'staff accept it piece by piece in the browser, and nothing that is gone goes by itself',
    { timeout: 120_000 },
    async () => {
      const page = await openAsEditor(browser, staff, '/staff/programmes')
      const entry = page.locator('.asked-item', { hasText: '2027年 滨海市高价值专利培育中心' })
      expect(await entry.innerText()).toContain('通知已改，待核对')
      await entry.getByRole('link').click()
      await page.getByText('1条改了，1条没有了').waitFor()
      const gone = page.locator('.rule', { hasText: '通知里没有了的条件' })
      expect(await gone.innerText()).toContain('资产负债率超过80%的')
      const changed = page.locator('.rule').filter({ has: page.locator('#criteria-c4') })
      expect(await changed.locator('.rule-editions').innerText()).toMatch(
        /原来的通知[^]*50件以上[^]*现在的通知[^]*60件以上/u,
      )
      await changed.getByText('原来的规则').click()
      expect(await changed.locator('.rule-editions').innerText()).toContain('49件：✗ 不符合')
      expect((await act(after, 'publish')).status).toBe(400)
      await gone.getByRole('button', { name: '确认不再要求' }).click()
      await gone.waitFor({ state: 'detached' })
      await changed.getByRole('button', { name: '已经核对，没有问题' }).click()
      await changed.locator('.rule-editions').waitFor({ state: 'detached' })
      await page.locator('#window').getByRole('button', { name: '保存' }).click()
      await page.getByText('没有要处理的了，可以发布。').waitFor()
      await page.getByRole('button', { name: '发布', exact: true }).click()
      await page.locator('#confirm-yes').click()
      await page.getByText('使用中').waitFor()
      const assessment = await check(after, { validInventionPatents: 55, pCTGuoJiZhuanLiShenQing: 0 })
      expect(criterion(assessment, 'c4')!.status).toBe('unmet')
      expect(criterion(assessment, 'c10')).toBeUndefined()
      expect(assessment.warning).toBeUndefined()
    },
  )
})

describe('a correction that is taken back', () => {
  const university = 'university-center-2022'
  const shelf = () => jsonOf(as('editor', 'GET', '/api/staff/notices'))
  const source = () => loadNotices().find(({ id }) => id === 'university-2022')!.source

  test('before anybody has read it leaves nothing to read', { timeout: 120_000 }, async () => {
    const lines = source().split('\n')
    const body = lines.find((line) => line.includes('具有'))!
    await publishNotice(staff, source().replace(body, `${body}另须近三年无违法记录。`), {
      as: 'correction',
      of: 'university-2022',
    })
    expect((await held(university)).state).toBe('carried')
    const { version } = (await shelf()).inUse.find(({ id }: { id: string }) => id === 'university-2022')
    await as('editor', 'POST', '/api/staff/notices/university-2022/rollback', { body: { version } })
    expect(await held(university)).toMatchObject({ state: 'shipped', version: 0 })
  })
})

describe('a programme that staff withdraw', () => {
  test('is said to be under review, and is back when it is published', { timeout: 120_000 }, async () => {
    expect((await act(promotion, 'withdraw')).status).toBe(200)
    const { replies } = await say(`/check ${promotion}`)
    expect(replies[0]!.text).toContain('自查已经暂停：工作人员正在核对它的条件')
    expect((await act(promotion, 'publish')).status).toBe(200)
    expect((await say(`/check ${promotion}`)).replies.at(-1)!.kind).toBe('question')
  })
})
