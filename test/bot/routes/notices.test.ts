import { expect, test } from 'vitest'
import { jsonOf, notice, startApp } from '../../support/app.ts'

test('GET /api/notices lists the notices without their texts', async () => {
  const { url } = await startApp()
  const [listed, ...others] = await jsonOf(fetch(`${url}/api/notices`))
  expect(others).toEqual([])
  expect(listed).toEqual({
    id: 'medical-2025',
    title: notice.title,
    shortTitle: '2025年医疗卫生系统通知',
    documentNumber: '沪知局促〔2025〕11号',
    issuer: '上海市知识产权局',
    issued: '2025-06-04',
    year: 2025,
    replaces: ['medical-2022'],
    url: '/notices/medical-2025',
  })
})

test('GET /api/notices/{id} gives a notice with its clauses in order', async () => {
  const { url } = await startApp()
  const { clauses, ...rest } = await jsonOf(fetch(`${url}/api/notices/medical-2025`))
  expect(rest).toMatchObject({ id: 'medical-2025', title: notice.title })
  expect(rest).not.toHaveProperty('source')
  expect(clauses).toEqual(notice.clauses.map((clause) => ({ ...clause, spans: undefined })))
})
