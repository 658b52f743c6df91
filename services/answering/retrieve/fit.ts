import type { SlotName } from './slots.ts'

/** What is learned of each slot for a question that has a cue, or a word; pairs that say nothing are left out. */
export type FitWeights = Readonly<Record<string, Partial<Record<SlotName, number>>>>

/** The worth of each slot for a question, by all its cues or words together. */
export function slotWorth(weights: FitWeights, of: Iterable<string>): Map<SlotName, number> {
  const worth = new Map<SlotName, number>()
  for (const one of of)
    for (const [slot, weight] of Object.entries(weights[one] ?? {}) as [SlotName, number][])
      worth.set(slot, (worth.get(slot) ?? 0) + weight)
  return worth
}

/** What the slots of one passage are worth for a question's cues or words, in nats: `slotWorth` is for many passages. */
export function fitOfOne(weights: FitWeights, of: readonly string[], slots: Iterable<SlotName>): number {
  let sum = 0
  for (const slot of slots) sum += of.reduce((worth, one) => worth + (weights[one]?.[slot] ?? 0), 0)
  return sum
}

/** How well a passage's slots fit what is asked, in nats. */
export function fitOf(worth: ReadonlyMap<SlotName, number>, slots: Iterable<SlotName>): number {
  let sum = 0
  for (const slot of slots) sum += worth.get(slot) ?? 0
  return sum
}
