import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../../knowledge/importing/zip.ts'
import { disarmed } from '../../../services/staff/export-questions.ts'
import { jsonOf } from '../../support/app.ts'
import { dayOfTests } from '../../support/real-app.ts'
import { staffApp } from '../../support/staff-app.ts'

const { assistant, say, as } = await staffApp()
const { db } = assistant
const earlier = '2026-11-01'

const statistics = (query = '') => jsonOf(as('reviewer', 'GET', `/api/staff/statistics${query}`))

beforeAll(async () => {
  await say('食堂几点开门？')
  await db.updateTable('question').set({ day: earlier, duration_ms: 1_234 }).execute()
  await say('请问食堂什么时候开门呢')
  await say('2025年运营中心要多少件有效发明专利？')
  await say('=HYPERLINK("https://elsewhere.example")')
  const given = await say('/check medical-center-2025')
  await say('是', given.conversation)
  const finished = await say('/check medical-center-2022')
  await say('不是', finished.conversation)
  await say('/confirm', finished.conversation)
  await sql`update interview_record set updated_at = now() - interval '1 hour'`.execute(db)
})

describe('the statistics of a period', () => {
  test('count questions by day and status', async () => {
    const { byDay } = await statistics()
    expect(byDay).toContainEqual({ day: earlier, status: 'not-found', count: 1 })
    expect(byDay).toContainEqual({ day: dayOfTests, status: 'answered', count: 1 })
    expect((await statistics(`?from=${dayOfTests}`)).byDay.map(({ day }: { day: string }) => day)).not.toContain(
      earlier,
    )
  })

  test('name the largest groups and the clauses used most', async () => {
    const { groups, clauses } = await statistics()
    expect(groups[0]).toMatchObject({ text: '请问食堂什么时候开门呢', count: 2 })
    expect(clauses).toEqual([{ notice: 'medical-2025', clause: '1.2.1', count: 1 }])
  })

  test('tell response times', async () => {
    const { times } = await statistics(`?to=${earlier}`)
    expect(times).toEqual([{ day: earlier, median: 1_234, p95: 1_234 }])
  })

  test('tell where interviews were given up, and which criteria failed', async () => {
    const { interviews, givenUp, criteria } = await statistics()
    expect(interviews).toEqual([
      { programme: 'medical-center-2022', begun: 1, finished: 1, givenUp: 0 },
      { programme: 'medical-center-2025', begun: 1, finished: 0, givenUp: 1 },
    ])
    expect(givenUp).toEqual([{ programme: 'medical-center-2025', key: 'registeredInPatentSystem', count: 1 }])
    expect(criteria).toContainEqual(
      expect.objectContaining({ programme: 'medical-center-2022', id: 'applicant', unmet: 1 }),
    )
  })

  test('are drawn on the first page, with the figures beside', async () => {
    const page = await (await as('reviewer', 'GET', '/staff', { headers: { accept: 'text/html' } })).text()
    expect(page.match(/<figure class="plot">/g)).toHaveLength(3)
    expect(page).toContain('请问食堂什么时候开门呢')
    expect(page).not.toMatch(/NaN|undefined|Infinity/)
  })

  test('are nothing in a period without questions, and a wrong period is refused', async () => {
    expect(await statistics('?from=2020-01-01&to=2020-02-01')).toMatchObject({ byDay: [], groups: [], clauses: [] })
    const empty = await as('reviewer', 'GET', '/staff?from=2020-01-01&to=2020-02-01')
    expect(await empty.text()).not.toMatch(/NaN|undefined|Infinity/)
    expect((await as('reviewer', 'GET', '/api/staff/statistics?from=2026-02-01&to=2026-01-01')).status).toBe(400)
  })
})

describe('the ends of the calendar', () => {
  const pages = ['/staff', '/api/staff/statistics']
  const taken = [
    '?from=0001-01-01',
    '?to=0001-01-01',
    '?from=0001-01-01&to=9999-12-31',
    '?from=9999-12-31&to=9999-12-31',
  ]
  const refused = ['?from=0000-01-01', '?to=0000-12-31', '?from=0000-01-01&to=9999-12-31', '?to=2025-02-30']
  for (const page of pages) {
    test.each(taken)(`${page}%s is a period`, async (query) => {
      expect((await as('reviewer', 'GET', page + query)).status).toBe(200)
    })
    test.each(refused)(`${page}%s is refused with the place`, async (query) => {
      const response = await as('reviewer', 'GET', page + query)
      expect(response.status).toBe(400)
      expect((await jsonOf(response)).errors[0].path).toBe(/\?(\w+)/.exec(query)![1])
    })
  }
})

describe('exports', () => {
  test('are a workbook without a formula', async () => {
    const response = await as('reviewer', 'GET', '/api/staff/export.xlsx')
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    expect(response.headers.get('content-disposition')).toContain('questions.xlsx')
    const files = readZip(Buffer.from(await response.arrayBuffer()), 10_000_000)
    const xml = [...files.values()].join('')
    expect(xml).toContain('请问食堂什么时候开门呢')
    expect(xml).toContain("<t>'=HYPERLINK")
    expect(xml).not.toContain('<f>')
  })

  test('are JSON too, and narrowed like the list', async () => {
    const { questions } = await jsonOf(as('reviewer', 'GET', `/api/staff/export.json?to=${earlier}`))
    expect(questions.map(({ question }: { question: string }) => question)).toEqual(['食堂几点开门？'])
  })

  const texts: [string, string][] = [
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\r\n=1', "' \n=1"],
    ['＝1+1', "'＝1+1"],
    ['100-1=99', '100-1=99'],
    ['一般的话', '一般的话'],
  ]
  test.each(texts)('%j is written as %j', (text, written) => {
    expect(disarmed(text)).toBe(written)
  })
})
