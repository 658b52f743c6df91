import { describe, expect, test } from 'vitest'
import { lengthOf } from '../../../../knowledge/language/characters.ts'
import { replySchema } from '../../../../services/reply.ts'
import { replyOf } from '../../../../services/answering/compose/reply.ts'
import { answering } from '../../../support/answering.ts'

const { ask, talk } = await answering()

const replyTo = async (...turns: string[]) => {
  const { answer } = await talk(...turns)
  return replyOf(answer)
}

describe('a reply', () => {
  const questions = [
    '2025年医疗运营中心要多少件有效发明专利',
    '2025年运营中心有效发明专利99件行不行',
    '2025年医疗运营中心什么时候截止',
    '瑞金医院',
    '2025年运营中心和促进中心支持经费差多少',
    '2025年运营中心的盘点率和产业化率要求是多少？',
    '专利年费多少钱',
    '你好',
  ]
  test.each(questions)('keeps to the public form, its lead the first line and short: %s', async (question) => {
    const reply = await replyTo(question)
    expect(replySchema.parse(reply)).toEqual(reply)
    if (reply.lead === undefined) return
    expect(reply.text.split('\n')[0]).toBe(reply.lead)
    expect(lengthOf(reply.lead)).toBeLessThanOrEqual(80)
  })

  test('says in its first line what was asked', async () => {
    expect((await replyTo(questions[0]!)).lead).toBe('至少100件（含100件）。')
    expect((await replyTo(questions[1]!)).lead).toContain('99件还差1件')
    expect((await replyTo(questions[2]!)).lead).toBe('已截止：2025年6月13日。')
    expect((await replyTo(questions[3]!)).lead).toContain('共2行')
  })

  test('that finds nothing offers the nearest clause and cites none', async () => {
    const { answer } = await ask('专利年费多少钱')
    const { kind, nearest, citations, text } = replyOf(answer)
    expect([kind, citations]).toEqual(['not-found', []])
    expect(nearest?.quote).toBeTruthy()
    expect(text).not.toContain(nearest!.quote)
  })

  test('puts each cell of a table beside its citation', async () => {
    const { table, citations } = await replyTo(questions[4]!)
    const cells = table!.rows.flatMap(([, ...own]) => own)
    expect(cells).toHaveLength(2)
    for (const { text, citation } of cells)
      expect(citations[citation!]!.quote.replace(/\s/gu, '')).toContain(/\d+万元/u.exec(text)![0])
  })
})
