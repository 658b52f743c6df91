import { describe, expect, test } from 'vitest'
import { readXlsx } from '../../../knowledge/importing/read-xlsx.ts'
import { reviewSheetTexts as words } from '../../../prompts/review-sheet-texts.ts'
import { wholeWorkbook } from '../../../services/staff/stream-workbook.ts'
import { jsonOf } from '../../support/app.ts'
import { staffApp } from '../../support/staff-app.ts'

const { url, as, cookies } = await staffApp()
const id = 'medical-center-2025'
const place = `/api/staff/programmes/${id}`
const titles = Object.values(words.columns)

const sheet = async (): Promise<string[][]> =>
  readXlsx(new Uint8Array(await (await as('reviewer', 'GET', `${place}/review.xlsx`)).arrayBuffer()))
const upload = async (rows: string[][]): Promise<Response> => {
  const [head = [], ...lines] = rows
  const body = await wholeWorkbook({ name: '核对表', titles: head, widths: head.map(() => 20), rows: lines })
  const form = new FormData()
  form.append('file', new File([new Uint8Array(body)], '核对表.xlsx'))
  return fetch(url + `${place}/review.xlsx`, {
    method: 'POST',
    headers: { cookie: cookies.get('reviewer')! },
    body: form,
  })
}
/** The sheet with what its owner writes at a criterion. */
async function filled(
  criterion: string,
  said: Partial<Record<keyof typeof words.columns, string>>,
): Promise<string[][]> {
  return (await sheet()).map((row) =>
    row[0] === criterion
      ? titles.map((title, at) => {
          const [key] = Object.entries(words.columns).find(([, one]) => one === title)!
          return said[key as keyof typeof said] ?? row[at] ?? ''
        })
      : titles.map((_, at) => row[at] ?? ''),
  )
}
const held = () => jsonOf(as('reviewer', 'GET', place))
const page = async () => (await as('editor', 'GET', `/staff/programmes/${id}`)).text()

describe('the review sheet of a programme', () => {
  test('has a row a criterion: its clause, the rule in words, the cases on both sides', async () => {
    const [head, ...rows] = await sheet()
    expect(head).toEqual(titles)
    const row = rows.find(([one]) => one === 'valid-invention-patents')!
    expect(row[1]).toContain('有效发明专利达到100件以上')
    expect(row[2]).toMatch(/100件/u)
    expect(row[3]).toMatch(/100件：符合\n.*99件：不符合/u)
    expect(rows).toHaveLength((await held()).document.criteria.length)
  })

  test('comes back with who says what, and one marked wrong stands in the list and keeps it from being published', async () => {
    const rows = await filled('valid-invention-patents', { isRight: '不对', remark: '应为120件', who: '李科长' })
    const response = await upload(rows)
    expect([response.status, await response.json()]).toMatchObject([200, { right: 0, wrong: 1 }])
    expect(await page()).toMatch(/李科长（小周）：不对[^]*应为120件/u)
    expect((await held()).faults).toMatchObject([{ message: expect.stringContaining('应为120件') }])
    expect(await (await as('editor', 'GET', '/staff/programmes')).text()).toContain('1条标为不对')
  })

  test('confirmed cases are held against the rule from then on', { timeout: 60_000 }, async () => {
    const rows = await filled('valid-invention-patents', { isRight: '对', more: '150件：符合\n随便写的' })
    const read = await (await upload(rows)).json()
    expect(read).toMatchObject({ right: 1, cases: 3, unread: ['随便写的'] })
    expect((await held()).faults).toEqual([])
    const { version } = await held()
    const edit = { edit: 'limit', criterion: 'valid-invention-patents', at: [], bound: 'atLeast', value: 120 }
    expect((await as('editor', 'POST', `${place}/edits`, { body: { version, edit } })).status).toBe(200)
    expect((await held()).faults).toMatchObject([
      { message: expect.stringMatching(/确认过的例子不一致：“.*100件：符合”，现在的结果是不符合/u) },
    ])
    expect(await page()).toContain('规则后来改过')
    const body = { criterion: 'valid-invention-patents', isRight: true }
    expect((await as('reviewer', 'POST', `${place}/remarks`, { body })).status).toBe(204)
    expect((await held()).faults).toEqual([])
  })

  test.each([
    ['no workbook', new TextEncoder().encode('not a workbook'), '不是能读的 .xlsx'],
    ['nothing', new Uint8Array(), '不是能读的 .xlsx'],
  ])('%s is refused in words', async (_, bytes, says) => {
    const form = new FormData()
    form.append('file', new File([bytes], '核对表.xlsx'))
    const headers = { cookie: cookies.get('reviewer')! }
    const response = await fetch(url + `${place}/review.xlsx`, { method: 'POST', headers, body: form })
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(says)])
  })

  test('an unmarked sheet, and one of other columns, are refused in words', async () => {
    const unmarked = await upload(await filled('none', {}))
    expect([unmarked.status, await unmarked.text()]).toEqual([400, expect.stringContaining('没有填')])
    const other = await upload([
      ['一', '二'],
      ['x', 'y'],
    ])
    expect([other.status, await other.text()]).toEqual([400, expect.stringContaining('重新下载')])
  })
})
