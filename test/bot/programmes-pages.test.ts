import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { markedQuote } from '../../bot/web/marked-quote.ts'
import { factAt } from '../../services/eligibility/document-facts.ts'
import { examplesOf } from '../../services/eligibility/examples.ts'
import { comparisonsOf } from '../../services/eligibility/rule.ts'
import { notices, resolved, squeeze } from '../services/eligibility/resolved.ts'
import { startProgrammes } from './programmes-app.ts'

async function open(path: string, asOf?: string) {
  const response = await fetch((await startProgrammes(asOf)) + path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  return load(await response.text())
}

test('/programmes lists every programme with its window', async () => {
  const page = await open('/programmes')
  const cards = page('.programme-card')
  const links = cards.map((_, card) => page(card).find('h2 a').attr('href')).get()
  expect(links).toEqual(resolved.map(({ id }) => `/programmes/${id}`))
  const states = cards.map((_, card) => page(card).find('.status').text()).get()
  expect(states).toEqual(['正在申报', '正在申报', '已截止', '已截止'])
})

test('/programmes puts the open ones first, and says when none is', async () => {
  const firsts = async (asOf: string) => {
    const page = await open('/programmes', asOf)
    return [page('.programme-card h2 a').first().attr('href'), page('.lead').text()]
  }
  expect(await firsts('2022-11-20')).toEqual([
    '/programmes/medical-center-2022',
    expect.stringContaining('可以直接自查'),
  ])
  expect(await firsts('2026-11-21')).toEqual([
    '/programmes/medical-center-2025',
    expect.stringContaining('以下项目的申报都已截止'),
  ])
})

test('a page is sent again only when it has changed', async () => {
  const url = `${await startProgrammes()}/programmes`
  const first = await fetch(url)
  expect(first.headers.get('cache-control')).toBe('no-cache')
  const headers = { 'if-none-match': first.headers.get('etag')! }
  expect((await fetch(url, { headers })).status).toBe(304)
  expect((await fetch(`${await startProgrammes('2026-11-21')}/programmes`, { headers })).status).toBe(200)
})

describe.each(resolved)('/programmes/$id', (programme) => {
  const notice = notices.find(({ id }) => id === programme.notice)!
  const rules = [...programme.criteria, ...programme.preferences]

  test('sets each rule beside its clause, the quote marked', async () => {
    const page = await open(`/programmes/${programme.id}`)
    expect(
      page('.rule')
        .map((_, rule) => page(rule).attr('id'))
        .get(),
    ).toEqual(rules.map(({ id }) => id))
    for (const { id, source } of rules) {
      const rule = page(`.rule#${id}`)
      const clause = notice.clauses.find((one) => one.id === source.clause)!
      expect(squeeze(rule.find('blockquote').text())).toBe(squeeze(clause.quote))
      expect(squeeze(rule.find('mark').text())).toBe(squeeze(source.quote))
      expect(rule.find('.rule-clause a').attr('href')).toBe(`/notices/${notice.id}#${source.clause}`)
    }
  })

  test('shows the answers on both sides of every limit', async () => {
    const page = await open(`/programmes/${programme.id}`)
    for (const rule of rules) {
      const rows = page(`.rule#${rule.id} tbody tr`)
        .map((_, row) => page(row).text().replace(/\s/g, ''))
        .get()
      const words = { met: '✓符合', unmet: '✗不符合', unknown: '?待确认' }
      const expected = comparisonsOf(rule.condition).flatMap((comparison) =>
        examplesOf(comparison, factAt(programme.facts, comparison.fact)).map(
          ({ answer, status }) => answer + words[status],
        ),
      )
      expect(rows).toEqual(expected)
      expect(new Set(rows.map((row) => row.at(-1))).size).toBeGreaterThan(1)
    }
  })

  test('leads into its self-check, from its own page and from the list', async () => {
    for (const path of ['/programmes', `/programmes/${programme.id}`]) {
      const button = (await open(path))(`a.button[href="/?send=%2Fcheck%20${programme.id}"]`)
      expect(button.text(), path).toBe('开始自查')
    }
  })

  test('says its window in words, with both dates and their clause', async () => {
    const page = await open(`/programmes/${programme.id}`)
    const { closes, source } = programme.window
    const link = page('.window a')
    expect(link.attr('href')).toBe(`/notices/${source.notice}#${source.clause}`)
    const [year, month, day] = closes.split('-').map(Number)
    expect(link.text()).toContain(`至${year}年${month}月${day}日`)
  })

  test('shows nobody an id or the key of an answer', async () => {
    const page = await open(`/programmes/${programme.id}`)
    const words = page('body').text()
    for (const id of [programme.id, ...rules.map((rule) => rule.id), ...programme.factKeys])
      expect(words).not.toContain(id)
    expect(page('code').length).toBe(0)
  })

  test('links every statement to a clause of the notice', async () => {
    const page = await open(`/programmes/${programme.id}`)
    const links = page('main a[href*="#"]')
      .map((_, link) => page(link).attr('href'))
      .get()
    expect(links.length).toBeGreaterThan(15)
    const anchors = new Set(notice.clauses.map(({ id }) => `/notices/${notice.id}#${id}`))
    expect(links.filter((link) => !anchors.has(link))).toEqual([])
  })
})

test('the limits of the medical centre of 2025 read on both sides', async () => {
  const page = await open('/programmes/medical-center-2025')
  const rows = (id: string) =>
    page(`#${id} tbody tr`)
      .map((_, row) => page(row).text())
      .get()
  expect(rows('valid-invention-patents')).toEqual(['100件✓ 符合', '99件✗ 不符合', '未填写? 待确认'])
  expect(rows('industrialization-rate')).toEqual(['10%✓ 符合', '9.9%✗ 不符合', '未填写? 待确认'])
  expect(page('#income-or-equity-case').text()).toContain('有一项符合即可')
  expect(page('main').text()).toContain('还有3天')
})

test('an unknown programme has no page', async () => {
  const response = await fetch(`${await startProgrammes()}/programmes/none`)
  expect(response.status).toBe(404)
})

test('what is in the text is never markup', () => {
  expect(markedQuote('a <b> 1 2 & c', '<b>12').text).toBe('a <mark>&lt;b&gt; 1 2</mark> &amp; c')
  expect(markedQuote('<i>', 'other').text).toBe('&lt;i&gt;')
})
