import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { groundSentence } from '../../../services/grounding/ground-sentence.ts'

type Sentence = { notice: string; clauses: string[]; text: string; kind?: string }

const catalogue = buildCatalogue(loadNotices())
const read = (name: string): Sentence[] =>
  readFileSync(new URL(`../../fixtures/grounding/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence)

const clausesOf = ({ notice, clauses }: Sentence) => clauses.flatMap((clause) => catalogue.find(notice, clause) ?? [])
const holds = (one: Sentence) => groundSentence(one.text, clausesOf(one)) !== undefined

describe('sentences made up by somebody who set out to be believed', () => {
  const [lies, truths] = [read('false'), read('true')]

  test('there are many, and each names clauses that exist', () => {
    expect(lies.length).toBeGreaterThanOrEqual(550)
    expect(truths.length).toBeGreaterThanOrEqual(90)
    for (const one of [...lies, ...truths]) expect(clausesOf(one).length, one.text).toBeGreaterThan(0)
  })

  test('none that is false is shown', () => {
    expect(lies.filter(holds).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([])
  })
})
