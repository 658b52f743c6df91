import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { takeCurated } from '../../../bot/curated-turn.ts'
import type { PinnedClause } from '../../../services/faq/faq.ts'
import { curatedAnswer } from '../../../services/faq/match-faq.ts'
import { pinClause } from '../../../services/faq/pinned-clause.ts'
import type { Memory } from '../../../services/answering/answer.ts'
import { senseOf } from '../../../services/similarity/question-sense.ts'
import { readQuestionSense } from '../../../services/similarity/read-question-sense.ts'
import { choiceKey } from '../../../services/model/choice-cache.ts'
import { pickChoice } from '../../../services/model/pick.ts'
import { redact } from '../../../services/model/redact.ts'
import { groupOf, groupsOf } from '../../../services/conversations/question-group.ts'
import { afterAllWindows as today, answering, catalogue } from '../../support/answering.ts'
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
const { knowledge } = await answering()

/** What staff have reviewed for one question and rests on no clause, as it is said to another. */
const reviewed = (wording: string, asked: string, memory: Memory = {}, clauses: PinnedClause[] = []) =>
  curatedAnswer(knowledge, [{ answer: '答', wordings: [wording], clauses, reviewedOn: today }], asked, memory, today)

const namesScope = (asked: string) => readQuestionSense(knowledge, asked, {}, today).scope !== undefined
/** The question as it stands alone, and what a conversation remembers in which it was just answered. */
async function inTalk(one: string): Promise<{ wording: string; memory: Memory }> {
  const wording = `2025年医疗运营中心，${one}`
  const { state } = takeCurated((await reviewed(wording, wording, {}, clauses))!, wording, { memory: {} })
  return { wording, memory: state.memory }
}

/** What an answer of the call of 2025 rests on. */
const clauses = [pinClause(catalogue, 'medical-2025', '1.2.1')!]

async function groupFor(asked: string, memory: Memory = {}) {
  const sense = await senseOf(knowledge, asked, memory, today)
  return db.transaction().execute((trx) => groupOf(trx, sense))
}

/** Whether two questions come into one group that are asked one after the other, of which nothing stays. */
async function areGrouped(one: string, other: string): Promise<boolean> {
  const senses = [await senseOf(knowledge, one, {}, today), await senseOf(knowledge, other, {}, today)]
  const trx = await db.startTransaction().execute()
  const [first, second] = await groupsOf(trx, senses)
  await trx.rollback().execute()
  return first === second
}

test('there are enough pairs, and each pair is there once', () => {
  expect(apart.length).toBeGreaterThanOrEqual(120)
  expect(same.length).toBeGreaterThanOrEqual(60)
  const all = [...apart, ...same].map(({ one, other }) => [one, other].toSorted().join())
  expect(new Set(all).size).toBe(all.length)
})

describe('questions that differ in what decides the answer', () => {
  test.each(apart)('$class: $one ≠ $other', async ({ one, other }) => {
    expect(await reviewed(one, one)).toBeDefined()
    expect(await reviewed(one, other)).toBeUndefined()
    expect(await reviewed(other, one)).toBeUndefined()
    expect(await areGrouped(one, other)).toBe(false)
    const key = (asked: string) =>
      choiceKey(asked, pickChoice({ ...nothingLaid, outgoing: redact(asked, catalogue) }), 'm')
    expect(key(one)).not.toBe(key(other))
  })

  const leaning = apart.filter(({ one, other }) => !namesScope(one) && !namesScope(other))

  test.each(leaning)('in a conversation $class: $one ≠ $other', async ({ one, other }) => {
    const { wording, memory } = await inTalk(one)
    expect(await reviewed(wording, other, memory, clauses)).toBeUndefined()
  })

  test('are held against what a conversation is about: most are answered there when asked as reviewed', async () => {
    let found = 0
    for (const { one } of leaning) {
      const { wording, memory } = await inTalk(one)
      if (await reviewed(wording, one, memory, clauses)) found++
    }
    expect(found).toBeGreaterThan(leaning.length / 2)
  })

  test.each(['那二级的呢', '那外地的呢', '那不能的呢', '那企业呢', '授权以后的呢', '第二批呢'])(
    '%s, said after an answer that was reviewed, is not answered by it again',
    async (asked) => {
      const { wording, memory } = await inTalk('三级医院能申报吗')
      expect(await reviewed(wording, asked, memory, clauses)).toBeUndefined()
    },
  )

  test('do not meet in one group through a question that leaves open in what they differ', async () => {
    const [open, most, least] = ['佐证照片交几张', '佐证照片最多交几张', '佐证照片至少交几张']
    await groupFor(open)
    expect(await groupFor(most)).not.toBe(await groupFor(least))
  })
})

test('of pairs that nobody had tried before, those that differ are mostly kept apart and those that do not are seen', async () => {
  const found = async (name: string) => {
    let count = 0
    for (const { one, other } of pairs(name)) if (await reviewed(one, other)) count++
    return count
  }
  expect(pairs('apart-unseen')).toHaveLength(40)
  expect(await found('apart-unseen')).toBeLessThanOrEqual(4)
  expect(await found('same-unseen')).toBeGreaterThanOrEqual(29)
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
  // 公章 and 盖章 have a word of their own each, and no clause answers.
  '公章必须盖吗',
]

describe('questions of which one answers the other', () => {
  test.each(same.filter(({ one }) => !missed.includes(one)))('$class: $one = $other', async ({ one, other }) => {
    expect(await reviewed(one, other)).toBeDefined()
    expect(await reviewed(other, one)).toBeDefined()
    expect(await areGrouped(one, other)).toBe(true)
  })

  test('are nearly all seen', () => {
    expect(missed.filter((one) => same.some((pair) => pair.one === one))).toEqual(missed)
  })
})

describe('a year', () => {
  const answered = (wording: string, reviewedOn: string, asked: string, day: string) =>
    curatedAnswer(knowledge, [{ answer: '答', wordings: [wording], clauses: [], reviewedOn }], asked, {}, day)

  test('that a wording counts from its day stays that year', async () => {
    expect(await answered('去年的名单几月公示', '2025-06-01', '2024年的名单几月公示', '2026-06-01')).toBeDefined()
    expect(await answered('去年的名单几月公示', '2025-06-01', '去年的名单几月公示', '2026-06-01')).toBeUndefined()
    expect(await answered('今年的名单几月公示', '2025-06-01', '去年的名单几月公示', '2026-06-01')).toBeDefined()
  })
})
