import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { takeCurated } from '../../../bot/curated-turn.ts'
import { curatedAnswer } from '../../../services/faq/match-faq.ts'
import { pinClause } from '../../../services/faq/pinned-clause.ts'
import type { Memory } from '../../../services/answering/answer.ts'
import { senseOf } from '../../../services/similarity/question-sense.ts'
import { choiceKey } from '../../../services/model/choice-cache.ts'
import { pickChoice } from '../../../services/model/pick.ts'
import { redact } from '../../../services/model/redact.ts'
import { groupOf } from '../../../services/conversations/question-group.ts'
import { afterAllWindows as today, catalogue, spelling } from '../../support/answering.ts'
import { testDatabase } from '../../support/database.ts'

type Pair = { class: string; one: string; other: string }

const pairs = (name: string): Pair[] =>
  readFileSync(new URL(`../../fixtures/pairs/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Pair)

/** Pairs that differ in what decides the answer; pairs of which the answer to one answers the other. */
const [apart, same] = [pairs('apart'), pairs('same')]
const { db } = await testDatabase()
const nothingLaid = { candidates: [], questions: [], conversation: '' }
const knowledge = { catalogue, spelling, search: async () => [] }
const clause = pinClause(catalogue, 'medical-2025', '1.2.1')!

/** What staff have reviewed for one question, as it is said to another. */
const reviewed = (wording: string, asked: string, memory: Memory = {}) =>
  curatedAnswer(
    knowledge,
    [{ answer: '答', wordings: [wording], clauses: [clause], reviewedOn: today }],
    asked,
    memory,
    today,
  )

const namesScope = (asked: string) => senseOf(knowledge, asked, {}, today).scope !== undefined
/** The question as it stands alone, and what a conversation remembers in which it was just answered. */
function inTalk(one: string): { wording: string; memory: Memory } {
  const wording = `2025年医疗运营中心，${one}`
  const { state } = takeCurated(reviewed(wording, wording)!, wording, { memory: {} })
  return { wording, memory: state.memory }
}

const groupFor = (asked: string, memory: Memory = {}) =>
  db.transaction().execute((trx) => groupOf(trx, senseOf(knowledge, asked, memory, today)))

test('there are enough pairs, and each pair is there once', () => {
  expect(apart.length).toBeGreaterThanOrEqual(120)
  expect(same.length).toBeGreaterThanOrEqual(60)
  const all = [...apart, ...same].map(({ one, other }) => [one, other].toSorted().join())
  expect(new Set(all).size).toBe(all.length)
})

describe('questions that differ in what decides the answer', () => {
  test.each(apart)('$class: $one ≠ $other', async ({ one, other }) => {
    expect(reviewed(one, one)).toBeDefined()
    expect(reviewed(one, other)).toBeUndefined()
    expect(reviewed(other, one)).toBeUndefined()
    expect(await groupFor(one)).not.toBe(await groupFor(other))
    const key = (asked: string) =>
      choiceKey(asked, pickChoice({ ...nothingLaid, outgoing: redact(asked, catalogue) }), 'm')
    expect(key(one)).not.toBe(key(other))
  })

  const leaning = apart.filter(({ one, other }) => !namesScope(one) && !namesScope(other))

  test.each(leaning)('in a conversation $class: $one ≠ $other', ({ one, other }) => {
    const { wording, memory } = inTalk(one)
    expect(reviewed(wording, other, memory)).toBeUndefined()
  })

  test('are held against what a conversation is about: most are answered there when asked as reviewed', () => {
    const found = leaning.filter(({ one }) => {
      const { wording, memory } = inTalk(one)
      return reviewed(wording, one, memory) !== undefined
    })
    expect(found.length).toBeGreaterThan(leaning.length / 2)
  })

  test.each(['那二级的呢', '那外地的呢', '那不能的呢', '那企业呢', '授权以后的呢', '第二批呢'])(
    '%s, said after an answer that was reviewed, is not answered by it again',
    (asked) => {
      const { wording, memory } = inTalk('三级医院能申报吗')
      expect(reviewed(wording, asked, memory)).toBeUndefined()
    },
  )

  test('do not meet in one group through a question that leaves open in what they differ', async () => {
    const [open, most, least] = ['佐证照片交几张', '佐证照片最多交几张', '佐证照片至少交几张']
    const group = await groupFor(open)
    expect(await groupFor(most)).toBe(group)
    expect(await groupFor(least)).not.toBe(group)
    expect(await groupFor(open)).toBe(group)
  })
})

test('of pairs that nobody had tried before, those that differ are mostly kept apart and those that do not are seen', () => {
  const found = (name: string) => pairs(name).filter(({ one, other }) => reviewed(one, other) !== undefined).length
  expect(pairs('apart-unseen')).toHaveLength(40)
  expect(found('apart-unseen')).toBeLessThanOrEqual(3)
  expect(found('same-unseen')).toBeGreaterThanOrEqual(29)
})

/** What is not yet seen to be the same: with its reason, and it may only become less. */
const missed = [
  // 第一批 names no notice, 首批 does.
  '第一批有哪些单位',
  // 总结验收 names a notice plainly, 验收 alone does not.
  '总结验收什么时候',
  // Not every list of the untrustworthy is a black list.
  '失信单位能报吗',
  // 能用 and 能不能用 are read as other aspects.
  '别的单位也能用平台吗',
]

describe('questions of which one answers the other', () => {
  test.each(same.filter(({ one }) => !missed.includes(one)))('$class: $one = $other', async ({ one, other }) => {
    expect(reviewed(one, other)).toBeDefined()
    expect(reviewed(other, one)).toBeDefined()
    expect(await groupFor(one)).toBe(await groupFor(other))
  })

  test('are nearly all seen', () => {
    expect(missed.filter((one) => same.some((pair) => pair.one === one))).toEqual(missed)
  })
})

describe('a year', () => {
  const answered = (wording: string, reviewedOn: string, asked: string, day: string) =>
    curatedAnswer(knowledge, [{ answer: '答', wordings: [wording], clauses: [clause], reviewedOn }], asked, {}, day)

  test('that a wording counts from its day stays that year', () => {
    expect(answered('去年的名单几月公示', '2025-06-01', '2024年的名单几月公示', '2026-06-01')).toBeDefined()
    expect(answered('去年的名单几月公示', '2025-06-01', '去年的名单几月公示', '2026-06-01')).toBeUndefined()
    expect(answered('今年的名单几月公示', '2025-06-01', '去年的名单几月公示', '2026-06-01')).toBeDefined()
  })
})
