import { describe, expect, test } from 'vitest'
import { callBefore, deriveReplaces } from '../../../knowledge/importing/derive-replaces.ts'

const known = [
  { id: 'old', title: '关于印发《公寓租金补贴细则》的通知', documentNumber: '云临房〔2024〕3号' },
  { id: 'older', title: '公寓租金补贴细则' },
  { id: 'own', title: '关于印发《公寓租金补贴细则（修订）》的通知', documentNumber: '云临房〔2025〕2号' },
]
const cases: [string, string, string[]][] = [
  ['by its number', '《关于印发〈公寓租金补贴细则〉的通知》（云临房〔2024〕3号）同时废止。', ['old']],
  ['by its number, whatever its title is there', '《租金细则》（云临房﹝2024﹞3号，以下称旧细则）停止执行。', ['old']],
  ['by its title where no number is given', '本细则自2025年5月1日起施行，《公寓租金补贴 细则》同时废止。', ['older']],
  ['by the title of a notice with a document', '《关于印发〈公寓租金补贴细则〉的通知》不再执行。', ['old']],
  ['not where the number is another', '《关于印发〈公寓租金补贴细则〉的通知》（云临房〔2019〕9号）同时废止。', []],
  ['not where it stays in force', '按照《公寓租金补贴细则》执行。过期的证件予以废止。', []],
  ['not by itself', '《关于印发〈公寓租金补贴细则（修订）〉的通知》（云临房〔2025〕2号）废止。', []],
]
test.each(cases)('a notice that another puts out of force is known %s', (_, source, ids) => {
  expect(deriveReplaces(source, 'own', known)).toEqual(ids)
})

describe('the call before', () => {
  const call = (id: string, title: string, year: number, issuer = '申江区科委') => ({ id, title, year, issuer })
  const of2025 = call('a', '关于申报2025年度申江创新券的通知', 2025)
  const of2026 = call('b', '关于申报2026年度申江创新券的通知', 2026)
  const of2027 = call('c', '关于申报2027年度申江创新券的通知', 2027)

  test('is the last one of the same title and office', () => {
    expect(callBefore(of2027, [of2025, of2026])?.id).toBe('b')
    expect(callBefore(of2026, [of2025, of2027])?.id).toBe('a')
    expect(callBefore(of2025, [of2026, of2027])).toBeUndefined()
  })

  test.each([
    ['another office', call('d', of2026.title, 2026, '临江区科委')],
    ['another title', call('d', '关于申报2026年度申江人才券的通知', 2026)],
    ['what is no call, and names no year', call('d', '关于公布申江科技企业名单的通知', 2026)],
  ])('is none of %s', (_, other) => {
    const own = other.title.includes('年度') ? of2027 : { ...other, id: 'e', year: 2027 }
    expect(callBefore(own, [other])).toBeUndefined()
  })

  test('need not name its year in its title', () => {
    const before = call('d', '关于组织申报申江创新券的通知', 2026)
    expect(callBefore({ ...before, id: 'e', year: 2027 }, [before])?.id).toBe('d')
    expect(callBefore({ ...before, id: 'e' }, [before])).toBeUndefined()
  })
})
