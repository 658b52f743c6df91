import { describe, expect, test } from 'vitest'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import { leadOf, wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { inShort as figureInShort } from '../language/notation.ts'
import { statementsOf } from './made-up.ts'

const named: [
  slot: 'subject' | 'recipient' | 'verb' | 'metric' | 'object' | 'measured' | 'hedge' | 'note',
  mark: string,
][] = [
  ['measured', '@'],
  ['subject', 'by '],
  ['recipient', 'to '],
  ['hedge', '~'],
  ['verb', '!'],
  ['metric', ''],
  ['object', '+'],
  ['note', '#'],
]

/** The slots of a statement in one line: `quantity must, 专职人员 ≥15人`. */
export function slotsInShort(statement: Statement): string {
  const { kind, modality, figure, date, group } = statement
  const slots = named.flatMap(([slot, mark]) => (statement[slot] === undefined ? [] : [`${mark}${statement[slot]}`]))
  const { of, against } = figure ?? {}
  const said = [
    ...slots,
    ...(figure ? [figureInShort({ ...figure, start: 0, end: 0, from: 0, to: 0 })] : []),
    ...(of === undefined ? [] : [`of ${of}`]),
    ...(against === undefined ? [] : [`against ${against}`]),
    ...(date ? [`${date.edge} ${date.phrase}`] : []),
    ...(group ? [group.members.join(' | ')] : []),
  ]
  return [`${kind} ${modality}`, ...said].join(', ')
}

/**
 * What may be said of lines under a heading, each with its slots, its wording (= as printed) and its short form (= the same,
 * – none).
 */
export function saidOf(lines: readonly string[], heading: string): string[] {
  const printed = lines.join('')
  return statementsOf([...lines], heading)
    .filter(({ sure }) => sure)
    .map((statement) => {
      const [words, lead] = [wordStatement(statement, 'zh'), leadOf(statement, 'zh')]
      const short = lead === undefined ? '–' : lead === words ? '=' : lead
      return `${slotsInShort(statement)} → ${words === printed ? '=' : words} → ${short}`
    })
}

/** Sentences, or lines apart by \n, with all that may be said of them; those with nothing stay verbatim. */
export type Sentences = [text: string, ...said: string[]][]

export function expectSaid(heading: string, sentences: Sentences): void {
  describe(heading, () => {
    test.each(sentences.map(([text, ...said]) => [text, said] as const))('%s', (text, said) => {
      expect(saidOf(text.split('\n'), heading)).toEqual(said)
    })
  })
}
