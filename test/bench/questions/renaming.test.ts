import { describe, expect, test } from 'vitest'
import { shipped } from '../../../bot/knowledge-in-use.ts'
import { resolveProgrammes } from '../../../services/eligibility/resolve-programmes.ts'
import { renamedShipped, renamingOf } from './renaming.ts'

const { text, data } = renamingOf(4, { 医疗: '旅游', 医疗卫生: '渔业', 上海: '成都', 渔业: '林业' })

describe('a text takes other years and words', () => {
  const cases: [name: string, old: string, renamed: string][] = [
    ['the longest word first, and none twice', '上海医疗卫生和医疗', '成都渔业和旅游'],
    ['words that a layout breaks', '上 海市医\n疗', '成都市旅游'],
    [
      'years in full',
      '2022年至2025年底，〔2025〕11号，2025-06-04，２０２４年',
      '2026年至2029年底，〔2029〕11号，2029-06-04，２０２８年',
    ],
    ['years for short', '22年那批', '26年那批'],
    ['no numbers that are no years', '2000字、2024家、20年内、12025、2025.5', '2000字、2024家、20年内、12025、2029.5'],
  ]
  for (const [name, old, renamed] of cases) test(name, () => expect(text(old)).toBe(renamed))
})

test('in data, ids take other years, keys of facts stay, and years that are numbers move', () => {
  const old = { id: 'medical-2025', fact: 'incomeSince2023Wan', year: 2025, atLeast: 2000, quote: ['上海2025年'] }
  const renamed = { id: 'medical-2029', fact: 'incomeSince2023Wan', year: 2029, atLeast: 2000, quote: ['成都2029年'] }
  expect(data(old)).toEqual(renamed)
})

test('the rules that come with the assistant rest on their notices under other names too', () => {
  const { notices, programmes } = renamedShipped(renamingOf(4, { 医疗: '旅游', 上海: '成都' }))
  expect(resolveProgrammes(notices, programmes)).toHaveLength(shipped().programmes.length)
  expect(notices.map(({ source }) => source).join('')).not.toMatch(/医疗|上海|2022 ?年/u)
})
