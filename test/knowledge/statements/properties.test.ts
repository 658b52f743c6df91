import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contextsOf } from '../../../knowledge/statements/clause-context.ts'
import { roundTrips } from '../../../knowledge/statements/grade.ts'
import { parseStatements } from '../../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { statementsOf } from './made-up.ts'

const bounds = [
  ['不少于', 'atLeast', true],
  ['不超过', 'atMost', true],
  ['超过', 'moreThan', false],
  ['约', 'about', undefined],
] as const
const parts = fc.record({
  time: fc.constantFrom('截至申报日', '在2025年内', '至2026年底', '2023年至申报日'),
  metric: fc.constantFrom('有效发明专利', '专职工作人员', '服务企业数量', '合同成交总额'),
  bound: fc.constantFrom(...bounds),
  value: fc.integer({ min: 2, max: 9999 }),
  unit: fc.constantFrom('件', '人', '家', '万元'),
  condition: fc.constantFrom('', '单独申报的，', '属于联合体的，'),
})
type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never

const sentence = ({ time, condition, metric, bound, value, unit }: Parts): string =>
  `${time}，${condition}${metric}${bound[0]}${value}${unit}。`
const only = (text: string): Statement => {
  const said = statementsOf(`（一）${text}`).filter(({ sure }) => sure)
  expect(said).toHaveLength(1)
  return said[0]!
}

describe('a sentence made of slots', () => {
  test('gives each of them back, and so does its wording', () => {
    fc.assert(
      fc.property(parts, (made) => {
        for (const text of [sentence(made), wordStatement(only(sentence(made)), 'zh')]) {
          const { figure, metric, measured, parts: read } = only(text)
          expect({ metric, measured, value: figure!.value, bound: figure!.bound }).toEqual({
            metric: made.metric,
            measured: made.time,
            value: made.unit === '万元' ? made.value * 10_000 : made.value,
            bound: made.bound[1],
          })
          expect(
            read
              .filter(({ role }) => role === 'condition')
              .map((part) => `${part.text}，`)
              .join(''),
          ).toBe(made.condition)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('says something else once any of them is another', () => {
    const changed = fc.tuple(
      parts,
      parts,
      fc.constantFrom(...(['time', 'metric', 'bound', 'value', 'unit', 'condition'] as const)),
    )
    fc.assert(
      fc.property(changed, ([made, other, slot]) => {
        fc.pre(made[slot] !== other[slot])
        const words = wordStatement(only(sentence(made)), 'zh')
        expect(wordStatement(only(sentence({ ...made, [slot]: other[slot] })), 'zh')).not.toBe(words)
      }),
      { numRuns: 60 },
    )
  })
})

/** A slot of a statement read wrongly, as a parser might. */
const misreadings: Record<string, (statement: Statement) => Statement | undefined> = {
  modality: (one) => ({ ...one, modality: one.modality === 'may' ? 'must' : 'may' }),
  subject: (one) => ({ ...one, subject: `${one.subject ?? ''}市政府` }),
  metric: (one) => ({ ...one, metric: `${one.metric ?? ''}总数` }),
  kind: (one) => ({ ...one, kind: one.kind === 'duty' ? 'ban' : 'duty' }),
  value: (one) => one.figure && { ...one, figure: { ...one.figure, value: one.figure.value + 1 } },
  bound: (one) =>
    one.figure && { ...one, figure: { ...one.figure, bound: one.figure.bound === 'atMost' ? 'atLeast' : 'atMost' } },
  base: (one) => one.figure && { ...one, figure: { ...one.figure, per: [...one.figure.per, '人'] } },
  growth: (one) => one.figure && { ...one, figure: { ...one.figure, against: '2019年' } },
  measured: (one) => ({ ...one, measured: '近五年' }),
  day: (one) => one.date && { ...one, date: { ...one.date, day: (one.date.day ?? 0) + 1 } },
  edge: (one) => one.date && { ...one, date: { ...one.date, edge: one.date.edge === 'from' ? 'before' : 'from' } },
  condition: (one) => ({
    ...one,
    parts: one.parts.map((part) => (part.role === 'condition' ? { ...part, role: 'context' } : part)),
  }),
  note: (one) => ({ ...one, note: '含税' }),
}

describe('a sure statement with one slot misread no longer gives the slots of its wording', () => {
  const said = loadNotices().flatMap((notice) => {
    const contexts = contextsOf(notice)
    return parseStatements(notice)
      .filter(({ sure, cells }) => sure && !cells)
      .map((statement) => ({ notice, statement, context: contexts.get(statement.clause)! }))
  })
  for (const [slot, misread] of Object.entries(misreadings)) {
    test(slot, () => {
      let tried = 0
      for (const { notice, statement, context } of said) {
        const wrong = misread(statement)
        if (!wrong || JSON.stringify(wrong) === JSON.stringify(statement)) continue
        tried += 1
        expect(roundTrips(notice, wrong, context), `${notice.id} ${statement.id}`).toBe(false)
      }
      expect(tried).toBeGreaterThan(0)
    })
  }
})
