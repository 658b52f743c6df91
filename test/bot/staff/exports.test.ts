import { beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../../knowledge/importing/zip.ts'
import { jsonOf } from '../../support/app.ts'
import { manyTurns } from '../../support/many-turns.ts'
import { staffApp } from '../../support/staff-app.ts'
import type { Role } from '../../../services/staff/role.ts'

const { assistant, say, as } = await staffApp()
const times = 1_500
const patience = 120_000

beforeAll(async () => {
  await say('2025年运营中心要多少件有效发明专利？')
  await say('  <b>食堂</b> & "几点"开门？')
  await manyTurns(assistant.db, times)
}, patience)

const standing = (role: Role) => jsonOf(as(role, 'GET', '/api/staff/exports'))

describe('an export', () => {
  test(
    'holds every question once, newest first, in both forms',
    async () => {
      const { questions } = await jsonOf(as('reviewer', 'GET', '/api/staff/export.json'))
      expect(questions).toHaveLength(2 * (times + 1))
      expect(new Set(questions.map(({ id }: { id: string }) => id)).size).toBe(questions.length)
      const days = questions.map(({ at }: { at: string }) => at)
      expect(days).toEqual(days.toSorted().toReversed())
      const workbook = await as('reviewer', 'GET', '/api/staff/export.xlsx')
      const files = readZip(Buffer.from(await workbook.arrayBuffer()), 200_000_000)
      const sheet = String(files.get('xl/worksheets/sheet1.xml'))
      expect(sheet.match(/<row>/gu)).toHaveLength(questions.length + 1)
      expect(sheet).toContain('&lt;b&gt;食堂&lt;/b&gt; &amp; "几点"开门？'.replaceAll('"', '&quot;'))
    },
    patience,
  )

  test(
    'waits while another is being made, and tells its place',
    async () => {
      // Nobody takes it, so that it goes no further than what fits between the two.
      const first = await as('reviewer', 'GET', '/api/staff/export.json')
      await expect.poll(() => standing('reviewer'), { timeout: 20_000 }).toMatchObject({ isUnderWay: true })
      const second = as('editor', 'GET', '/api/staff/export.json')
      await expect
        .poll(() => standing('editor'), { timeout: 20_000 })
        .toEqual({ place: 1, isUnderWay: false, waiting: 1 })
      const third = as('admin', 'GET', '/api/staff/export.xlsx')
      await expect
        .poll(() => standing('admin'), { timeout: 20_000 })
        .toEqual({ place: 2, isUnderWay: false, waiting: 2 })
      expect((await say('盘点率要达到多少')).replies[0]!.text).toContain('%')
      const sizes = await Promise.all(
        [first, second, third].map(async (file) => (await (await file).arrayBuffer()).byteLength),
      )
      for (const size of sizes) expect(size).toBeGreaterThan(10_000)
      expect(await standing('admin')).toEqual({ isUnderWay: false, waiting: 0 })
    },
    patience,
  )

  test(
    'that nobody waits for any more makes room',
    async () => {
      const gone = await as('reviewer', 'GET', '/api/staff/export.json')
      await gone.body!.cancel()
      const { questions } = await jsonOf(as('editor', 'GET', '/api/staff/export.json?q=食堂'))
      expect(questions.length).toBeGreaterThan(times)
    },
    patience,
  )
})
