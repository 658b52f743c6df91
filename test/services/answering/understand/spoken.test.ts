import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'
import { prepareNotice } from '../../../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../../../knowledge/load-notices.ts'
import type { Spoken } from '../../../../knowledge/parsing/spoken.ts'
import { buildLexicalIndex } from '../../../../knowledge/searching/lexical-index.ts'
import type { SearchQuery } from '../../../../knowledge/searching/hit.ts'
import { answerQuestion } from '../../../../services/answering/answer-question.ts'
import { replyOf } from '../../../../services/answering/compose/reply.ts'
import { buildSpelling } from '../../../../services/answering/understand/repair-spelling.ts'
import { shenjiangFile, shenjiangText as source } from '../../../knowledge/importing/shenjiang.ts'

const bundled = loadNotices()
const prepared = prepareNotice({ fileName: shenjiangFile, source, given: {}, hints: {} }, bundled, [])

/** What is said where staff have said how people speak of the notice. */
async function answered(question: string, given: Partial<Spoken>) {
  const notices = [{ ...prepared, spoken: { names: [], equivalents: [], questions: [], ...given } }, ...bundled]
  const catalogue = buildCatalogue(notices)
  const index = buildLexicalIndex(notices)
  const knowledge = {
    catalogue,
    spelling: buildSpelling(catalogue),
    search: async (query: SearchQuery) => index.search(query),
  }
  const { answer, inquiry } = await answerQuestion(knowledge, question, {}, '2026-11-21')
  return { ...replyOf(answer), named: inquiry!.question.named.map(({ id }) => id) }
}

describe('how people speak of a notice', () => {
  test.each(['滨江票', '老张券'])('the short name %s names it once staff have said so', async (name) => {
    const question = `${name}什么时候截止`
    expect((await answered(question, {})).named).not.toContain(prepared.id)
    const { named, citations } = await answered(question, { names: [name] })
    expect(named).toEqual([prepared.id])
    expect(citations[0]?.notice).toBe(prepared.id)
  })

  test('a word for a word of it is read as that', async () => {
    const question = '申江区创新券靠谱不靠谱名录在哪'
    const equivalents = [{ said: '躺平费', written: '机时费' }]
    const { citations } = await answered('申江区科技创新券躺平费给几成', { equivalents })
    expect(citations[0]).toMatchObject({ notice: prepared.id, clause: '3.3' })
    expect((await answered('申江区科技创新券躺平费给几成', {})).citations[0]?.clause).not.toBe('3.3')
    expect((await answered(question, { equivalents })).text).toBe((await answered(question, {})).text)
  })
})
