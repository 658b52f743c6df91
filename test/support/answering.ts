import { expect } from 'vitest'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { buildLexicalIndex } from '../../knowledge/searching/lexical-index.ts'
import { type Answer, type Memory, statuses } from '../../services/answering/answer.ts'
import { answerQuestion } from '../../services/answering/answer-question.ts'
import { citeAll } from '../../services/answering/compose/cite.ts'
import { saidOf } from '../../services/answering/compose/said.ts'
import { resolveProgrammes } from '../../services/eligibility/resolve-programmes.ts'
import { buildSpelling } from '../../services/answering/understand/repair-spelling.ts'
import type { Knowledge } from '../../services/answering/understand/understand.ts'
import type { Citation, ReplyKind } from '../../services/reply.ts'

/** A day on which every window of the five notices has closed. */
export const afterAllWindows = '2026-11-21'

export type Asked = {
  question: string
  answer: Answer
  status: Answer['status']
  kind: ReplyKind
  text: string
  /** Everything the answer rests on, each once. */
  citations: Citation[]
  /** `notice#clause` of the citations, in order. */
  places: string[]
  memory: Memory
}

export const notices = loadNotices()
export const catalogue = buildCatalogue(notices)
export const spelling = buildSpelling(catalogue)
const index = buildLexicalIndex(notices)

/** Characters only, in half width: how texts are compared. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()

/**
 * The answering path over the five notices and their index, for one test file: `const { ask } = await answering()`
 * at its top. `ask` asks one question; `talk` several of one conversation.
 */
export async function answering() {
  const knowledge: Knowledge = {
    catalogue,
    spelling,
    programmes: resolveProgrammes(notices),
    said: saidOf(notices),
    search: async (query) => index.search(query),
  }

  async function ask(question: string, memory: Memory = {}, today = afterAllWindows): Promise<Asked> {
    const told = await answerQuestion(knowledge, question, memory, today)
    const { answer } = told
    const citations = citeAll(answer.rests)
    const places = citations.map(({ notice, clause }) => `${notice}#${clause}`)
    const { status, text } = answer
    return { question, answer, status, kind: statuses[status], text, citations, places, memory: told.memory }
  }

  async function talk(...turns: string[]): Promise<Asked> {
    let last: Asked | undefined
    for (const turn of turns) last = await ask(turn, last?.memory)
    if (!last) throw new Error('a talk has a turn at least')
    return last
  }

  return { ask, talk, knowledge }
}

/** What an answer must be, say and rest on; what is left out may be anything. */
export type Expected = {
  status?: Answer['status']
  /** `notice#clause` that the answer must rest on, whatever else it rests on. */
  cites?: string[]
  says?: string[]
  lacks?: string[]
  /** Characters of its text at most. */
  within?: number
}

export function expectAnswer(asked: Asked, { status, cites = [], says = [], lacks = [], within }: Expected): void {
  const text = bare(asked.text)
  if (status) expect(asked.status, asked.text).toBe(status)
  for (const part of says) expect(text, asked.question).toContain(bare(part))
  for (const part of lacks) expect(text, asked.question).not.toContain(bare(part))
  for (const place of cites) expect(asked.places, asked.text).toContain(place)
  if (within !== undefined) expect(asked.text.length, asked.text).toBeLessThanOrEqual(within)
}
