import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { kinOf, programmesNamed } from '../../../../services/answering/understand/named-parts.ts'
import { harbourNew, harbourOld, library, notice, pottersNew, pottersOld } from '../retrieve/made-up.ts'

const programme = (id: string, title: string) => ({ id, title, section: '', names: [] })
const centres = [
  programme('centre', '云溪市陶瓷运营中心'),
  programme('promotion', '云溪市陶瓷运营促进中心'),
  programme('school', '云溪市陶瓷学校'),
]

describe('a programme is named by what its title has and those beside it lack', () => {
  const texts: [string, string[]][] = [
    ['运营中心的条件', ['centre']],
    ['促进中心的条件', ['promotion']],
    ['运营促进中心', ['promotion']],
    ['陶瓷学校和促进中心比', ['promotion', 'school']],
    ['云溪市陶瓷的条件', []],
    ['陶瓷运营', []],
    ['学校', []],
    ['', []],
  ]
  test.each(texts)('%j names %j', (text, named) => {
    expect(programmesNamed({ programmes: centres }, text)).toEqual(named)
  })

  test('an only one by any part, and of two alike none', () => {
    expect(programmesNamed({ programmes: [centres[0]!] }, '陶瓷运营')).toEqual(['centre'])
    const twins = [programme('one', '书屋工程'), programme('other', '书屋工程')]
    expect(programmesNamed({ programmes: twins }, '书屋工程')).toEqual([])
    expect(programmesNamed({ programmes: [] }, '书屋工程')).toEqual([])
  })

  test('in whatever width and case the title is printed', () => {
    const printed = [programme('abc', 'ＡＢＣ 计划'), programme('other', '书屋工程')]
    expect(programmesNamed({ programmes: printed }, '关于abc计划')).toEqual(['abc'])
  })

  test('whatever stands around', () => {
    const around = fc.string({ unit: fc.constantFrom(...'甲乙丙丁a1 ') })
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(programmesNamed({ programmes: centres }, `${before}促进中心${after}`)).toEqual(['promotion'])
        expect(programmesNamed({ programmes: centres }, before + after)).toEqual([])
      }),
    )
  })
})

describe('a notice is of one kind with that of another year', () => {
  const all = [pottersOld, harbourOld, library]
  test.each([
    ['potters-2021', pottersNew, all],
    ['harbour-2020', harbourNew, all],
    [undefined, library, [pottersOld, harbourOld]],
    [undefined, library, []],
  ])('%s', (kin, one, others) => {
    expect(kinOf(one, others)?.id).toBe(kin)
  })

  test('by its words and not by its year, the most alike first', () => {
    const [first, second, third] = ['2019年书屋评选办法', '2024年度书屋评选办法', '2024年书屋评选暂行办法'].map(
      (title, at) => notice({ id: `shelf-${at}`, title, year: 2019 + at }),
    )
    expect(kinOf(first!, [third!, second!])).toBe(second)
    expect(kinOf(first!, [third!])).toBe(third)
  })

  test('and none where a title has no two characters', () => {
    const short = notice({ id: 'short', title: '2024', year: 2024 })
    expect(kinOf(short, [short, library])).toBeUndefined()
    expect(kinOf(library, [short])).toBeUndefined()
  })
})
