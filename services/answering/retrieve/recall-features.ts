import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { keyOf, type Reading } from './reading.ts'

/** How like the question is to known ones that a clause answers, and the same where its notice is the one meant. */
export const recallNames = ['recalled', 'recalledMeant'] as const

export function recallFeatures(reading: Reading, entry: Entry): Record<(typeof recallNames)[number], number> {
  const recalled = reading.recalled.ofClause.get(keyOf(entry)) ?? 0
  return { recalled, recalledMeant: reading.asked.notices.includes(entry.notice) ? recalled : 0 }
}

/** The same of the best clause, for the gate: beside what is known of its notice to be answered, and not to be. */
export const recallGateNames = ['recalled', 'answeredBefore', 'refusedBefore', 'moreRecalled'] as const

export function recallEvidence(
  { recalled: { ofClause, answered, refused } }: Reading,
  entry: Entry,
): Record<(typeof recallGateNames)[number], number> {
  const recalled = ofClause.get(keyOf(entry)) ?? 0
  const refusedBefore = refused.get(entry.notice.id) ?? 0
  return {
    recalled,
    answeredBefore: answered.get(entry.notice.id) ?? 0,
    refusedBefore,
    moreRecalled: recalled - refusedBefore,
  }
}
