import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { madeUpNotices } from '../../support/made-up-notices.ts'

/** The call of 2025 as it may come again in 2027: of the same title, with other figures. */
const next = readFileSync(join(import.meta.dirname, '../../../knowledge/notices/medical-2025.txt'), 'utf8')
  .replaceAll('2025', '2027')
  .replaceAll('2023', '2025')
  .replace(/11(?=\s*号)/u, '21')
  .replace(/100(?=\s*件)/u, '120')
  .replace(/5(?=\s*家)/u, '8')

let hold: (says: readonly string[]) => Promise<string>
beforeAll(async () => {
  hold = (await madeUpNotices([next], '2027-06-06')).hold
})

// Of the old call these questions are known; of the new one they are asked all the same.
test.each([
  ['我们医院要多少专利', '120件', '100件'],
  ['医院申报要多少件有效发明专利', '120件', '100件'],
  ['评几家运营中心', '8家', '5家'],
  ['什么时候截止', '2027年6月13日', '2025年6月13日'],
])('the next call leads, though an older one may fit better: %s', async (question, now, before) => {
  const answer = await hold([question])
  expect(answer).toContain(now)
  expect(answer.split('\n')[0]).not.toContain(before)
})

test('a year that is named is answered for that year', async () => {
  expect(await hold(['2025年医疗运营中心要多少件有效发明专利'])).toContain('100件')
})
