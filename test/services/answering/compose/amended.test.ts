import { describe, expect, test } from 'vitest'
import { parseNotice } from '../../../../knowledge/parsing/parse-notice.ts'
import type { Answer } from '../../../../services/answering/answer.ts'
import { withAmendments } from '../../../../services/answering/compose/amended.ts'
import { compose } from '../../../../services/answering/compose/compose.ts'
import type { ClausesFinding, DeadlineFinding } from '../../../../services/answering/decide/finding.ts'
import { buildCatalogue, type Entry } from '../../../../knowledge/finding/catalogue.ts'

const kilns = parseNotice(
  {
    id: 'kilns',
    title: '湖滨区关于组织申报2026年古窑修缮补助的通知',
    shortTitle: '2026年古窑修缮补助通知',
    issuer: '湖滨区文化局',
    issued: '2026-11-06',
    year: 2026,
    replaces: [],
    programmes: [{ id: 'kilns', title: '古窑修缮补助', section: '' }],
    rosters: [],
  },
  `湖滨区关于组织申报2026年古窑修缮补助的通知

一、申报条件
（一）古窑建成60年以上。
（二）窑体占地不少于200平方米。
（三）设有专人看护。

二、补助标准
（一）按照修缮费用的30%给予补助，单座最高不超过50万元。

三、申报时间
申报材料于2026年12月15日前报送至区文化局。
`,
)
const amending = (...lines: string[]) =>
  parseNotice(
    {
      id: 'amending',
      title: '关于修改古窑修缮补助通知的通知',
      shortTitle: '修改古窑修缮补助通知',
      issuer: '湖滨区文化局',
      issued: '2026-11-20',
      year: 2026,
      replaces: [],
      programmes: [],
      rosters: [],
      amends: ['kilns'],
    },
    `关于修改古窑修缮补助通知的通知\n\n${lines.map((line, at) => `${'一二三四'[at]!}、${line}`).join('\n')}\n`,
  )

function setUp(...lines: string[]) {
  const catalogue = buildCatalogue([kilns, ...(lines.length > 0 ? [amending(...lines)] : [])])
  const entryOf = (words: string): Entry => catalogue.entries.find(({ clause }) => clause.text.includes(words))!
  /** What is answered from a clause. */
  function answer(words: string, more: Partial<ClausesFinding> = {}, language: 'zh' | 'en' = 'zh'): Answer {
    const entry = entryOf(words)
    const shown = [{ entry, excerpt: entry.clause.text, opening: undefined, stated: [] }]
    const found: ClausesFinding = { kind: 'clauses', status: 'answered', aspects: [], shown, rests: [entry], ...more }
    return compose(found, language, catalogue)
  }
  return { catalogue, entryOf, answer }
}
const placesOf = ({ rests }: Answer) => rests.map(({ notice, clause }) => `${notice.id}#${clause.id}`)

describe('an answer from a clause that another notice has changed', () => {
  const { answer } = setUp(
    '第一条第（二）项中的“200平方米”修改为“150平方米”。',
    '第二条第（一）项修改为：“按照修缮费用的25%给予补助，单座最高不超过40万元。”',
    '删去第一条第（三）项“设有专人看护”。',
  )
  test.each([
    ['some words', '窑体占地', '已修改：第一条第（二）项中的“200平方米”修改为“150平方米”。', 'amending#1'],
    ['a whole provision', '修缮费用', '已修改：按照修缮费用的25%给予补助，单座最高不超过40万元。', 'amending#2'],
    ['words that go', '专人看护', '已修改：删去第一条第（三）项“设有专人看护”。', 'amending#3'],
  ])('leads with the new words and cites them first: %s', (_, words, first, place) => {
    const told = answer(words)
    expect(told.text.split('\n')[0]).toBe(first)
    expect(told.lead).toBe(first)
    expect(told.text).toMatch(/——《修改古窑修缮补助通知》[\s\S]*修改以前的规定：\n/u)
    expect(placesOf(told)[0]).toBe(place)
    expect(told.text.indexOf(words)).toBeGreaterThan(-1)
    expect(answer(words, {}, 'en').text).toMatch(/^Amended: “/u)
  })

  test('is as it was where it says nothing that is changed', () => {
    expect(answer('60年以上').text).not.toContain('已修改')
    expect(setUp().answer('修缮费用').text).not.toContain('已修改')
  })

  test('keeps the cells of its table with their clauses', () => {
    const { catalogue, entryOf } = setUp('第二条第（一）项修改为：“按照修缮费用的25%给予补助。”')
    const rests = [entryOf('修缮费用的30%')]
    const table = { columns: ['条', '内容'], rows: [[{ text: '（一）' }, { text: '30%', rest: 0 }]] }
    const told = withAmendments({ status: 'listed', text: '30%', rests, table }, 'zh', catalogue)
    expect(told.rests[told.table!.rows[0]![1]!.rest!]).toBe(rests[0])
    expect(told.rests).toHaveLength(2)
  })
})

describe('the last day that another notice moves', () => {
  const { catalogue, entryOf, answer } = setUp('申报截止时间延长至2026年12月31日。')
  const entry = entryOf('12月15日前')
  const quoted = { entry, excerpt: entry.clause.text, opening: undefined, stated: [] }
  const window = { day: '2026-12-15', left: -2, takesApplications: true }

  test('is the one that is told, with what it was', () => {
    const found: DeadlineFinding = { kind: 'deadline', status: 'deadline-passed', window, quoted, rests: [entry] }
    const told = compose(found, 'zh', catalogue)
    expect(told.status).toBe('answered')
    expect(told.lead).toBe('还没截止：2026年12月31日，还有14天。')
    expect(told.text).toMatch(/申报截止时间延长至2026年12月31日。[\s\S]*原来是2026年12月15日，已经修改。/u)
    expect(placesOf(told)[0]).toBe('amending#1')
  })

  test('stands before a sentence that names the one before', () => {
    expect(answer('12月15日前').lead).toBe('已修改：申报截止时间延长至2026年12月31日。')
    expect(answer('60年以上').text).not.toContain('已修改')
  })

  test('leaves nothing closed that is open again', () => {
    expect(answer('60年以上', { closed: window }).text).not.toContain('截止')
    const late = { ...window, left: -20 }
    expect(answer('60年以上', { closed: late }).text).toContain('2026年12月31日截止')
  })
})
