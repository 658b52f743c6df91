import { expect, test } from 'vitest'
import { jsonOf, startApp } from '../../support/app.ts'

test('GET /api/units gives the rows of a unit and what it prepares, and nothing for others', async () => {
  const { url } = await startApp()
  const ask = (name: string) => jsonOf(fetch(`${url}/api/units?name=${encodeURIComponent(name)}`))
  expect(await ask('复旦大学')).toMatchObject({ entries: [{ unit: '复旦大学', seq: 3 }], prepare: ['项目总结报告'] })
  expect(await ask('某某公司')).toEqual({ entries: [], prepare: [] })
})
