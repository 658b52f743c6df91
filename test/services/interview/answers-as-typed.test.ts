import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import type { Interview } from '../../../services/conversations/interview.ts'
import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { limitsOf, standingOf } from '../../../services/interview/standing.ts'
import { takeInterview } from '../../../services/interview/take-interview.ts'
import { facts, notices, resolved } from '../eligibility/resolved.ts'

type Expected = { take?: Answers; about?: true; ask?: 'again' | 'exact' | 'which'; skip?: true; question?: true }
type Case = { who: string; programme: string; asks: FactKey; says: string; expect: Expected; unread?: true }

const casesIn = (name: string): Case[] =>
  readFileSync(new URL(`../../fixtures/interview/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
const catalogue = buildCatalogue(notices)

/** An interview that asks the question: the ones before it answered so that it still matters. */
function interviewAt(id: string, key: FactKey): Interview {
  const programme = resolved.find((one) => one.id === id)!
  const interview: Interview = { programme: id, answers: {}, isConfirmed: false, rules: programme.rulesVersion }
  const answers: Record<string, boolean | number | string> = {}
  const isAlternative = alternatives.includes(key)
  for (;;) {
    const { open } = standingOf(programme, { ...interview, answers })
    if (open === key || open === undefined) return { ...interview, answers }
    const fact = factAt(facts, open)
    answers[open] =
      fact.type === 'bool' ? true : fact.type === 'choice' ? 'tertiary' : enough(open, programme, isAlternative)
  }
}

const alternatives: readonly FactKey[] = [
  'incomeSince2023Wan',
  'hasEquityCase',
  'incomeLast3YearsWan',
  'transactionsLast3Years',
]
const enough = (key: FactKey, programme: (typeof resolved)[number], isLow: boolean) =>
  isLow && alternatives.includes(key) ? 1 : Math.max(...limitsOf(programme, key))

async function outcomeOf({ programme, asks, says }: Case) {
  const interview = interviewAt(programme, asks)
  const taken = (await takeInterview({
    text: says,
    command: undefined,
    state: { memory: {}, interview },
    today: '2025-06-01',
    known: { catalogue, programmes: resolved },
    answerFromNotices: (state) => Promise.resolve({ status: 'not-found', replies: [], state, used: [], rejected: [] }),
    answerCommand: (_, state) => ({ status: 'command', replies: [], state, used: [], rejected: [] }),
  }))!
  const before = interview.answers as Record<string, unknown>
  const after = Object.entries(taken.state.interview?.answers ?? {})
  const changed = Object.fromEntries(after.filter(([key, value]) => before[key] !== value))
  return {
    status: taken.status,
    changed,
    asked: standingOf(
      resolved.find((one) => one.id === programme)!,
      interview,
    ).open,
    texts: taken.replies.map(({ text }) => text),
    kind: taken.replies.at(-1)?.kind,
  }
}

describe.each(['answers', 'answers-unseen'])('%s', (name) => {
  test.each(casesIn(name))('$who: $says', async (one) => {
    const { status, changed, texts, asked, kind } = await outcomeOf(one)
    expect(asked).toBe(one.asks)
    const { take, about, ask, skip, question } = one.unread
      ? ({ ask: 'again' } satisfies Expected as Expected)
      : one.expect
    const seen = JSON.stringify({ status, changed, texts })
    if (take && !about)
      expect(changed, seen).toEqual(
        Object.fromEntries(
          Object.entries(take).filter(
            ([key, value]) => (interviewAt(one.programme, one.asks).answers as Record<string, unknown>)[key] !== value,
          ),
        ),
      )
    if (take && about) {
      const limits = limitsOf(
        resolved.find(({ id }) => id === one.programme)!,
        one.asks,
      )
      const side = (value: unknown) => typeof value === 'number' && limits.map((limit) => value >= limit).join()
      expect(side(changed[one.asks]), seen).toBe(side(take[one.asks]))
    }
    if (skip) expect(changed, seen).toEqual({ [one.asks]: null })
    if (question) expect(status === 'not-found' || texts.join().includes('因为'), seen).toBe(true)
    if (ask === 'which') expect(kind, seen).toBe('clarify')
    if (ask === 'again' || ask === 'exact' || question) expect(changed, seen).toEqual({})
  })
})

describe('what doesn’t answer the question', () => {
  test.each(casesIn('not-answers'))('$asks: $says', async (one) => {
    const { changed } = await outcomeOf(one)
    expect(changed).toEqual({})
  })
})
