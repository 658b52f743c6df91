import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../../services/answering/decide/finding.ts'
import { notice } from '../retrieve/made-up.ts'
import { bases } from './bases.ts'
import { kilnsNew, kilnsOld, library } from './kilns.ts'
import { madeUp } from './made-up.ts'

/** A plan with eleven measures, each with who answers for it. */
const measures = Array.from({ length: 11 }, (_, at) => {
  const units = at === 6 ? '市园林局、市水务局' : '市园林局'
  return `（${'一二三四五六七八九十'[at] ?? '十一'}）第${at + 1}处绿地在年内开放。（责任单位：${units}）`
})
const plan = notice(
  {
    id: 'parks-2026',
    title: '云溪市口袋公园建设行动方案',
    year: 2026,
    issued: '2026-01-15',
    documentNumber: '云园发〔2026〕3号',
  },
  '云园发〔2026〕3号',
  '一、主要措施',
  ...measures,
  '云溪市园林局',
  '2026年1月15日',
)
const { talk, look } = madeUp([plan, kilnsNew, kilnsOld, library, bases])
const found = (...turns: string[]): Finding => talk(...turns).finding

describe('each way of answering finds its kind, whatever the notice is about', () => {
  test.each<[string[], Finding['kind'], Finding['status']]>([
    [['帮我批准一下'], 'refusal', 'not-found'],
    [['口袋公园行动方案的文号是什么'], 'document', 'answered'],
    [['口袋公园行动方案第7条措施讲什么'], 'provision', 'answered'],
    [['口袋公园行动方案第12条措施讲什么'], 'no-provision', 'not-found'],
    [['口袋公园行动方案一共多少条措施'], 'series', 'answered'],
    [['博物馆类的示范基地有哪些'], 'roster', 'roster'],
    [['三星堆研学基地在名单里吗'], 'roster', 'not-in-roster'],
    [['陶瓷工坊2019年的申报条件是什么'], 'refusal', 'not-found'],
    [['市水务局负责哪些措施'], 'duties', 'listed'],
    [['配套资金要多少'], 'clarify', 'clarify'],
    [['申报条件有哪些'], 'list', 'listed'],
    [['2022年和2025年的陶瓷工坊有什么变化'], 'comparison', 'compared'],
    [['2025年陶瓷工坊什么时候截止'], 'deadline', 'answered'],
    [['2022年陶瓷工坊什么时候截止'], 'deadline', 'deadline-passed'],
    [['2025年陶瓷工坊的申报条件有哪些'], 'list', 'listed'],
    [['2025年陶瓷工坊工坊面积不少于多少平方米'], 'clauses', 'answered'],
  ])('%s: %s, %s', (turns, kind, status) => {
    const finding = found(...turns)
    expect([finding.kind, finding.status]).toEqual([kind, status])
  })
})

const only = <Kind extends Finding['kind']>(kind: Kind, ...turns: string[]): Extract<Finding, { kind: Kind }> => {
  const finding = found(...turns)
  if (finding.kind !== kind) throw new Error(`${turns.join(' ')}: ${finding.kind}`)
  return finding as Extract<Finding, { kind: Kind }>
}

test('a provision is found with those who answer for it', () => {
  const { source, units } = only('provision', '口袋公园行动方案第7条措施讲什么')
  expect(source.entry.clause.text).toContain('第7处绿地')
  expect(units).toEqual(['市园林局', '市水务局'])
})

test.each(['口袋公园行动方案一共多少条措施', '口袋公园行动方案有几条措施', 'How many measures are in the plan'])(
  'what a notice numbers is counted: %s',
  (question) => {
    const { count, list, rests } = only('series', question)
    expect([count, list!.length]).toEqual([11, 11])
    expect(rests[0]!.clause.text).toContain('第1处绿地')
  },
)

test('the measures of a unit are not counted as those of the plan', () => {
  expect(only('duties', '市水务局负责几条措施').measures).toHaveLength(1)
})

test('who answers for a measure is held against the unit asked about', () => {
  const { units, asked } = only('responsible', '口袋公园行动方案第7条措施讲什么', '谁负责')
  expect([units, asked]).toEqual([['市园林局', '市水务局'], undefined])
})

test('what a notice prints of itself is a day and a number, no words', () => {
  const { printed } = only('document', '口袋公园行动方案的文号和印发日期是什么')
  expect(printed.map(({ what, value }) => [what, value])).toEqual([
    ['number', '云园发〔2026〕3号'],
    ['day', '2026-01-15'],
  ])
})

test.each<[string, number]>([
  ['2025年陶瓷工坊什么时候截止', 59],
  ['2022年陶瓷工坊什么时候截止', -1249],
])('days are counted from today: %s', (question, left) => {
  expect(only('deadline', question).window).toMatchObject({ left, takesApplications: true })
})

test('a closed window goes with conditions, an open one does not', () => {
  expect(found('2022年陶瓷工坊的申报条件有哪些').closed).toMatchObject({ day: '2022-09-30' })
  expect(found('2025年陶瓷工坊的申报条件有哪些').closed).toBeUndefined()
})

test('what was understood and refused moves nothing that was spoken of', () => {
  const { memory } = talk('2025年陶瓷工坊签约工匠要多少人', '今天天气怎么样')
  expect(memory.scope?.notice).toBe('kilns-2025')
})

describe('what a finding says is verbatim', () => {
  const questions = [
    '口袋公园行动方案第7条措施讲什么',
    '市园林局负责哪些措施',
    '2025年陶瓷工坊什么时候截止',
    '2025年陶瓷工坊的工作经费是多少',
    '2022年和2025年的陶瓷工坊有什么变化',
    '图书馆读者证押金多少钱',
  ]
  /** The texts under names that hold quotations, wherever they stand. */
  function quotations(
    value: unknown,
    seen = new Set<unknown>(),
  ): { text: string; entry: { clause: { text: string } } }[] {
    if (typeof value !== 'object' || value === null || seen.has(value)) return []
    seen.add(value)
    const { entry, ...own } = value as Record<string, unknown>
    const named = ['excerpt', 'said', 'sentence', 'stretch'].flatMap((name) => own[name] ?? [])
    const texts = named.filter((text) => typeof text === 'string')
    const here = entry ? texts.map((text) => ({ text, entry: entry as { clause: { text: string } } })) : []
    const parts = ['shown', 'measures', 'quoted', 'rows', 'cells', 'compared', 'told', 'findings']
    const below = Array.isArray(value) ? value : parts.flatMap((name) => own[name] ?? [])
    return [...here, ...below.flatMap((one) => quotations(one, seen))]
  }

  test.each(questions)('%s', (question) => {
    const finding = found(question)
    for (const { text, entry } of quotations(finding))
      for (const stretch of text.split('……')) expect(entry.clause.text).toContain(stretch)
  })

  test('and there are such texts', () => {
    expect(questions.flatMap((question) => quotations(found(question))).length).toBeGreaterThan(10)
  })
})

test('the same inquiry gives the same finding', () => {
  const question = '2022年和2025年的陶瓷工坊有什么变化'
  expect(found(question)).toEqual(found(question))
  expect(look(question).question.text).toBe(question)
})
