import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../services/drafting/notices.ts'
import { jsonOf } from '../support/app.ts'
import { staffApp } from '../support/staff-app.ts'

const { url, as, cookies, say } = await staffApp({ today: () => '2026-12-10' })

/** Puts a notice in use and publishes what was drafted of it; what is asked back about its window is confirmed. */
async function publish(text: string): Promise<void> {
  const form = new FormData()
  form.append('file', new File([text], '通知.txt'))
  const headers = { cookie: cookies.get('editor')! }
  const draft = await jsonOf(fetch(`${url}/api/staff/notices`, { method: 'POST', headers, body: form }))
  const body = { version: draft.version }
  const { notice } = await jsonOf(as('editor', 'POST', `/api/staff/notices/${draft.id}/publish`, { body }))
  const listed: { id: string; notice: string }[] = await jsonOf(as('reviewer', 'GET', '/api/staff/programmes'))
  for (const { id } of listed.filter((one) => one.notice === notice)) {
    const held = await jsonOf(as('reviewer', 'GET', `/api/staff/programmes/${id}`))
    const edit = { edit: 'window', closes: held.document.window.closes }
    const edited = await jsonOf(
      as('editor', 'POST', `/api/staff/programmes/${id}/edits`, { body: { version: held.version, edit } }),
    )
    const done = await as('editor', 'POST', `/api/staff/programmes/${id}/publish`, {
      body: { version: edited.version },
    })
    expect(done.status, await done.text()).toBe(200)
  }
}

const centre = textOf('binhai-2026')
  .replaceAll('2026年', '2027年')
  .replace('2027年8月18日', '2026年12月1日')
  .replace('于2027年9月30日前', '于2027年1月20日前')
  .replace('于2027年9月1日至9月25日', '于2026年12月1日至2027年1月15日')

const replyTo = async (text: string): Promise<string> => (await say(text)).replies.map((one) => one.text).join('\n')
const older = /2025年上海市医疗卫生系统知识产权运营中心/u

describe('with one programme of a new notice open until January', () => {
  beforeAll(() => publish(centre), 60_000)

  test.each(['/check', '自查'])('%s offers that one, the older by name alone', async (text) => {
    const said = await replyTo(text)
    expect(said).toMatch(/1\. 2027年滨海市高价值专利培育中心（2027年1月20日截止）/u)
    expect(said).toMatch(/已截止的：2025年/u)
    expect(said).not.toMatch(/6月13日/u)
  })

  test.each(['我们企业能申报吗', '我们能申报吗', '帮我看看符不符合条件'])('%s begins with that one', async (text) => {
    const { replies } = await say(text)
    expect(replies.at(-1)!.kind).toBe('question')
    expect(replies.map((one) => one.text).join('\n')).toContain('滨海市高价值专利培育中心')
  })

  test('who names an older one still gets that', async () => {
    expect(await replyTo('2025年医疗卫生系统运营中心我们能申报吗')).toMatch(older)
  })

  test.each(['/start', '现在还能申报吗'])('%s names it first', async (text) => {
    const said = await replyTo(text)
    expect(said).toContain('2027年1月20日')
    const at = said.search(/2025年6月13日/u)
    if (at >= 0) expect(said.indexOf('2027年1月20日')).toBeLessThan(at)
  })

  test('it leads the first screen, the list of programmes and the interface', async () => {
    const [first] = await jsonOf(fetch(`${url}/api/programmes`))
    expect(first).toMatchObject({ year: 2027, window: { status: 'open', closes: '2027-01-20' } })
    for (const path of ['/', '/programmes']) {
      const page = await (await fetch(url + path)).text()
      expect(page.indexOf('高价值专利培育中心'), path).toBeGreaterThan(0)
      expect(page.indexOf('高价值专利培育中心'), path).toBeLessThan(page.indexOf('医疗卫生系统知识产权运营中心'))
    }
  })
})

describe('with a notice of another place and shape open beside it', () => {
  const shops = textOf('haizhou-2026')
    .replaceAll('2026年', '2027年')
    .replace('2027年4月20日', '2026年11月20日')
    .replace('2027年5月6日至5月29日', '2026年12月1日至2027年1月29日')
    .replace('2027年6月1日至6月19日', '2026年12月1日至2027年1月25日')

  test('the open ones are offered, none of them guessed', { timeout: 60_000 }, async () => {
    await publish(shops)
    const said = await replyTo('我们能申报吗')
    expect(said).toMatch(/1\. 2027年/u)
    expect(said).toContain('示范书店')
    expect(said).toContain('高价值专利培育中心')
    expect(said).toMatch(/已截止的：2025年/u)
  })
})
