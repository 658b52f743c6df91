import { join } from 'node:path'
import { expect, test } from 'vitest'
import { similarityLimits } from '../../../services/similarity/similarity.ts'
import { countAt, learnPairs } from '../../../services/similarity/training/learn-pairs.ts'
import { readPairs } from '../../../services/similarity/training/pair-sets.ts'
import { readAllPairs } from '../../../services/similarity/training/read-pairs.ts'

const knowledge = join(import.meta.dirname, '..', '..', '..', 'knowledge')
const read = (name: string) => readAllPairs(join(knowledge, 'questions'), readPairs(join(knowledge, 'pairs'), name))

test('of pairs that nothing was learned from, those that ask the same are mostly seen and few others are taken for it', async () => {
  const { right, wrong, same, apart } = countAt(await read('held-out.jsonl'), similarityLimits.sameGroup)
  expect([same, apart]).toEqual([48, 48])
  // At the first look: 35 and 3; since what a question is about counts: 38 and 7.
  expect(right).toBeGreaterThanOrEqual(37)
  expect(wrong).toBeLessThanOrEqual(7)
})

test('learning from the same pairs gives the same weights', async () => {
  const pairs = (await read('near-misses.jsonl')).slice(0, 80)
  expect(learnPairs(pairs)).toEqual(learnPairs(pairs))
})
