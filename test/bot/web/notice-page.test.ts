import { load } from 'cheerio'
import { expect, test } from 'vitest'
import { renderNoticePage } from '../../../bot/web/notice-page.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import type { Clause } from '../../../knowledge/parsing/clause.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const notices = loadNotices()
const hostile = `<img src=x onerror="alert('1')">&amp;`
const squeezed = (text: string) => text.replace(/\s|¶/g, '')

function noticeOf(clauses: Partial<Clause>[], more: Partial<Notice> = {}): Notice {
  const empty = { kind: 'paragraph', heading: '', path: '', text: '', quote: '' } as const
  const whole = clauses.map((clause, index): Clause => ({ id: `c${index}`, spans: [], ...empty, ...clause }))
  const { programmes, rosters } = { programmes: [], rosters: [] }
  const about = { id: 'n', title: '标题', shortTitle: '短题', issuer: '机关', year: 2025, replaces: [], source: '' }
  return { ...about, programmes, rosters, ...more, clauses: whole }
}

test('there are notices to render', () => expect(notices.length).toBeGreaterThanOrEqual(5))

test.each(notices)('the page of $id has every clause once, under its id, with its text', (notice) => {
  const $ = load(renderNoticePage(notice))
  for (const { id, kind, text } of notice.clauses) {
    const found = $(`[id="${id}"]`)
    expect(found.length, id).toBe(1)
    if (kind !== 'row' && kind !== 'table') expect(squeezed(found.text()), id).toContain(squeezed(text))
  }
})

test.each(notices)('every link within the page of $id leads to a clause', (notice) => {
  const $ = load(renderNoticePage(notice))
  const anchors = $('main a[href^="#"], nav a[href^="#"]').toArray()
  expect(anchors.length).toBeGreaterThan(10)
  for (const anchor of anchors) expect($(`[id="${$(anchor).attr('href')?.slice(1)}"]`).length).toBe(1)
})

test('the lists of units are tables, a row for each record and a cell for each column', () => {
  const review = notices.find(({ id }) => id === 'review-2024')!
  const rows = review.clauses.filter(({ kind }) => kind === 'row')
  const $ = load(renderNoticePage(review))
  expect($('table').length).toBe(2)
  expect($('thead th[scope="col"]').length).toBe(8)
  expect($('tbody tr').length).toBe(rows.length)
  for (const { id, cells = {} } of rows) {
    const shown = $(`tr[id="${id}"] td:not(.row-link)`).toArray()
    expect(shown.map((cell) => $(cell).text())).toEqual(Object.values(cells))
  }
})

test('headings stand in levels without a gap, under one title', () => {
  const $ = load(renderNoticePage(notices.find(({ id }) => id === 'university-2022')!))
  const levels = $('h1, h2, h3, h4, h5')
    .toArray()
    .map(({ tagName }) => Number(tagName.slice(1)))
  expect(levels.filter((level) => level === 1)).toEqual([1])
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
})

test('whatever a notice holds is shown as text', () => {
  const clauses: Partial<Clause>[] = [
    { id: `"><b>`, kind: 'heading', heading: hostile, text: hostile, marker: hostile },
    { kind: 'form', text: hostile },
    { kind: 'table', text: hostile, path: hostile },
    { kind: 'row', text: hostile, cells: { [hostile]: hostile } },
    { kind: 'item', text: `${hostile} https://example.org/"onmouseover="x` },
  ]
  const html = renderNoticePage(
    noticeOf(clauses, { title: hostile, shortTitle: hostile, issuer: hostile, documentNumber: hostile }),
    { replacedBy: { id: '"><b>', shortTitle: hostile } },
  )
  const $ = load(html)
  expect($('img, b, main script').length).toBe(0)
  expect($('[onerror], [onmouseover]').length).toBe(0)
  expect($('title').text()).toContain(hostile)
})

test('a notice says what took its place, and that its date is not known', () => {
  const notice = noticeOf([{ text: '正文' }])
  const replacedBy = { id: 'newer', shortTitle: '新通知' }
  const $ = load(renderNoticePage(notice, { replacedBy }))
  expect($('.notice-facts').text()).toContain('已有新通知：新通知')
  expect($('.notice-facts a').attr('href')).toBe('/notices/newer')
  expect($('.notice-facts').text()).toContain('2025年（原文未载明发布日期）')
  expect(load(renderNoticePage(notice))('.notice-facts').text()).not.toContain('状态')
})

test('line breaks of a clause stay, and words a form sets upright are read across', () => {
  const clauses: Partial<Clause>[] = [
    { id: 'p', text: '一行\n又一行' },
    { id: 'f', kind: 'form', text: '项\n目\n负\n责\n人\n姓名 性别\n序\n号' },
  ]
  const $ = load(renderNoticePage(noticeOf(clauses)))
  expect($('#p').text()).toContain('一行\n又一行')
  expect($('#f').text()).toContain('项目负责人\n姓名 性别\n序号')
})

test('a title that no clause repeats still heads the page', () => {
  expect(load(renderNoticePage(noticeOf([{ text: '正文' }])))('h1').text()).toBe('标题')
})
