import { expect, test } from 'vitest'
import type { Hit } from '../../../../knowledge/searching/hit.ts'
import { joined } from '../../../../knowledge/searching/with-meaning.ts'
import { inquire } from '../../../../services/answering/inquire.ts'
import { learnedNearness, nearnessIn } from '../../../../services/answering/retrieve/nearness.ts'
import { understand } from '../../../../services/answering/understand/understand.ts'
import { afterAllWindows as today, answering } from '../../../support/answering.ts'

const { knowledge } = await answering()
const asked = '2025年运营中心的魑魅魍魉要求是什么'
const wanted = { notice: 'medical-2025', clause: '1.2.2' }
const question = understand(knowledge, asked, {}, today)
const hits = await knowledge.search({ query: question.text, limit: 50 })
const others: Hit[] = [{ ...wanted, heading: '', text: '', score: 0, coverage: 0 }]
const near = [
  { ...wanted, likeness: 0.9 },
  { notice: 'medical-2025', clause: '2.1', likeness: 0.4 },
]
const meant = joined(hits, near, others).toSorted((a, b) => b.score - a.score)

const bestOf = (found: Hit[], nearness?: { nearness: number; nearnessRank: number }) => {
  const { ranked, probability } = inquire({ ...knowledge, nearness }, question, {}, today, found)
  const [{ entry, score }] = ranked as [(typeof ranked)[number]]
  return { clause: `${entry.notice.id}#${entry.clause.id}`, score, probability }
}

test('what is near in meaning is lifted by what that is worth, and by nothing where it is worth nothing', () => {
  const plain = bestOf(hits)
  expect(plain.clause).not.toBe('medical-2025#1.2.2')
  expect(bestOf(hits, { nearness: 9, nearnessRank: 9 })).toEqual(plain)
  expect(bestOf(meant).clause).toBe(plain.clause)
  expect(bestOf(meant, { nearness: 9, nearnessRank: 9 }).clause).toBe('medical-2025#1.2.2')
})

test('both rankings are joined, each clause once, and none loses its score of the words', () => {
  const keys = meant.map(({ notice, clause }) => `${notice}#${clause}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { notice, clause, score } of hits)
    expect(meant.find((one) => one.notice === notice && one.clause === clause)?.score).toBe(score)
  expect(joined(hits, [], [])).toEqual(hits)
})

test('nearness goes from the last to the first, whatever the embedder takes for alike', () => {
  const places = near.map(({ notice, clause, likeness }, rank) => {
    return [`${notice}#${clause}`, { share: 0, rank, coverage: 0, likeness: 0.8 + likeness / 100 }] as const
  })
  expect([...nearnessIn({ hits: new Map(places) }).values()]).toEqual([
    { nearness: 1, nearnessRank: 1 },
    { nearness: 0, nearnessRank: 0.5 },
  ])
})

test.each(['', '__proto__', 'constructor', 'no-such-model'])('nobody has learned of the embedder %j', (model) => {
  expect(learnedNearness(model)).toBeUndefined()
})
