import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDrafts } from '../../../services/model/sentences.ts'

test('sentences are read the same however they come in pieces', () => {
  const drafts = fc.array(fc.record({ text: fc.string(), clauses: fc.array(fc.nat(9)) }), { maxLength: 5 })
  fc.assert(
    fc.property(drafts, fc.array(fc.nat(300)), (sentences, cuts) => {
      const whole = JSON.stringify({ sentences })
      const read = readDrafts()
      const steps = [...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length]
      expect(steps.flatMap((end) => read(whole.slice(0, end)))).toEqual(sentences)
    }),
  )
})

test.each([
  ['', 0],
  ['<html><body>502</body></html>', 0],
  ['{"answer":"no sentences here"}', 0],
  ['{"sentences":[{"text":1}]}', 0],
  ['{"sentences":[{"text":"一","clauses":"x"},{"text":"二","clauses":[1]}', 2],
  ['```json\n{"sentences":[{"text":"一","clauses":["1"]}]}\n```', 1],
  [
    '{"sentences":[{"text":"一半\\ud83d","clauses":[1]},{"text":"空\\u0000","clauses":[1]},{"text":"\\ud83d\\ude00","clauses":[1]}]}',
    1,
  ],
  ['{"sentences":[{"text":"with } and \\" in it","clauses":[1]},{"text":"cut', 1],
])('%s has %i sentences', (text, count) => {
  expect(readDrafts()(text)).toHaveLength(count)
})
