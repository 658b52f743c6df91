import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../../knowledge/parsing/notice.ts'
import type { Memory } from '../../../../services/answering/answer.ts'
import { topicOf } from '../../../../services/answering/compose/topic.ts'
import { catalogue } from '../../../support/answering.ts'

const center = { notice: 'medical-2025', programme: 'medical-center-2025' }

describe('what is spoken of is named in few words', () => {
  const cases: [label: string, english: string, memory: Memory][] = [
    ['2025年运营中心', '2025 medical IP operation centre', { scope: center }],
    [
      '2025年促进中心',
      '2025 medical IP operation promotion centre',
      { scope: { ...center, programme: 'medical-promotion-2025' } },
    ],
    [
      '2022年高校运营中心',
      '2022 university IP operation centre',
      { scope: { notice: 'university-2022', programme: 'university-center-2022' } },
    ],
    [
      '2022年医疗卫生系统运营中心',
      '2022 medical IP operation centre',
      { scope: { notice: 'medical-2022', programme: 'medical-center-2022' } },
    ],
    [
      '2024年总结验收和中期检查',
      '2024 notice on final acceptance and mid-term checks',
      { scope: { notice: 'review-2024' } },
    ],
    [
      '瑞金医院 · 2024年中期检查',
      '瑞金医院 · 2024 mid-term check',
      { scope: { notice: 'review-2024' }, unit: '上海交通大学医学院附属瑞金医院' },
    ],
  ]
  test.each(cases)('%s', (label, english, memory) => {
    expect(topicOf(catalogue, memory)?.label).toBe(label)
    expect(topicOf(catalogue, memory, 'en')?.label).toBe(english)
  })

  test('and nothing is named before anything was spoken of, or when its notice is gone', () => {
    expect(topicOf(catalogue, {})).toBeUndefined()
    expect(topicOf(catalogue, { scope: { notice: 'gone' } })).toBeUndefined()
  })
})

describe('any other notice is named the same way', () => {
  const notice = (id: string, year: number, titles: string[]): Notice => ({
    id,
    title: titles.join('、'),
    shortTitle: `${year}年通知`,
    issuer: '云溪市文化局',
    year,
    replaces: [],
    programmes: titles.map((title, at) => ({ id: `${id}-${at}`, title, section: '' })),
    rosters: [],
    source: '',
    clauses: [],
  })
  const labels = (...notices: Notice[]) =>
    notices.flatMap(({ id, programmes }) =>
      programmes.map((one) => topicOf(buildCatalogue(notices), { scope: { notice: id, programme: one.id } })?.label),
    )

  test('by its last words where they tell it from those beside it', () => {
    expect(labels(notice('kilns', 2031, ['陶瓷技艺传承示范工坊', '陶瓷技艺传承研学基地']))).toEqual([
      '2031年陶瓷技艺传承示范工坊',
      '2031年陶瓷技艺传承研学基地',
    ])
    expect(labels(notice('a', 2031, ['陶瓷技艺传承示范工坊']), notice('b', 2030, ['陶瓷技艺传承示范工坊']))).toEqual([
      '2031年示范工坊',
      '2030年示范工坊',
    ])
  })

  test('by its title where it is unlike all others', () => {
    expect(labels(notice('a', 2031, ['青年科创人才支持计划']))).toEqual(['2031年青年科创人才支持计划'])
  })

  test('never two by the same name', () => {
    const all = labels(...catalogue.notices)
    expect(new Set(all).size).toBe(all.length)
  })
})
