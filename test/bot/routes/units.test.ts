import mammoth from 'mammoth'
import { load } from 'cheerio'
import { describe, expect, test } from 'vitest'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { shippedProgrammes } from '../../../services/eligibility/shipped-programmes.ts'
import { museums } from '../../services/roster/museums.ts'
import { jsonOf, startApp } from '../../support/app.ts'
import { realApp } from '../../support/real-app.ts'

const { url, say } = await realApp({
  shipped: { notices: [...loadNotices(), museums], programmes: shippedProgrammes() },
})
const ask = (path: string) => fetch(url + path)
const suggest = (query: string) => jsonOf(ask(`/api/units/suggest?${query}`))
const page = async (unit: string) => load(await (await ask(`/units?unit=${encodeURIComponent(unit)}`)).text())

test('GET /api/units gives the rows of a unit and what it prepares, and nothing for others', async () => {
  const app = await startApp()
  const find = (name: string) => jsonOf(fetch(`${app.url}/api/units?name=${encodeURIComponent(name)}`))
  expect(await find('复旦大学')).toMatchObject({ entries: [{ unit: '复旦大学', seq: 3 }], prepare: ['项目总结报告'] })
  expect(await find('某某公司')).toEqual({ entries: [], prepare: [] })
})

describe('GET /api/units/suggest', () => {
  test('gives units by what is typed of them, with short names and how many rows each has', async () => {
    expect(await suggest(`q=${encodeURIComponent('昊海')}`)).toEqual({
      units: [{ unit: '上海昊海生物科技股份有限公司', short: ['昊海', '昊海生科'], rows: 2 }],
    })
    expect((await suggest('q=lxssc')) as object).toEqual({
      units: [{ unit: '临溪市丝绸博物馆', rows: 1 }],
    })
  })

  test('gives eight of them, or as many as asked for', async () => {
    expect(((await suggest('q=')) as { units: [] }).units).toHaveLength(8)
    expect(((await suggest('limit=3')) as { units: [] }).units).toHaveLength(3)
  })

  test.each([
    ['limit=0', 'limit'],
    ['limit=51', 'limit'],
    ['limit=x', 'limit'],
    [`q=${'a'.repeat(101)}`, 'q'],
    ['q=a&more=1', 'more'],
  ])('%s is refused at its place', async (query, path) => {
    const response = await ask(`/api/units/suggest?${query}`)
    expect(response.status).toBe(400)
    expect(((await response.json()) as { errors: { path: string }[] }).errors.map((one) => one.path)).toEqual([path])
  })
})

describe('GET /units', () => {
  test('shows a unit without scripts: rows, duties, closed window, mail title, each with its clause', async () => {
    const $ = await page('昊海')
    const card = $('#card')
    expect(card.find('h2').text()).toBe('上海昊海生物科技股份有限公司')
    expect(card.find('.unit-row')).toHaveLength(2)
    const text = card.text()
    for (const said of [
      '附件2（总结验收，首批），序号27',
      '附件3（中期检查，第二批），序号23',
      '开展总结验收',
      '开展中期检查',
      '已截止：2024年3月22日',
      '上海市产业知识产权运营中心-上海昊海生物科技股份有限公司',
      '通知要求：邮件标题按照“项目-单位”命名',
      '浦东新区世博村路300号1号楼',
    ])
      expect(text).toContain(said)
    const sources = card
      .find('a[href^="/notices/review-2024#"]')
      .toArray()
      .map((link) => $(link).attr('href'))
    expect(new Set(sources)).toEqual(
      new Set(['a2.r27', 'a3.r23', 'p2', 'p3', 'a1'].map((clause) => `/notices/review-2024#${clause}`)),
    )
    expect(card.find('a[href="tel:23170422"]')).toHaveLength(1)
  })

  test('says of a window that is open that it is', async () => {
    const text = (await page('云岭市青铜博物馆'))('#card').text()
    expect(text).toContain('未截止')
    expect(text).toContain('2027年5月20日（通知写“2027年5月20日前”）')
    expect(text).toContain('〔〕里的请自己填写')
  })

  test('offers units that may be meant, and says of a whole name alone that no list has it', async () => {
    const result = async (unit: string) => (await page(unit))('.unit-result').text()
    expect(await result('吴海')).toMatch(/^没有找到“吴海”，请输入全称或换个简称。.*上海昊海生物科技股份有限公司/su)
    expect(await result('我们单位')).toContain('没有找到“我们单位”，请输入全称或换个简称。')
    expect(await result('上海某某科技有限公司')).toContain('“上海某某科技有限公司”不在名单中。')
    expect(await result('大学')).toMatch(/对应\d+个单位，请选择/u)
  })

  test('lists every row of every notice, folded by project', async () => {
    const $ = await page('')
    expect($('[data-unit]')).toHaveLength(173 + 7)
    expect($('.unit-group[open]')).toHaveLength(0)
    expect($('#card, .unit-result')).toHaveLength(0)
  })

  test('shows what is typed as text', async () => {
    const $ = await page('"><img src=x onerror=alert(1)>')
    expect($('img')).toHaveLength(0)
    expect($('#unit-field').attr('value')).toBe('"><img src=x onerror=alert(1)>')
  })
})

describe('the paper that a notice prescribes', () => {
  test.each([
    [
      'review-2024',
      'a3.r23',
      [
        '上海昊海生物科技股份有限公司关于2023年度上海市高价值专利培育中心项目工作总结',
        '填表人',
        '日期',
        '一、项目实施成效',
        '五、工作计划和建议',
        '上海昊海生物科技股份有限公司（盖章）',
      ],
    ],
    [museums.id, 'a1.r2', ['云岭市青铜博物馆自查报告', '1.藏品保管情况', '含库房温湿度记录', '3.问题清单和整改计划']],
  ])('of %s is a Word document with its sections', async (notice, row, lines) => {
    const response = await ask(`/api/units/report.docx?notice=${notice}&row=${row}`)
    expect(response.headers.get('content-type')).toContain('wordprocessingml')
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })
    for (const line of lines) expect(value).toContain(line)
  })

  test.each(['notice=review-2024&row=a3.r999', 'notice=none&row=a3.r1'])('is not found for %s', async (query) => {
    expect((await ask(`/api/units/report.docx?${query}`)).status).toBe(404)
  })
})

describe('a reply on a unit', () => {
  test('has its rows as a table, its page, the mail titles to copy and the files', async () => {
    const { replies } = await say('昊海')
    const [reply] = replies
    expect(reply).toMatchObject({ kind: 'roster', table: { columns: ['名单', '序号', '项目'] } })
    expect(reply!.table!.rows.map((row) => row[1]!.text)).toEqual(['27', '23'])
    expect(reply!.copies!.map(({ text }) => text)).toEqual([
      '上海市产业知识产权运营中心-上海昊海生物科技股份有限公司',
      '2023年度上海市高价值专利培育中心-上海昊海生物科技股份有限公司',
    ])
    const opens = reply!.actions.find(({ label }) => label === '打开单位页')
    expect((await ask(opens!.url!)).status).toBe(200)
    for (const { url: path } of reply!.downloads!) expect((await ask(path)).status).toBe(200)
  })

  test('says the mail title in its text where it is asked what is handed in', async () => {
    const { replies } = await say('我们是昊海生物，要交什么')
    expect(replies[0]!.text).toContain('邮件标题：上海市产业知识产权运营中心-上海昊海生物科技股份有限公司')
  })

  test('has none of that where it is on many units', async () => {
    const { replies } = await say('专利超市有哪些区')
    expect(replies[0]).toMatchObject({ kind: 'roster' })
    expect(replies[0]).not.toHaveProperty('copies')
    expect(replies[0]).not.toHaveProperty('downloads')
  })
})
