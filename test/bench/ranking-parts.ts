import type { Known } from '../../bot/known.ts'
import { takeQuestion } from '../../bot/answer-turn.ts'
import { useKnowledge } from '../../bot/knowledge-in-use.ts'
import { ranking } from '../../knowledge/searching/ranking.ts'
import type { ConversationState } from '../../services/conversations/conversation-store.ts'
import { faultsOf } from '../support/judge.ts'
import type { Figure } from './figure.ts'
import { dialogues, questions } from './samples.ts'
import { withDatabase } from './temporary-database.ts'

const day = '2026-11-21'

/** What can be switched off, and what its weight is while it is. */
const parts: [name: string, weights: Record<string, number>, key: string][] = [
  ['expansions', ranking, 'expansionWeight'],
]

/**
 * Measures how many sample questions, and turns of sample dialogues, are answered, cited and refused rightly: with the
 * ranking as it is, and with each part of it switched off in turn.
 */
export async function measureRankingParts(): Promise<Figure[]> {
  return withDatabase(async (db) => {
    const known = (await useKnowledge(db)).now()
    const figures = await rates(known, 'all parts')
    for (const [name, weights, key] of parts) {
      const { [key]: weight = 0 } = weights
      try {
        weights[key] = 0
        figures.push(...(await rates(known, `without ${name}`)))
      } finally {
        weights[key] = weight
      }
    }
    return figures
  })
}

async function rates(known: Known, name: string): Promise<Figure[]> {
  const single = await Promise.all(questions.map((sample) => rightTurns(known, [{ ...sample, say: sample.question }])))
  const dialogue = await Promise.all(dialogues.map(({ turns }) => rightTurns(known, turns)))
  const share = (turns: boolean[]) => turns.filter(Boolean).length / turns.length
  return [
    { name: `sample questions right, ${name}`, value: share(single.flat()), unit: '' },
    { name: `sample dialogue turns right, ${name}`, value: share(dialogue.flat()), unit: '' },
  ]
}

type Turns = (typeof dialogues)[number]['turns']

async function rightTurns(known: Known, turns: Turns): Promise<boolean[]> {
  let state: ConversationState = { memory: {} }
  const right: boolean[] = []
  for (const turn of turns) {
    const answered = await takeQuestion(turn.say, known, state, day)
    state = answered.state
    right.push(faultsOf(turn, answered.replies).length === 0)
  }
  return right
}
