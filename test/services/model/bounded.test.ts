import { describe, expect, test } from 'vitest'
import { renderPrompt } from '../../../prompts/render-prompt.ts'
import { bounded, type Budget, mostAtOnce } from '../../../services/model/bounded.ts'
import { createCircuit } from '../../../services/model/circuit.ts'
import type { Ask, Task } from '../../../services/model/ask.ts'
import { ModelFailure } from '../../../services/model/failure.ts'
import { tokenBudget } from '../../../services/model/token-budget.ts'
import { testDatabase } from '../../support/database.ts'

const task: Task = {
  prompt: renderPrompt('pick-answer', {
    question: '盘点率要多少',
    conversation: '',
    candidates: '[1] 盘点率达到100%。',
    questions: '',
  }),
  schema: { name: 'answer', schema: {} },
  maxTokens: 100,
}
const { db } = await testDatabase()
const unlimited: Budget = { isSpent: async () => false, spend: async () => undefined }
const never = new AbortController().signal

const all = async (ask: Ask): Promise<string> => (await ask(task, never)).text

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'succeeded',
    (error: unknown) => (error as ModelFailure).kind,
  )

const answering: Ask = async () => ({ text: '{"say":[1]}' })

describe('a model within its bounds', () => {
  test('is asked by no more than so many at once; one more is turned away, and taken when there is room again', async () => {
    const { promise: open, resolve } = Promise.withResolvers<void>()
    const ask = bounded(
      async (...asked) => {
        await open
        return answering(...asked)
      },
      { circuit: createCircuit(), budget: unlimited },
    )
    const waiting = Array.from({ length: mostAtOnce }, () => all(ask))
    expect(await kindOf(all(ask))).toBe('busy')
    resolve()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['{"say":[1]}']))
    expect(await kindOf(all(ask))).toBe('succeeded')
  })

  test('is left alone after failing again and again, and not counted as busy meanwhile', async () => {
    const failing = bounded(
      async () => {
        throw new ModelFailure('refused')
      },
      { circuit: createCircuit(), budget: unlimited },
    )
    const kinds: string[] = []
    for (let at = 0; at < 2 * mostAtOnce; at += 1) kinds.push(await kindOf(all(failing)))
    expect(kinds.slice(0, 6)).toEqual(['refused', 'refused', 'refused', 'refused', 'refused', 'open-circuit'])
    expect(new Set(kinds)).toEqual(new Set(['refused', 'open-circuit']))
  })
})

describe('tokens of a day', () => {
  test('are counted for all processes, run out, and are there again the next day', async () => {
    let day = '2026-11-21'
    const budgets = [1, 2].map(() => tokenBudget(db, () => day, 100))
    const asks = budgets.map((budget) => bounded(answering, { circuit: createCircuit(), budget }))
    expect(await kindOf(all(asks[0]!))).toBe('succeeded')
    expect(await kindOf(all(asks[1]!))).toBe('budget')
    day = '2026-11-22'
    expect(await kindOf(all(asks[1]!))).toBe('succeeded')
  })

  test('are those that the endpoint counts, where it does', async () => {
    const counts: number[] = []
    const counting: Budget = { isSpent: async () => false, spend: async (tokens) => void counts.push(tokens) }
    const told = bounded(async () => ({ text: '{}', tokens: 7 }), { circuit: createCircuit(), budget: counting })
    const untold = bounded(answering, { circuit: createCircuit(), budget: counting })
    await all(told)
    await all(untold)
    expect(counts[0]).toBe(7)
    expect(counts[1]).toBeGreaterThan(100)
  })

  test('are counted for what was asked in vain, but not for what was refused', async () => {
    const counts: number[] = []
    const counting: Budget = { isSpent: async () => false, spend: async (tokens) => void counts.push(tokens) }
    for (const kind of ['slow', 'unreadable', 'refused'] as const) {
      const ask = bounded(
        async () => {
          throw new ModelFailure(kind)
        },
        { circuit: createCircuit(), budget: counting },
      )
      expect(await kindOf(all(ask))).toBe(kind)
    }
    expect(counts).toHaveLength(2)
  })
})
