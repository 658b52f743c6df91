import type { Figure } from '../../knowledge/language/figure.ts'
import type { Need } from './need.ts'

/** An amount before there are facts for what it is worked out from. */
export type DraftAmount =
  | { wan: number }
  | { percent: number; base: string }
  | { wan: number; per: string; unit: string }
  | { lowerOf: DraftAmount[] }
  | { upTo: number; amount: DraftAmount }
  | { cases: { level: string; amount: DraftAmount }[] }
  | { when: Need; amount: DraftAmount }

/** A sum in 万元; of a range its upper end. */
export const wanOf = ({ value, upTo }: Figure): number => Number(((upTo ?? value) / 10_000).toPrecision(12))
