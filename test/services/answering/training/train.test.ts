import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featureNames } from '../../../../services/answering/retrieve/features.ts'
import { gateNames } from '../../../../services/answering/retrieve/gate-features.ts'
import { cueNames } from '../../../../services/answering/understand/cues.ts'
import { slotNames } from '../../../../services/answering/retrieve/slots.ts'
import { learned, storedForm } from '../../../../services/answering/retrieve/weights.ts'
import weights from '../../../../services/answering/retrieve/weights.json' with { type: 'json' }
import { type LabelledSet, readSets } from '../../../../services/answering/training/read-set.ts'
import { learnTalk, reportOnTalk } from '../../../../services/answering/training/learn-talk.ts'
import talkWeights from '../../../../services/answering/understand/talk-weights.json' with { type: 'json' }
import { train } from '../../../../services/answering/training/train.ts'
import { temporaryDirectory } from '../../../support/database.ts'

const sets = readSets(join(import.meta.dirname, '../../../../knowledge/questions'))

/** A part of a set that is soon learned from. */
const partOf = (name: string): LabelledSet => {
  const { questions, dialogues, ...set } = sets.find((one) => one.name === name)!
  return { ...set, questions: questions.filter((_, at) => at % 12 === 0), dialogues: dialogues.slice(0, 1) }
}

test('training on the same questions gives the same weights to the last digit, and says what they are worth', async () => {
  const parts = [partOf('bundled'), partOf('mixed')]
  const [first, second] = [await train(parts), await train(parts)]
  expect(second).toEqual(first)
  expect(Object.values(first.weights.ranking).some((weight) => weight !== 0)).toBe(true)
  expect(first.report).toMatch(/without: figures given \| [\d.]+ % \|/u)
  expect(first.report).toMatch(/learned from other notices alone \| \d+ \|/u)
  for (const { name } of parts) expect(first.report).toMatch(new RegExp(`^\\| ${name} \\| \\d+ \\|`, 'mu'))
}, 120_000)

test('what tells small talk is learned from all sets, to the last digit', () => {
  expect(learnTalk(sets)).toEqual(talkWeights)
  expect(reportOnTalk(sets)).toMatch(
    /^Small talk .*: \d+ of \d+ known \([\d.]+ %\); of \d{4,} questions \d+ taken for such\.$/u,
  )
})

test('every feature has a weight, and no weight is of something that is no feature', () => {
  expect(Object.keys(weights.ranking)).toEqual([...featureNames])
  expect(Object.keys(weights.gate)).toEqual([...gateNames])
  expect(Object.keys(weights.cues)).toEqual([...cueNames])
  for (const cue of [...Object.keys(weights.fit), ...Object.keys(weights.cueSlots)]) expect(cueNames).toContain(cue)
  expect(Object.keys(weights.words)).toEqual(Object.keys(weights.words).toSorted())
  const slots = new Set<string>(slotNames)
  const tables = [learned.fit, learned.cueSlots, learned.wordSlots]
  for (const [cue, kept] of tables.flatMap((table) => Object.entries(table)))
    for (const [slot, weight] of Object.entries(kept)) {
      expect(slots, cue).toContain(slot)
      expect(Math.abs(weight), `${cue} ${slot}`).toBeGreaterThan(0)
    }
  expect(storedForm(learned)).toEqual(weights)
})

test('the sets hold questions with and without an answer, and notices of their own', () => {
  expect(sets.flatMap(({ files }) => files).length).toBeGreaterThanOrEqual(30)
  for (const { name, questions } of sets) {
    expect(questions.filter(({ expect: label }) => label === 'answer').length, name).toBeGreaterThan(40)
    expect(questions.filter(({ expect: label }) => label === 'not-found').length, name).toBeGreaterThan(30)
  }
})

test('a malformed line is refused with file and line', () => {
  const folder = temporaryDirectory()
  mkdirSync(join(folder, 'one'))
  writeFileSync(
    join(folder, 'one', 'questions.jsonl'),
    '{"id": "1", "question": "几家", "expect": "answer"}\n{"id": 2}\n',
  )
  expect(() => readSets(folder)).toThrow(/questions\.jsonl:2: /u)
})

test('a notice that the set does not have is refused by its name', async () => {
  const set = {
    name: 'one',
    files: [],
    isOfBundled: true,
    dialogues: [],
    questions: [{ id: '1', question: '几家', expect: 'answer', notice: 'gone', quotes: ['几家'] }],
  }
  await expect(train([set])).rejects.toThrow(/gone/u)
}, 60_000)
