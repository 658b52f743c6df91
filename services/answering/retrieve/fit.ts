import type { CueName } from '../understand/cues.ts'
import type { SlotName } from './slots.ts'

/** What is learned of which slots a question of a cue wants filled; pairs that say nothing are left out. */
export type FitWeights = Partial<Record<CueName, Partial<Record<SlotName, number>>>>

/** The worth of each slot for a question, by all its cues together. */
export function slotWorth(weights: FitWeights, cues: Iterable<CueName>): Map<SlotName, number> {
  const worth = new Map<SlotName, number>()
  for (const cue of cues)
    for (const [slot, weight] of Object.entries(weights[cue] ?? {}) as [SlotName, number][])
      worth.set(slot, (worth.get(slot) ?? 0) + weight)
  return worth
}

/** How well a passage's slots fit what is asked, in nats. */
export function fitOf(worth: ReadonlyMap<SlotName, number>, slots: Iterable<SlotName>): number {
  let sum = 0
  for (const slot of slots) sum += worth.get(slot) ?? 0
  return sum
}
