import { expect, test } from 'vitest'
import { jsonOf, post, startApp } from '../../support/app.ts'

test('POST /api/search finds clauses, ten of them unless told otherwise', async () => {
  const asked: unknown[] = []
  const hit = {
    notice: 'medical-2025',
    clause: '1.p1',
    heading: '一、申报条件',
    text: '有效发明专利达到100件以上。',
    score: 0.5,
  }
  const { url } = await startApp({ search: async (query) => (asked.push(query), [hit]) })
  const ask = (body: unknown) => jsonOf(post(`${url}/api/search`, body))
  expect(await ask({ query: '发明\u0000专利' })).toEqual({ hits: [hit] })
  expect(await ask({ query: '专利', limit: 50, notice: 'medical-2025' })).toEqual({ hits: [hit] })
  expect(asked).toEqual([
    { query: '发明专利', limit: 10 },
    { query: '专利', limit: 50, notice: 'medical-2025' },
  ])
})
