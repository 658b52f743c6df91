import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildCatalogue, type Entry } from '../../../knowledge/finding/catalogue.ts'
import leadIns from '../../../knowledge/lexicon/lead-ins.json' with { type: 'json' }
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { groundSentence } from '../../../services/grounding/ground-sentence.ts'

const catalogue = buildCatalogue(loadNotices())

/** A text without the marks and blanks that part its words. */
const bare = (text: string) => text.replace(/[，；。\s]/gu, '')
const wordsOf = ({ clause, children }: Entry) =>
  [clause, ...children.map((child) => child.clause)].map(({ text }) => text)

/** What is left of a text that is no clause's own characters, piece by piece, and no lead-in of the closed list. */
function foreignTo(text: string, entries: Entry[]): string[] {
  const whole = entries.flatMap(wordsOf).map((words) => words.replace(/（责任单位：[^（）]*）/gu, ''))
  const sources = [...entries.flatMap(wordsOf), ...whole].map(bare)
  return text
    .split(/[；。]/u)
    .map((piece) => leadIns.reduce((rest, lead) => rest.replace(`${lead}，`, ''), piece))
    .filter((piece) => !sources.some((source) => source.includes(bare(piece))))
}

describe('sentences in disguise: look-alikes, invisible signs, marks that turn the sense', () => {
  type Sentence = { notice: string; clauses: string[]; text: string; kind: string }
  const disguised = readFileSync(new URL('../../fixtures/grounding/disguised.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence)

  test.each(disguised)('$kind: $text', ({ notice, clauses, text }) => {
    const entries = clauses.flatMap((clause) => catalogue.find(notice, clause) ?? [])
    expect(entries).toHaveLength(clauses.length)
    const shown = groundSentence(text, entries)?.text ?? ''
    expect(foreignTo(shown, entries)).toEqual([])
  })

  test('of these most are not shown at all', () => {
    const shown = disguised.filter(({ notice, clauses, text }) =>
      groundSentence(
        text,
        clauses.flatMap((clause) => catalogue.find(notice, clause) ?? []),
      ),
    )
    expect(disguised.length).toBeGreaterThanOrEqual(60)
    expect([...new Set(shown.map(({ kind }) => kind))].toSorted()).toEqual(['comma', 'quotes'])
  })
})

describe('whatever is put into a true sentence', () => {
  const truths = catalogue.entries
    .filter(({ clause }) => ['item', 'paragraph'].includes(clause.kind) && clause.text.length > 20)
    .flatMap((one) =>
      one.clause.text
        .split(/[。\n]/u)
        .map((text) => ({ one, text: `根据通知，${text.trim()}。`, plain: groundSentence(text, [one])?.text }))
        .filter(({ plain }) => plain !== undefined),
    )
  const character = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    fc.constantFrom(...'不非无⾮⽆，、。；：“”（）❌×⑩²Ⅹ٠०𝟢а\u202e\u200b\u2060\u0336\ufe0f\ue000　'),
  )
  const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 2 }), put: character })

  test('is shown in characters of the clause and words of ours, or not at all', () => {
    expect(truths.length).toBeGreaterThan(100)
    let shown = 0
    fc.assert(
      fc.property(
        fc.constantFrom(...truths),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        ({ one, text }, edits) => {
          const signs = edits.reduce(
            (rest, { at, cut, put }) => rest.toSpliced(at % (rest.length + 1), cut, put),
            [...text],
          )
          const grounded = groundSentence(signs.join(''), [one])
          if (grounded === undefined) return
          shown += 1
          expect(foreignTo(grounded.text, [one]), signs.join('')).toEqual([])
          expect(groundSentence(grounded.text, [one])?.text, 'rebuilt once more').toBe(grounded.text)
        },
      ),
      { numRuns: 3000 },
    )
    expect(shown).toBeGreaterThan(20)
  })

  test('changes none of its words where only something is put in', () => {
    fc.assert(
      fc.property(fc.constantFrom(...truths), fc.nat(), character, ({ one, text, plain }, at, put) => {
        const signs = [...text]
        const grounded = groundSentence(signs.toSpliced(at % (signs.length + 1), 0, put).join(''), [one])
        if (grounded) expect(bare(grounded.text).replace(/^根据通知/u, '')).toBe(bare(plain!))
      }),
      { numRuns: 3000 },
    )
  })
})
