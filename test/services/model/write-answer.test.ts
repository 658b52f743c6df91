import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { timeLimits } from '../../../services/model/time-limit.ts'
import { writeAnswer } from '../../../services/model/write-answer.ts'

const entry = buildCatalogue(loadNotices()).find('medical-2025', '1.2.1')!
const words = '截至申报日，有效发明专利达到100件以上。'

/** What is left of sentences that a model writes on one clause. */
async function shown(...sentences: { text: string; clauses: unknown }[]): Promise<string[]> {
  async function* ask() {
    yield JSON.stringify({ sentences })
  }
  const texts: string[] = []
  for await (const { text, rests } of writeAnswer(ask, '问', [entry], timeLimits)) {
    expect(rests).toEqual([entry])
    texts.push(text)
  }
  return texts
}

describe('a sentence is shown', () => {
  test.each([
    words,
    '截至申报日，有效发明专利达到100件以上',
    `[1] 「（二）申报条件 › 1」${words}`,
    `「（二）申报条件 › 1」：${words}`,
    `${words.slice(0, -1)}[1]。`,
  ])('%s', async (text) => {
    expect(await shown({ text, clauses: [1] })).toEqual([words])
  })

  test('once, however often it is said', async () => {
    expect(await shown({ text: words, clauses: [1] }, { text: ` ${words}`, clauses: [1] })).toEqual([words])
  })
})

describe('a sentence is not shown', () => {
  test.each([[[]], [[2]], [[0]], ['none'], [undefined]])('that names %j as its clauses', async (clauses) => {
    expect(await shown({ text: words, clauses })).toEqual([])
  })

  test('that says something else, while the others are', async () => {
    const lie = { text: '有效发明专利达到99件以上。', clauses: [1] }
    expect(await shown(lie, { text: words, clauses: [1] }, lie)).toEqual([words])
  })
})
